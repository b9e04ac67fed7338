-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "MovementKind" ADD VALUE 'opening';
ALTER TYPE "MovementKind" ADD VALUE 'openingReversal';

-- CreateTable
CREATE TABLE "OpeningStock" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "giftKindId" UUID NOT NULL,
    "fundId" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "value" BIGINT NOT NULL,
    "enteredOn" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "status" "RecordStatus" NOT NULL DEFAULT 'recorded',
    "voidReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OpeningStock_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OpeningStock_giftKindId_idx" ON "OpeningStock"("giftKindId");

-- AddForeignKey
ALTER TABLE "OpeningStock" ADD CONSTRAINT "OpeningStock_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpeningStock" ADD CONSTRAINT "OpeningStock_giftKindId_fkey" FOREIGN KEY ("giftKindId") REFERENCES "GiftKind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpeningStock" ADD CONSTRAINT "OpeningStock_fundId_fkey" FOREIGN KEY ("fundId") REFERENCES "Fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "OpeningStock"
  ADD CONSTRAINT "OpeningStock_has_goods" CHECK ("quantity" > 0 AND "value" > 0),
  ADD CONSTRAINT "OpeningStock_void_has_reason" CHECK (("status" = 'voided') = ("voidReason" IS NOT NULL));
-- Two who enter it at once: the second fails whoever races.
CREATE UNIQUE INDEX "OpeningStock_one_that_stands" ON "OpeningStock" ("giftKindId", "fundId") WHERE "status" = 'recorded';
