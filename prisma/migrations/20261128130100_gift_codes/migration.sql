-- Ten digits: what a QR code of few dots holds, a scanner types through any Vietnamese keyboard, and a parent reads out. Nine are drawn at random,
-- so that nothing can be told from them; the tenth is Damm's check digit. The first is no 0, so that none looks like a telephone number.
CREATE FUNCTION "gift_code"() RETURNS TEXT LANGUAGE plpgsql VOLATILE SET search_path = public AS $$
DECLARE
  damm CONSTANT TEXT := '0317598642709215486342068713591750983426612304597836742095815869720134894536201794386172052581436790';
  body TEXT;
  carried INTEGER;
BEGIN
  LOOP
    body := (100000000 + ('x' || right(gen_random_uuid()::text, 12))::bit(48)::bigint % 900000000)::text;
    carried := 0;
    FOR place IN 1..9 LOOP
      carried := substr(damm, carried * 10 + substr(body, place, 1)::integer + 1, 1)::integer;
    END LOOP;
    EXIT WHEN NOT EXISTS (SELECT FROM "GiftListLine" WHERE "code" = body || carried);
  END LOOP;
  RETURN body || carried;
END
$$;

-- AlterTable
ALTER TABLE "GiftListLine" ADD COLUMN "code" TEXT, ADD COLUMN "number" INTEGER;
UPDATE "GiftListLine" SET "code" = "gift_code"();
ALTER TABLE "GiftListLine" ALTER COLUMN "code" SET NOT NULL, ALTER COLUMN "code" SET DEFAULT gift_code();

-- CreateIndex
CREATE UNIQUE INDEX "GiftListLine_code_key" ON "GiftListLine"("code");

-- CreateIndex
CREATE UNIQUE INDEX "GiftListLine_giftListId_number_key" ON "GiftListLine"("giftListId", "number");

ALTER TABLE "GiftListLine"
  ADD CONSTRAINT "GiftListLine_code_form" CHECK ("code" ~ '^[1-9][0-9]{9}$'),
  ADD CONSTRAINT "GiftListLine_number_positive" CHECK ("number" > 0);

-- What is printed of an approved list is entered again by its numbers: a line that has one keeps it, whatever a unit or a child is called later.
CREATE FUNCTION "number_gift_lines"(list UUID) RETURNS VOID LANGUAGE sql VOLATILE SET search_path = public AS $$
  UPDATE "GiftListLine" SET "number" = placed."number" FROM (
    SELECT line."id", coalesce((SELECT max("number") FROM "GiftListLine" WHERE "giftListId" = list), 0)
      + row_number() OVER (ORDER BY unit."sortOrder", unit."name", child."givenName", child."name", line."id") AS "number"
    FROM "GiftListLine" line JOIN "Unit" unit ON unit."id" = line."unitId" JOIN "Child" child ON child."id" = line."childId"
    WHERE line."giftListId" = list AND NOT line."excluded" AND line."number" IS NULL) placed
  WHERE "GiftListLine"."id" = placed."id"
$$;

CREATE FUNCTION "gift_list_approved"() RETURNS TRIGGER LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  PERFORM "number_gift_lines"(NEW."id");
  RETURN NULL;
END
$$;

CREATE TRIGGER "GiftList_numbers_lines" AFTER UPDATE OF "status" ON "GiftList"
  FOR EACH ROW WHEN (NEW."status" = 'approved' AND OLD."status" <> 'approved') EXECUTE FUNCTION "gift_list_approved"();

CREATE FUNCTION "gift_line_numbered"() RETURNS TRIGGER LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF NEW."excluded" OR NEW."number" IS NOT NULL THEN RETURN NEW; END IF;
  IF NOT EXISTS (SELECT FROM "GiftList" WHERE "id" = NEW."giftListId" AND "status" IN ('approved', 'closed')) THEN RETURN NEW; END IF;
  -- One after the other; a lock of the row itself would be stronger than the one that hand-outs share.
  PERFORM pg_advisory_xact_lock(hashtextextended('gift numbers ' || NEW."giftListId", 0));
  NEW."number" := (SELECT coalesce(max("number"), 0) + 1 FROM "GiftListLine" WHERE "giftListId" = NEW."giftListId");
  RETURN NEW;
END
$$;

CREATE TRIGGER "GiftListLine_numbered" BEFORE INSERT OR UPDATE OF "excluded" ON "GiftListLine" FOR EACH ROW EXECUTE FUNCTION "gift_line_numbered"();

SELECT "number_gift_lines"("id") FROM "GiftList" WHERE "status" IN ('approved', 'closed');
