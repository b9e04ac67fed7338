-- CreateTable
CREATE TABLE "HandOutSignature" (
    "id" UUID NOT NULL,
    "lineId" UUID NOT NULL,
    "strokes" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HandOutSignature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HandOutPhoto" (
    "id" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "lineId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HandOutPhoto_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "HandOutSignature_lineId_idx" ON "HandOutSignature"("lineId");

-- CreateIndex
CREATE INDEX "HandOutPhoto_lineId_idx" ON "HandOutPhoto"("lineId");

-- CreateIndex
CREATE UNIQUE INDEX "HandOutPhoto_fileId_lineId_key" ON "HandOutPhoto"("fileId", "lineId");

-- AddForeignKey
ALTER TABLE "HandOutSignature" ADD CONSTRAINT "HandOutSignature_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "GiftListLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandOutPhoto" ADD CONSTRAINT "HandOutPhoto_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "File"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandOutPhoto" ADD CONSTRAINT "HandOutPhoto_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "GiftListLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "HandOutSignature" ADD CONSTRAINT "HandOutSignature_small" CHECK (length("strokes") BETWEEN 1 AND 20000);

-- What is left of a child's hand-outs beside the hand-out itself: erased on request, and only so. Answers with the files of photos that showed
-- the child, also with others: nothing points at them any more, and the caller removes them.
CREATE FUNCTION "erase_hand_out_marks"(child UUID) RETURNS SETOF UUID
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS $$
  WITH own AS (SELECT "id" FROM "GiftListLine" WHERE "childId" = child),
  signed AS (DELETE FROM "HandOutSignature" WHERE "lineId" IN (SELECT "id" FROM own)),
  shown AS (
    DELETE FROM "HandOutPhoto" WHERE "fileId" IN (SELECT "fileId" FROM "HandOutPhoto" WHERE "lineId" IN (SELECT "id" FROM own)) RETURNING "fileId")
  SELECT DISTINCT "fileId" FROM shown
$$;
