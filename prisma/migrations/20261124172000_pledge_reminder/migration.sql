-- AlterTable
ALTER TABLE "Pledge" ADD COLUMN     "remind" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "Pledge" ADD CONSTRAINT "Pledge_reminded_on_a_day" CHECK (NOT "remind" OR "expectedOn" IS NOT NULL);
