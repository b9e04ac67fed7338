-- CreateEnum
CREATE TYPE "StockCountStatus" AS ENUM ('open', 'finished', 'cancelled');

-- CreateTable
CREATE TABLE "StockCount" (
    "id" UUID NOT NULL,
    "year" INTEGER,
    "number" INTEGER,
    "countedOn" DATE NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "members" JSONB NOT NULL DEFAULT '[]',
    "status" "StockCountStatus" NOT NULL DEFAULT 'open',
    "cancelReason" TEXT,
    "postedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedById" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StockCount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockCountLine" (
    "id" UUID NOT NULL,
    "countId" UUID NOT NULL,
    "giftKindId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bookedAtStart" INTEGER NOT NULL,
    "valueAtStart" BIGINT NOT NULL,
    "booked" INTEGER,
    "counted" INTEGER,
    "reason" TEXT NOT NULL DEFAULT '',
    "writtenOff" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "StockCountLine_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "StockCount_year_number_key" ON "StockCount"("year", "number");

-- CreateIndex
CREATE INDEX "StockCountLine_giftKindId_idx" ON "StockCountLine"("giftKindId");

-- CreateIndex
CREATE UNIQUE INDEX "StockCountLine_countId_giftKindId_key" ON "StockCountLine"("countId", "giftKindId");

-- AddForeignKey
ALTER TABLE "StockCountLine" ADD CONSTRAINT "StockCountLine_countId_fkey" FOREIGN KEY ("countId") REFERENCES "StockCount"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockCountLine" ADD CONSTRAINT "StockCountLine_giftKindId_fkey" FOREIGN KEY ("giftKindId") REFERENCES "GiftKind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "StockCount"
  ADD CONSTRAINT "StockCount_finished_has_number" CHECK (("status" = 'finished') = ("number" IS NOT NULL) AND ("number" IS NULL) = ("year" IS NULL) AND ("number" IS NULL) = ("postedOn" IS NULL)),
  ADD CONSTRAINT "StockCount_ended_by_somebody" CHECK (("status" = 'open') = ("endedAt" IS NULL) AND ("endedAt" IS NULL) = ("endedById" IS NULL)),
  ADD CONSTRAINT "StockCount_cancel_has_reason" CHECK (("status" = 'cancelled') = ("cancelReason" IS NOT NULL));
ALTER TABLE "StockCountLine"
  ADD CONSTRAINT "StockCountLine_pieces" CHECK ("bookedAtStart" >= 0 AND "valueAtStart" >= 0 AND "booked" >= 0 AND "counted" >= 0 AND "writtenOff" >= 0),
  ADD CONSTRAINT "StockCountLine_difference_has_reason" CHECK ("booked" IS NULL OR ("counted" IS NOT NULL AND ("counted" = "booked" OR "reason" <> '')));
-- One is open at a time: two sheets of the same shelves would each correct what the other found.
CREATE UNIQUE INDEX "StockCount_one_open" ON "StockCount" ((true)) WHERE "status" = 'open';

CREATE FUNCTION "stock_count_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  standing "StockCountStatus";
BEGIN
  IF TG_TABLE_NAME = 'StockCount' THEN
    standing := OLD."status";
  ELSE
    SELECT "status" INTO standing FROM "StockCount" WHERE "id" = OLD."countId";
  END IF;
  IF TG_OP = 'DELETE' OR standing <> 'open' THEN
    RAISE EXCEPTION 'a stock count is not deleted, and not changed once it has ended' USING ERRCODE = '23514', CONSTRAINT = 'StockCount_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "StockCount_stays" BEFORE UPDATE OR DELETE ON "StockCount" FOR EACH ROW EXECUTE FUNCTION "stock_count_stays"();
CREATE TRIGGER "StockCountLine_stays" BEFORE UPDATE OR DELETE ON "StockCountLine" FOR EACH ROW EXECUTE FUNCTION "stock_count_stays"();
