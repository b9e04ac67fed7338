-- AlterTable
ALTER TABLE "Fund" ADD COLUMN     "bankBin" TEXT,
ADD COLUMN     "bankAccount" TEXT,
ADD COLUMN     "bankHolder" TEXT;

ALTER TABLE "Fund" ADD CONSTRAINT "Fund_bank_whole" CHECK (num_nulls("bankBin", "bankAccount", "bankHolder") IN (0, 3));
