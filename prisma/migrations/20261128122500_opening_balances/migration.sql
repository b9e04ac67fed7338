-- CreateTable
CREATE TABLE "OpeningBalance" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "fundId" UUID NOT NULL,
    "cash" BIGINT NOT NULL,
    "bank" BIGINT NOT NULL,
    "enteredOn" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "status" "RecordStatus" NOT NULL DEFAULT 'recorded',
    "voidReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OpeningBalance_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OpeningBalance_fundId_idx" ON "OpeningBalance"("fundId");

-- AddForeignKey
ALTER TABLE "OpeningBalance" ADD CONSTRAINT "OpeningBalance_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpeningBalance" ADD CONSTRAINT "OpeningBalance_fundId_fkey" FOREIGN KEY ("fundId") REFERENCES "Fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "OpeningBalance"
  ADD CONSTRAINT "OpeningBalance_has_money" CHECK ("cash" >= 0 AND "bank" >= 0 AND "cash" + "bank" > 0),
  ADD CONSTRAINT "OpeningBalance_void_has_reason" CHECK (("status" = 'voided') = ("voidReason" IS NOT NULL));
-- Two who enter it at once: the second fails whoever races.
CREATE UNIQUE INDEX "OpeningBalance_one_that_stands" ON "OpeningBalance" ("fundId") WHERE "status" = 'recorded';

INSERT INTO "LedgerAccount" ("code", "name", "kind", "sortOrder") VALUES ('411', 'Nguồn quỹ năm trước chuyển sang', 'equity', 0);
