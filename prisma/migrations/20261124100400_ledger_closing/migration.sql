
-- CreateTable
CREATE TABLE "BalanceCount" (
    "id" UUID NOT NULL,
    "accountCode" TEXT NOT NULL,
    "countedOn" DATE NOT NULL,
    "counted" BIGINT NOT NULL,
    "booked" BIGINT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BalanceCount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerClosing" (
    "id" UUID NOT NULL,
    "sequence" SERIAL NOT NULL,
    "closedUntil" DATE,
    "reason" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LedgerClosing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BalanceCount_countedOn_createdAt_idx" ON "BalanceCount"("countedOn", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerClosing_sequence_key" ON "LedgerClosing"("sequence");

-- AddForeignKey
ALTER TABLE "BalanceCount" ADD CONSTRAINT "BalanceCount_accountCode_fkey" FOREIGN KEY ("accountCode") REFERENCES "LedgerAccount"("code") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE "BalanceCount"
  ADD CONSTRAINT "BalanceCount_not_negative" CHECK ("counted" >= 0),
  ADD CONSTRAINT "BalanceCount_money" CHECK ("accountCode" IN ('111', '112')),
  ADD CONSTRAINT "BalanceCount_difference_explained" CHECK ("counted" = "booked" OR "note" <> '');
ALTER TABLE "LedgerClosing" ADD CONSTRAINT "LedgerClosing_has_day_or_reason" CHECK ("closedUntil" IS NOT NULL OR "reason" IS NOT NULL);

-- Who enters holds the books open until the transaction ends; who closes them waits for all of those, and they for it.
CREATE FUNCTION "hold_books"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('ledger books'));
  RETURN NEW;
END $$;
CREATE TRIGGER "LedgerClosing_holds_books" BEFORE INSERT ON "LedgerClosing" FOR EACH ROW EXECUTE FUNCTION "hold_books"();

CREATE FUNCTION "books_are_open"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('ledger books'));
  IF NEW."enteredOn" <= (SELECT "closedUntil" FROM "LedgerClosing" ORDER BY "sequence" DESC LIMIT 1) THEN
    RAISE EXCEPTION 'the books are closed on %, by constraint "JournalEntry_books_open"', NEW."enteredOn" USING ERRCODE = 'check_violation', CONSTRAINT = 'JournalEntry_books_open';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "JournalEntry_books_open" BEFORE INSERT ON "JournalEntry" FOR EACH ROW EXECUTE FUNCTION "books_are_open"();
