-- CreateEnum
CREATE TYPE "PledgeStatus" AS ENUM ('open', 'partly', 'kept', 'withdrawn');

-- AlterTable
ALTER TABLE "Donation" ADD COLUMN     "pledgeId" UUID;

-- CreateTable
CREATE TABLE "Pledge" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "donorId" UUID NOT NULL,
    "fundId" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "amount" BIGINT,
    "goods" TEXT,
    "expectedOn" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "search" TEXT NOT NULL,
    "received" BIGINT NOT NULL DEFAULT 0,
    "status" "PledgeStatus" NOT NULL DEFAULT 'open',
    "withdrawReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Pledge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Pledge_reference_key" ON "Pledge"("reference");

-- CreateIndex
CREATE INDEX "Pledge_campaignId_createdAt_idx" ON "Pledge"("campaignId", "createdAt");

-- CreateIndex
CREATE INDEX "Pledge_donorId_idx" ON "Pledge"("donorId");

-- CreateIndex
CREATE INDEX "Pledge_fundId_idx" ON "Pledge"("fundId");

-- CreateIndex
CREATE INDEX "Pledge_search" ON "Pledge" USING GIN ("search" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Donation_pledgeId_idx" ON "Donation"("pledgeId");

-- AddForeignKey
ALTER TABLE "Pledge" ADD CONSTRAINT "Pledge_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pledge" ADD CONSTRAINT "Pledge_donorId_fkey" FOREIGN KEY ("donorId") REFERENCES "Donor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pledge" ADD CONSTRAINT "Pledge_fundId_fkey" FOREIGN KEY ("fundId") REFERENCES "Fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Donation" ADD CONSTRAINT "Donation_pledgeId_fkey" FOREIGN KEY ("pledgeId") REFERENCES "Pledge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Pledge"
  ADD CONSTRAINT "Pledge_money_or_goods" CHECK (num_nonnulls("amount", "goods") = 1),
  ADD CONSTRAINT "Pledge_amount_positive" CHECK ("amount" > 0),
  ADD CONSTRAINT "Pledge_received_not_negative" CHECK ("received" >= 0),
  ADD CONSTRAINT "Pledge_withdrawn_has_reason" CHECK ("status" <> 'withdrawn' OR "withdrawReason" IS NOT NULL);
