-- CreateEnum
CREATE TYPE "SupplementStatus" AS ENUM ('draft', 'submitted', 'approved');

-- CreateEnum
CREATE TYPE "LineOrigin" AS ENUM ('rule', 'hand');

-- AlterTable
ALTER TABLE "GiftList" ADD COLUMN     "fundId" UUID;

-- AlterTable
ALTER TABLE "GiftListLine" ADD COLUMN     "addReason" TEXT,
ADD COLUMN     "addedById" UUID,
ADD COLUMN     "campaignId" UUID,
ADD COLUMN     "excludedAt" TIMESTAMPTZ(3),
ADD COLUMN     "excludedById" UUID,
ADD COLUMN     "giftKindId" UUID,
ADD COLUMN     "origin" "LineOrigin" NOT NULL DEFAULT 'rule',
ADD COLUMN     "supplementId" UUID;

-- CreateTable
CREATE TABLE "GiftListSupplement" (
    "id" UUID NOT NULL,
    "giftListId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "SupplementStatus" NOT NULL DEFAULT 'draft',
    "returnReason" TEXT,
    "approvedById" UUID,
    "approvedAt" TIMESTAMPTZ(3),
    "createdById" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GiftListSupplement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GiftListAddition" (
    "id" UUID NOT NULL,
    "supplementId" UUID NOT NULL,
    "childId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "reasons" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "addedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GiftListAddition_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "GiftListSupplement_giftListId_number_key" ON "GiftListSupplement"("giftListId", "number");

-- CreateIndex
CREATE INDEX "GiftListAddition_childId_idx" ON "GiftListAddition"("childId");

-- CreateIndex
CREATE UNIQUE INDEX "GiftListAddition_supplementId_childId_key" ON "GiftListAddition"("supplementId", "childId");

-- AddForeignKey
ALTER TABLE "GiftList" ADD CONSTRAINT "GiftList_fundId_fkey" FOREIGN KEY ("fundId") REFERENCES "Fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GiftListSupplement" ADD CONSTRAINT "GiftListSupplement_giftListId_fkey" FOREIGN KEY ("giftListId") REFERENCES "GiftList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GiftListAddition" ADD CONSTRAINT "GiftListAddition_supplementId_fkey" FOREIGN KEY ("supplementId") REFERENCES "GiftListSupplement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GiftListAddition" ADD CONSTRAINT "GiftListAddition_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GiftListAddition" ADD CONSTRAINT "GiftListAddition_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GiftListLine" ADD CONSTRAINT "GiftListLine_supplementId_fkey" FOREIGN KEY ("supplementId") REFERENCES "GiftListSupplement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "GiftListLine"
  ADD CONSTRAINT "GiftListLine_added_has_reason" CHECK (("origin" = 'hand') = ("addReason" IS NOT NULL)),
  ADD CONSTRAINT "GiftListLine_supplement_by_hand" CHECK ("supplementId" IS NULL OR "origin" = 'hand');
ALTER TABLE "GiftListAddition" ADD CONSTRAINT "GiftListAddition_has_reason" CHECK ("reason" <> '');
CREATE UNIQUE INDEX "GiftListSupplement_one_open" ON "GiftListSupplement" ("giftListId") WHERE "status" <> 'approved';

-- A child gets the same gift once in a campaign, whatever the number of lists: each line carries its list's campaign and gift.
UPDATE "GiftListLine" line SET "campaignId" = list."campaignId", "giftKindId" = list."giftKindId" FROM "GiftList" list WHERE list."id" = line."giftListId";
ALTER TABLE "GiftListLine" ADD CONSTRAINT "GiftListLine_knows_list" CHECK ("campaignId" IS NOT NULL AND "giftKindId" IS NOT NULL);
CREATE FUNCTION "gift_line_of_list"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT "campaignId", "giftKindId" INTO NEW."campaignId", NEW."giftKindId" FROM "GiftList" WHERE "id" = NEW."giftListId";
  RETURN NEW;
END $$;
CREATE TRIGGER "GiftListLine_of_list" BEFORE INSERT ON "GiftListLine" FOR EACH ROW EXECUTE FUNCTION "gift_line_of_list"();
CREATE FUNCTION "gift_lines_follow"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "GiftListLine" SET "giftKindId" = NEW."giftKindId" WHERE "giftListId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "GiftList_lines_follow" AFTER UPDATE OF "giftKindId" ON "GiftList"
  FOR EACH ROW WHEN (OLD."giftKindId" <> NEW."giftKindId") EXECUTE FUNCTION "gift_lines_follow"();
CREATE UNIQUE INDEX "GiftListLine_once_per_gift" ON "GiftListLine" ("campaignId", "giftKindId", "childId") WHERE NOT "excluded";

-- Who was taken off a list gets nothing, and who has the gift is not taken off: the line is locked by whoever comes first.
CREATE FUNCTION "hand_out_line_stands"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT "excluded" FROM "GiftListLine" WHERE "id" = NEW."lineId" FOR SHARE) THEN
    RAISE EXCEPTION 'the line was taken off its list, by constraint "HandOut_line_stands"' USING ERRCODE = 'check_violation', CONSTRAINT = 'HandOut_line_stands';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "HandOut_line_stands" BEFORE INSERT ON "HandOut" FOR EACH ROW EXECUTE FUNCTION "hand_out_line_stands"();
CREATE FUNCTION "given_line_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "HandOut" WHERE "lineId" = NEW."id") THEN
    RAISE EXCEPTION 'the gift was handed out, by constraint "GiftListLine_given_stays"' USING ERRCODE = 'check_violation', CONSTRAINT = 'GiftListLine_given_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "GiftListLine_given_stays" BEFORE UPDATE OF "excluded" ON "GiftListLine"
  FOR EACH ROW WHEN (NEW."excluded" AND NOT OLD."excluded") EXECUTE FUNCTION "given_line_stays"();
