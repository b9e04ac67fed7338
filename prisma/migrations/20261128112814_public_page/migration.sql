-- AlterTable
ALTER TABLE "Agency" ADD COLUMN     "publicYears" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- AlterTable
ALTER TABLE "Donor" ADD COLUMN     "email" TEXT,
ADD COLUMN     "publicName" TEXT,
ADD COLUMN     "showAmount" BOOLEAN NOT NULL DEFAULT false;

-- A sum stands beside no name that is not shown.
ALTER TABLE "Donor" ADD CONSTRAINT "Donor_amount_with_name" CHECK (NOT ("anonymous" AND "showAmount"));
