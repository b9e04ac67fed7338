-- CreateTable
CREATE TABLE "SetDay" (
    "day" DATE NOT NULL,
    "working" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "SetDay_pkey" PRIMARY KEY ("day")
);

ALTER TABLE "SetDay" ADD CONSTRAINT "SetDay_says_why" CHECK ("note" <> '');
