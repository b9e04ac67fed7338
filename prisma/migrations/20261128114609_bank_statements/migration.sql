-- CreateEnum
CREATE TYPE "BankDirection" AS ENUM ('credit', 'debit');

-- CreateEnum
CREATE TYPE "BankLineStatus" AS ENUM ('waiting', 'partly', 'matched', 'setAside');

-- CreateEnum
CREATE TYPE "SetAsideReason" AS ENUM ('returned', 'wrongAccount', 'notDonation', 'bank', 'internal', 'disbursement', 'bounced', 'other');

-- CreateTable
CREATE TABLE "BankStatement" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "from" DATE,
    "to" DATE,
    "added" INTEGER NOT NULL,
    "known" INTEGER NOT NULL,
    "ignored" INTEGER NOT NULL,
    "unclear" INTEGER NOT NULL,
    "balanceBreaks" INTEGER NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BankStatement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BankLine" (
    "id" UUID NOT NULL,
    "statementId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "time" TEXT,
    "direction" "BankDirection" NOT NULL,
    "amount" BIGINT NOT NULL,
    "text" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "counterAccount" TEXT NOT NULL,
    "balance" BIGINT,
    "fingerprint" TEXT NOT NULL,
    "search" TEXT NOT NULL,

    CONSTRAINT "BankLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BankLineState" (
    "lineId" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "allocated" BIGINT NOT NULL DEFAULT 0,
    "status" "BankLineStatus" NOT NULL DEFAULT 'waiting',
    "setAsideReason" "SetAsideReason",
    "note" TEXT NOT NULL DEFAULT '',
    "returnsLineId" UUID,
    "returnsDonationId" UUID,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "BankLineState_pkey" PRIMARY KEY ("lineId")
);

-- CreateTable
CREATE TABLE "BankLinePart" (
    "id" UUID NOT NULL,
    "lineId" UUID NOT NULL,
    "donationId" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "made" BOOLEAN NOT NULL,
    "released" BOOLEAN NOT NULL DEFAULT false,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BankLinePart_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BankStatement_campaignId_createdAt_idx" ON "BankStatement"("campaignId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "BankStatement_account_sha256_key" ON "BankStatement"("account", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "BankLine_fingerprint_key" ON "BankLine"("fingerprint");

-- CreateIndex
CREATE INDEX "BankLine_campaignId_day_idx" ON "BankLine"("campaignId", "day");

-- CreateIndex
CREATE INDEX "BankLine_account_day_idx" ON "BankLine"("account", "day");

-- CreateIndex
CREATE INDEX "BankLine_statementId_idx" ON "BankLine"("statementId");

-- CreateIndex
CREATE INDEX "BankLine_search" ON "BankLine" USING GIN ("search" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "BankLine_id_amount_key" ON "BankLine"("id", "amount");

-- CreateIndex
CREATE UNIQUE INDEX "BankLineState_returnsLineId_key" ON "BankLineState"("returnsLineId");

-- CreateIndex
CREATE INDEX "BankLineState_status_idx" ON "BankLineState"("status");

-- CreateIndex
CREATE UNIQUE INDEX "BankLineState_lineId_amount_key" ON "BankLineState"("lineId", "amount");

-- CreateIndex
CREATE INDEX "BankLinePart_lineId_idx" ON "BankLinePart"("lineId");

-- CreateIndex
CREATE INDEX "BankLinePart_donationId_idx" ON "BankLinePart"("donationId");

-- AddForeignKey
ALTER TABLE "BankStatement" ADD CONSTRAINT "BankStatement_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankLine" ADD CONSTRAINT "BankLine_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "BankStatement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankLine" ADD CONSTRAINT "BankLine_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankLineState" ADD CONSTRAINT "BankLineState_lineId_amount_fkey" FOREIGN KEY ("lineId", "amount") REFERENCES "BankLine"("id", "amount") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankLinePart" ADD CONSTRAINT "BankLinePart_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "BankLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankLinePart" ADD CONSTRAINT "BankLinePart_donationId_fkey" FOREIGN KEY ("donationId") REFERENCES "Donation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "BankLine" ADD CONSTRAINT "BankLine_amount_positive" CHECK ("amount" > 0);

-- No đồng of a line is given away twice, and its status is what its sums say.
ALTER TABLE "BankLineState"
  ADD CONSTRAINT "BankLineState_allocated_within" CHECK ("allocated" BETWEEN 0 AND "amount"),
  ADD CONSTRAINT "BankLineState_status_follows" CHECK ("status" = CASE
    WHEN "allocated" = "amount" THEN 'matched'::"BankLineStatus"
    WHEN "setAsideReason" IS NOT NULL THEN 'setAside'::"BankLineStatus"
    WHEN "allocated" > 0 THEN 'partly'::"BankLineStatus"
    ELSE 'waiting'::"BankLineStatus" END),
  ADD CONSTRAINT "BankLineState_decided_by_somebody" CHECK ("status" = 'waiting' OR ("decidedById" IS NOT NULL AND "decidedAt" IS NOT NULL)),
  ADD CONSTRAINT "BankLineState_other_explained" CHECK ("setAsideReason" IS DISTINCT FROM 'other' OR "note" <> '');

ALTER TABLE "BankLinePart" ADD CONSTRAINT "BankLinePart_amount_positive" CHECK ("amount" > 0);

-- A donation came by one line of one statement.
CREATE UNIQUE INDEX "BankLinePart_one_line" ON "BankLinePart" ("donationId") WHERE NOT "released";
