-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "MovementKind" ADD VALUE 'assembly';
ALTER TYPE "MovementKind" ADD VALUE 'disassembly';

-- CreateTable
CREATE TABLE "KitComponent" (
    "kitId" UUID NOT NULL,
    "componentId" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "KitComponent_pkey" PRIMARY KEY ("kitId","componentId")
);

-- CreateTable
CREATE TABLE "KitAssembly" (
    "id" UUID NOT NULL,
    "kitId" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "madeOn" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KitAssembly_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KitAssemblyPart" (
    "assemblyId" UUID NOT NULL,
    "componentId" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "value" BIGINT NOT NULL,

    CONSTRAINT "KitAssemblyPart_pkey" PRIMARY KEY ("assemblyId","componentId")
);

-- CreateIndex
CREATE INDEX "KitComponent_componentId_idx" ON "KitComponent"("componentId");

-- CreateIndex
CREATE INDEX "KitAssembly_kitId_createdAt_idx" ON "KitAssembly"("kitId", "createdAt");

-- AddForeignKey
ALTER TABLE "KitComponent" ADD CONSTRAINT "KitComponent_kitId_fkey" FOREIGN KEY ("kitId") REFERENCES "GiftKind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KitComponent" ADD CONSTRAINT "KitComponent_componentId_fkey" FOREIGN KEY ("componentId") REFERENCES "GiftKind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KitAssembly" ADD CONSTRAINT "KitAssembly_kitId_fkey" FOREIGN KEY ("kitId") REFERENCES "GiftKind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KitAssemblyPart" ADD CONSTRAINT "KitAssemblyPart_assemblyId_fkey" FOREIGN KEY ("assemblyId") REFERENCES "KitAssembly"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KitAssemblyPart" ADD CONSTRAINT "KitAssemblyPart_componentId_fkey" FOREIGN KEY ("componentId") REFERENCES "GiftKind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "KitComponent"
  ADD CONSTRAINT "KitComponent_pieces" CHECK ("quantity" > 0),
  ADD CONSTRAINT "KitComponent_not_itself" CHECK ("kitId" <> "componentId");
ALTER TABLE "KitAssembly" ADD CONSTRAINT "KitAssembly_moves" CHECK ("quantity" <> 0);
ALTER TABLE "KitAssemblyPart" ADD CONSTRAINT "KitAssemblyPart_pieces" CHECK ("quantity" > 0 AND "value" >= 0);
