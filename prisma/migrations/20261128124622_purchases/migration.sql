-- AlterEnum
ALTER TYPE "MovementKind" ADD VALUE 'purchaseReversal';

-- CreateTable
CREATE TABLE "StockLot" (
    "id" UUID NOT NULL,
    "sequence" SERIAL NOT NULL,
    "giftKindId" UUID NOT NULL,
    "fundId" UUID NOT NULL,
    "unitValue" BIGINT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "left" INTEGER NOT NULL,
    "receivedOn" DATE NOT NULL,
    "sourceType" TEXT NOT NULL,
    "sourceId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StockLot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockLotMove" (
    "id" UUID NOT NULL,
    "sequence" SERIAL NOT NULL,
    "lotId" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "sourceType" TEXT NOT NULL,
    "sourceId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StockLotMove_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Purchase" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "disbursementId" UUID NOT NULL,
    "supplier" TEXT NOT NULL,
    "supplierKey" TEXT NOT NULL,
    "invoiceSymbol" TEXT NOT NULL,
    "invoiceNumber" TEXT NOT NULL,
    "invoicedOn" DATE NOT NULL,
    "voided" BOOLEAN NOT NULL DEFAULT false,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Purchase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PurchaseItem" (
    "id" UUID NOT NULL,
    "purchaseId" UUID NOT NULL,
    "giftKindId" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "PurchaseItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockIssue" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "giftListId" UUID,
    "giftKindId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "issuedOn" DATE NOT NULL,
    "loss" BOOLEAN NOT NULL DEFAULT false,
    "quantity" INTEGER NOT NULL,
    "value" BIGINT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StockIssue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockSettlement" (
    "id" UUID NOT NULL,
    "movementId" UUID NOT NULL,
    "issueId" UUID NOT NULL,

    CONSTRAINT "StockSettlement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "StockLot_sequence_key" ON "StockLot"("sequence");

-- CreateIndex
CREATE INDEX "StockLot_giftKindId_sequence_idx" ON "StockLot"("giftKindId", "sequence");

-- CreateIndex
CREATE INDEX "StockLot_sourceType_sourceId_idx" ON "StockLot"("sourceType", "sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "StockLotMove_sequence_key" ON "StockLotMove"("sequence");

-- CreateIndex
CREATE INDEX "StockLotMove_lotId_idx" ON "StockLotMove"("lotId");

-- CreateIndex
CREATE INDEX "StockLotMove_sourceType_sourceId_idx" ON "StockLotMove"("sourceType", "sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Purchase_disbursementId_key" ON "Purchase"("disbursementId");

-- CreateIndex
CREATE INDEX "Purchase_campaignId_invoicedOn_idx" ON "Purchase"("campaignId", "invoicedOn");

-- CreateIndex
CREATE UNIQUE INDEX "PurchaseItem_purchaseId_giftKindId_key" ON "PurchaseItem"("purchaseId", "giftKindId");

-- CreateIndex
CREATE INDEX "StockIssue_campaignId_issuedOn_idx" ON "StockIssue"("campaignId", "issuedOn");

-- CreateIndex
CREATE UNIQUE INDEX "StockIssue_year_number_key" ON "StockIssue"("year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "StockSettlement_movementId_key" ON "StockSettlement"("movementId");

-- CreateIndex
CREATE INDEX "StockSettlement_issueId_idx" ON "StockSettlement"("issueId");

-- AddForeignKey
ALTER TABLE "StockLot" ADD CONSTRAINT "StockLot_giftKindId_fkey" FOREIGN KEY ("giftKindId") REFERENCES "GiftKind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockLot" ADD CONSTRAINT "StockLot_fundId_fkey" FOREIGN KEY ("fundId") REFERENCES "Fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockLotMove" ADD CONSTRAINT "StockLotMove_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "StockLot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Purchase" ADD CONSTRAINT "Purchase_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Purchase" ADD CONSTRAINT "Purchase_disbursementId_fkey" FOREIGN KEY ("disbursementId") REFERENCES "Disbursement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PurchaseItem" ADD CONSTRAINT "PurchaseItem_purchaseId_fkey" FOREIGN KEY ("purchaseId") REFERENCES "Purchase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PurchaseItem" ADD CONSTRAINT "PurchaseItem_giftKindId_fkey" FOREIGN KEY ("giftKindId") REFERENCES "GiftKind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockIssue" ADD CONSTRAINT "StockIssue_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockIssue" ADD CONSTRAINT "StockIssue_giftListId_fkey" FOREIGN KEY ("giftListId") REFERENCES "GiftList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockIssue" ADD CONSTRAINT "StockIssue_giftKindId_fkey" FOREIGN KEY ("giftKindId") REFERENCES "GiftKind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockSettlement" ADD CONSTRAINT "StockSettlement_movementId_fkey" FOREIGN KEY ("movementId") REFERENCES "StockMovement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockSettlement" ADD CONSTRAINT "StockSettlement_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "StockIssue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "StockLot"
  ADD CONSTRAINT "StockLot_left_within" CHECK ("left" >= 0 AND "left" <= "quantity"),
  ADD CONSTRAINT "StockLot_positive" CHECK ("quantity" > 0 AND "unitValue" >= 0);
ALTER TABLE "StockLotMove" ADD CONSTRAINT "StockLotMove_moves" CHECK ("quantity" <> 0);
ALTER TABLE "PurchaseItem" ADD CONSTRAINT "PurchaseItem_positive" CHECK ("quantity" > 0 AND "amount" > 0);
-- One invoice is entered once, as long as it stands.
CREATE UNIQUE INDEX "Purchase_invoice_once" ON "Purchase" ("supplierKey", "invoiceSymbol", "invoiceNumber") WHERE NOT "voided";

CREATE FUNCTION "stock_lot_left"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "StockLot" SET "left" = "left" + NEW."quantity" WHERE "id" = NEW."lotId";
  RETURN NULL;
END $$;
CREATE TRIGGER "StockLotMove_left" AFTER INSERT ON "StockLotMove" FOR EACH ROW EXECUTE FUNCTION "stock_lot_left"();

-- Goods that were given before there were lots are on the books already.
INSERT INTO "StockLot" ("id", "giftKindId", "fundId", "unitValue", "quantity", "left", "receivedOn", "sourceType", "sourceId", "createdAt")
SELECT gen_random_uuid(), item."giftKindId", given."fundId", item."unitValue", item."quantity", item."quantity", given."receivedOn", 'Donation', given."id", given."createdAt"
FROM "Donation" given JOIN "DonationItem" item ON item."donationId" = given."id" WHERE given."status" = 'recorded' ORDER BY given."createdAt", item."id";
