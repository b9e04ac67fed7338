-- CreateEnum
CREATE TYPE "DataRequestKind" AS ENUM ('copy', 'correction', 'erasure');

-- CreateEnum
CREATE TYPE "DataRequestStatus" AS ENUM ('received', 'accepted', 'refused', 'fulfilled', 'withdrawn');

-- CreateTable
CREATE TABLE "DataRequest" (
    "id" UUID NOT NULL,
    "childId" UUID NOT NULL,
    "kind" "DataRequestKind" NOT NULL,
    "status" "DataRequestStatus" NOT NULL DEFAULT 'received',
    "text" TEXT NOT NULL DEFAULT '',
    "requestedById" UUID NOT NULL,
    "receivedOn" DATE NOT NULL,
    "answerDueOn" DATE NOT NULL,
    "fulfilDueOn" DATE NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "outcome" TEXT NOT NULL DEFAULT '',
    "erased" JSONB,
    "fulfilledById" UUID,
    "fulfilledAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DataRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DataRequest_childId_idx" ON "DataRequest"("childId");

-- CreateIndex
CREATE INDEX "DataRequest_status_answerDueOn_idx" ON "DataRequest"("status", "answerDueOn");

-- CreateIndex
CREATE INDEX "DataRequest_requestedById_idx" ON "DataRequest"("requestedById");

-- AddForeignKey
ALTER TABLE "DataRequest" ADD CONSTRAINT "DataRequest_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A second one of the same kind waits until the first is answered; two parents who ask at once are one request.
CREATE UNIQUE INDEX "DataRequest_one_open" ON "DataRequest" ("childId", "kind") WHERE "status" IN ('received', 'accepted');
ALTER TABLE "DataRequest"
  ADD CONSTRAINT "DataRequest_answered_by_somebody" CHECK (("answeredAt" IS NULL) = ("answeredById" IS NULL)),
  ADD CONSTRAINT "DataRequest_answer_where_answered" CHECK (("status" IN ('accepted', 'refused', 'fulfilled')) <= ("answeredAt" IS NOT NULL)),
  ADD CONSTRAINT "DataRequest_refused_with_reason" CHECK (("status" = 'refused') <= ("answer" <> '')),
  ADD CONSTRAINT "DataRequest_fulfilled_by_somebody" CHECK (("status" = 'fulfilled') = ("fulfilledAt" IS NOT NULL AND "fulfilledById" IS NOT NULL)),
  ADD CONSTRAINT "DataRequest_erased_by_another" CHECK ("kind" <> 'erasure' OR "fulfilledById" IS NULL OR "fulfilledById" <> "answeredById");
