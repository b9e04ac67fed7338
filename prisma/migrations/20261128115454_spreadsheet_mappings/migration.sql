-- CreateEnum
CREATE TYPE "ImportKind" AS ENUM ('employee', 'child');

-- CreateTable
CREATE TABLE "ImportMapping" (
    "kind" "ImportKind" NOT NULL,
    "headings" TEXT NOT NULL,
    "fields" TEXT[],
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportMapping_pkey" PRIMARY KEY ("kind","headings")
);

-- CreateTable
CREATE TABLE "ImportAnswer" (
    "sha256" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "answer" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportAnswer_pkey" PRIMARY KEY ("sha256","row")
);
