-- CreateEnum
CREATE TYPE "CheckOccasion" AS ENUM ('start', 'night');

-- CreateTable
CREATE TABLE "LedgerCheckRun" (
    "id" UUID NOT NULL,
    "occasion" "CheckOccasion" NOT NULL,
    "failed" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LedgerCheckRun_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LedgerCheckRun_occasion_createdAt_idx" ON "LedgerCheckRun"("occasion", "createdAt");
