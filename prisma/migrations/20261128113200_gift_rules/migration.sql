-- AlterTable
ALTER TABLE "Employee" ADD COLUMN     "employedFrom" DATE,
ADD COLUMN     "employedUntil" DATE;

-- AlterTable
ALTER TABLE "GiftList" ADD COLUMN     "employedOn" DATE,
ADD COLUMN     "minAge" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "schoolLevels" "SchoolLevel"[] DEFAULT ARRAY[]::"SchoolLevel"[],
ADD COLUMN     "sex" "Sex",
ADD COLUMN     "specialOnly" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "unitIds" UUID[] DEFAULT ARRAY[]::UUID[];

ALTER TABLE "GiftList" ADD CONSTRAINT "GiftList_age_band" CHECK ("minAge" >= 0 AND "minAge" < "underAge");
ALTER TABLE "Employee" ADD CONSTRAINT "Employee_employed_in_order" CHECK ("employedFrom" <= "employedUntil");
