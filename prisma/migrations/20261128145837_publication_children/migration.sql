-- CreateTable
CREATE TABLE "PublicationChild" (
    "publicationId" UUID NOT NULL,
    "childId" UUID NOT NULL,
    "named" BOOLEAN NOT NULL,
    "pictured" BOOLEAN NOT NULL,

    CONSTRAINT "PublicationChild_pkey" PRIMARY KEY ("publicationId","childId")
);

-- CreateIndex
CREATE INDEX "PublicationChild_childId_idx" ON "PublicationChild"("childId");

-- AddForeignKey
ALTER TABLE "PublicationChild" ADD CONSTRAINT "PublicationChild_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationChild" ADD CONSTRAINT "PublicationChild_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PublicationChild" ADD CONSTRAINT "PublicationChild_named_or_pictured" CHECK ("named" OR "pictured");
