-- CreateTable
CREATE TABLE "UndoneHandOut" (
    "id" UUID NOT NULL,
    "lineId" UUID NOT NULL,
    "giftKindId" UUID NOT NULL,
    "unitValue" BIGINT NOT NULL,
    "handedOutAt" TIMESTAMPTZ(3) NOT NULL,
    "handedOutById" UUID NOT NULL,
    "collectorName" TEXT NOT NULL,
    "proxyRelation" TEXT,
    "reason" TEXT NOT NULL,
    "undoneById" UUID NOT NULL,
    "undoneAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UndoneHandOut_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "UndoneHandOut_lineId_idx" ON "UndoneHandOut"("lineId");

-- AddForeignKey
ALTER TABLE "UndoneHandOut" ADD CONSTRAINT "UndoneHandOut_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "GiftListLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "UndoneHandOut"
  ADD CONSTRAINT "UndoneHandOut_has_reason" CHECK ("reason" <> ''),
  ADD CONSTRAINT "UndoneHandOut_by_another" CHECK ("undoneById" <> "handedOutById");

-- The one way a hand-out stops counting: it moves, whole, to those that were undone. The application itself may not remove any.
CREATE FUNCTION "undo_hand_out"(which UUID, why TEXT, who UUID, moment TIMESTAMPTZ) RETURNS INTEGER
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  WITH gone AS (DELETE FROM "HandOut" WHERE "id" = which RETURNING *), kept AS (
    INSERT INTO "UndoneHandOut" ("id", "lineId", "giftKindId", "unitValue", "handedOutAt", "handedOutById", "collectorName", "proxyRelation",
      "reason", "undoneById", "undoneAt")
    SELECT "id", "lineId", "giftKindId", "unitValue", "handedOutAt", "handedOutById", "collectorName", "proxyRelation", why, who, moment FROM gone
    RETURNING "id")
  SELECT count(*)::integer FROM kept
$$;
