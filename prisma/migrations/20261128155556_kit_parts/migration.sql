-- Known by an id of its own, as every row that is only ever added.
ALTER TABLE "KitAssemblyPart"
  DROP CONSTRAINT "KitAssemblyPart_pkey",
  ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  ADD CONSTRAINT "KitAssemblyPart_pkey" PRIMARY KEY ("id");
ALTER TABLE "KitAssemblyPart" ALTER COLUMN "id" DROP DEFAULT;

-- CreateIndex
CREATE UNIQUE INDEX "KitAssemblyPart_assemblyId_componentId_key" ON "KitAssemblyPart"("assemblyId", "componentId");
