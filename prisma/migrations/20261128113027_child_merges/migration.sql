-- AlterTable
ALTER TABLE "Child" ADD COLUMN     "mergedIntoId" UUID;

-- CreateTable
CREATE TABLE "ChildMerge" (
    "id" UUID NOT NULL,
    "keptId" UUID NOT NULL,
    "goneId" UUID NOT NULL,
    "moved" JSONB NOT NULL,
    "mergedById" UUID NOT NULL,
    "mergedAt" TIMESTAMPTZ(3) NOT NULL,
    "undoneById" UUID,
    "undoneAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ChildMerge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ChildMerge_keptId_idx" ON "ChildMerge"("keptId");

-- CreateIndex
CREATE INDEX "ChildMerge_goneId_idx" ON "ChildMerge"("goneId");

-- CreateIndex
CREATE INDEX "Child_mergedIntoId_idx" ON "Child"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "Child" ADD CONSTRAINT "Child_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Child"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChildMerge" ADD CONSTRAINT "ChildMerge_keptId_fkey" FOREIGN KEY ("keptId") REFERENCES "Child"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChildMerge" ADD CONSTRAINT "ChildMerge_goneId_fkey" FOREIGN KEY ("goneId") REFERENCES "Child"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Child"
  ADD CONSTRAINT "Child_merged_is_inactive" CHECK ("mergedIntoId" IS NULL OR (NOT "active" AND "mergedIntoId" <> "id"));
ALTER TABLE "ChildMerge" ADD CONSTRAINT "ChildMerge_undone_by_somebody" CHECK (("undoneAt" IS NULL) = ("undoneById" IS NULL));
CREATE UNIQUE INDEX "ChildMerge_one_in_force" ON "ChildMerge" ("goneId") WHERE "undoneAt" IS NULL;

-- A desk may have read its line before it was taken off the list: the gift waits for whoever is changing the line, and sees what became of it.
CREATE FUNCTION "hand_out_is_entitled"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT "excluded" FROM "GiftListLine" WHERE "id" = NEW."lineId" FOR SHARE) THEN
    RAISE EXCEPTION 'HandOut_line_on_list: line % is off its list', NEW."lineId" USING ERRCODE = 'check_violation', CONSTRAINT = 'HandOut_line_on_list';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "HandOut_line_on_list" BEFORE INSERT ON "HandOut" FOR EACH ROW EXECUTE FUNCTION "hand_out_is_entitled"();
