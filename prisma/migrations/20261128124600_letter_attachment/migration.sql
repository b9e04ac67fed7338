-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "attachment" BYTEA,
ADD COLUMN     "attachmentName" TEXT;

ALTER TABLE "Mail" ADD CONSTRAINT "Mail_attachment_has_name" CHECK (("attachment" IS NULL) = ("attachmentName" IS NULL));
