-- CreateEnum
CREATE TYPE "NoticeVia" AS ENUM ('account', 'link', 'paper');

-- CreateEnum
CREATE TYPE "ConfirmationStatus" AS ENUM ('open', 'confirmed', 'returned', 'locked');

-- CreateEnum
CREATE TYPE "TaskFigure" AS ENUM ('reach', 'sessions', 'participants', 'children', 'cost');

-- DropIndex
DROP INDEX "Report_campaignId_key";

-- AlterTable
ALTER TABLE "Agency" ADD COLUMN     "escalateAfter" INTEGER NOT NULL DEFAULT 2;

-- AlterTable
ALTER TABLE "Campaign" ADD COLUMN     "preface" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "recipients" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "correction" TEXT,
ADD COLUMN     "replacesId" UUID,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "sentOn" DATE,
ADD COLUMN     "sentTo" TEXT,
ADD COLUMN     "sentVia" TEXT;

-- AlterTable
ALTER TABLE "ReportSection" ADD COLUMN     "blocks" JSONB;

-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "children" INTEGER,
ADD COLUMN     "cost" BIGINT,
ADD COLUMN     "escalatedAt" TIMESTAMPTZ(3),
ADD COLUMN     "evidenceAsked" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "figuresAsked" "TaskFigure"[] DEFAULT ARRAY[]::"TaskFigure"[],
ADD COLUMN     "firstDueOn" DATE,
ADD COLUMN     "participants" INTEGER,
ADD COLUMN     "sessions" INTEGER;

-- CreateTable
CREATE TABLE "FormerAgency" (
    "until" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "parentName" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "symbol" TEXT NOT NULL,
    "leaderTitle" TEXT NOT NULL,
    "leaderName" TEXT NOT NULL,

    CONSTRAINT "FormerAgency_pkey" PRIMARY KEY ("until")
);

-- CreateTable
CREATE TABLE "FormerUnit" (
    "unitId" UUID NOT NULL,
    "until" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "kind" "UnitKind" NOT NULL,

    CONSTRAINT "FormerUnit_pkey" PRIMARY KEY ("unitId","until")
);

-- CreateTable
CREATE TABLE "PlanVersion" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "submittedById" UUID NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "approved" BOOLEAN,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "PlanVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanComment" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedById" UUID,
    "resolvedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PlanComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "publishedById" UUID,
    "publishedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeReader" (
    "id" UUID NOT NULL,
    "noticeId" UUID NOT NULL,
    "employeeId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "via" "NoticeVia",

    CONSTRAINT "NoticeReader_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "mailedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ReminderSetting" (
    "userId" UUID NOT NULL,
    "mail" BOOLEAN NOT NULL DEFAULT true,
    "hour" INTEGER NOT NULL DEFAULT 7,
    "quietDays" INTEGER[] DEFAULT ARRAY[0, 6]::INTEGER[],
    "remindedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ReminderSetting_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "userId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "failedAt" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnnexRow" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "sortOrder" INTEGER NOT NULL,
    "indicator" TEXT,
    "label" TEXT NOT NULL,
    "unit" TEXT NOT NULL DEFAULT '',
    "by" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "filter" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "AnnexRow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FigureConfirmation" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "status" "ConfirmationStatus" NOT NULL DEFAULT 'open',
    "statement" TEXT NOT NULL DEFAULT '',
    "difficulties" TEXT NOT NULL DEFAULT '',
    "proposals" TEXT NOT NULL DEFAULT '',
    "confirmedById" UUID,
    "confirmedName" TEXT,
    "confirmedAt" TIMESTAMPTZ(3),
    "figures" JSONB,
    "returnReason" TEXT,
    "lockedAt" TIMESTAMPTZ(3),
    "exception" TEXT,
    "exceptionById" UUID,
    "exceptionEnds" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "FigureConfirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SigningKey" (
    "id" UUID NOT NULL,
    "publicKey" TEXT NOT NULL,
    "sealedKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SigningKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Sender" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "publicKey" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Sender_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReceivedPackage" (
    "id" UUID NOT NULL,
    "senderId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "issuedOn" DATE NOT NULL,
    "content" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "receivedById" UUID NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReceivedPackage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TaskStep" (
    "id" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "assigneeId" UUID,
    "dueOn" DATE,
    "sortOrder" INTEGER NOT NULL DEFAULT 0,
    "doneById" UUID,
    "doneAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TaskStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TaskChase" (
    "id" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "chasedById" UUID NOT NULL,
    "chasedAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "TaskChase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TaskExtension" (
    "id" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "requestedById" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "previousDueOn" DATE NOT NULL,
    "granted" BOOLEAN,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decision" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "TaskExtension_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PlanVersion_campaignId_number_key" ON "PlanVersion"("campaignId", "number");

-- CreateIndex
CREATE INDEX "PlanComment_campaignId_createdAt_idx" ON "PlanComment"("campaignId", "createdAt");

-- CreateIndex
CREATE INDEX "Notice_campaignId_idx" ON "Notice"("campaignId");

-- CreateIndex
CREATE UNIQUE INDEX "NoticeReader_token_key" ON "NoticeReader"("token");

-- CreateIndex
CREATE INDEX "NoticeReader_noticeId_unitId_idx" ON "NoticeReader"("noticeId", "unitId");

-- CreateIndex
CREATE UNIQUE INDEX "NoticeReader_noticeId_employeeId_key" ON "NoticeReader"("noticeId", "employeeId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_key_key" ON "Mail"("key");

-- CreateIndex
CREATE INDEX "Mail_sentAt_failedAt_nextAt_idx" ON "Mail"("sentAt", "failedAt", "nextAt");

-- CreateIndex
CREATE INDEX "AnnexRow_campaignId_sortOrder_idx" ON "AnnexRow"("campaignId", "sortOrder");

-- CreateIndex
CREATE UNIQUE INDEX "FigureConfirmation_campaignId_unitId_key" ON "FigureConfirmation"("campaignId", "unitId");

-- CreateIndex
CREATE UNIQUE INDEX "SigningKey_publicKey_key" ON "SigningKey"("publicKey");

-- CreateIndex
CREATE UNIQUE INDEX "Sender_name_key" ON "Sender"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Sender_publicKey_key" ON "Sender"("publicKey");

-- CreateIndex
CREATE UNIQUE INDEX "ReceivedPackage_contentHash_key" ON "ReceivedPackage"("contentHash");

-- CreateIndex
CREATE UNIQUE INDEX "ReceivedPackage_senderId_year_revision_key" ON "ReceivedPackage"("senderId", "year", "revision");

-- CreateIndex
CREATE INDEX "TaskStep_taskId_sortOrder_idx" ON "TaskStep"("taskId", "sortOrder");

-- CreateIndex
CREATE INDEX "TaskStep_assigneeId_idx" ON "TaskStep"("assigneeId");

-- CreateIndex
CREATE INDEX "TaskChase_taskId_chasedAt_idx" ON "TaskChase"("taskId", "chasedAt");

-- CreateIndex
CREATE INDEX "TaskExtension_taskId_requestedAt_idx" ON "TaskExtension"("taskId", "requestedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Report_replacesId_key" ON "Report"("replacesId");

-- CreateIndex
CREATE UNIQUE INDEX "Report_campaignId_revision_key" ON "Report"("campaignId", "revision");

-- CreateIndex
CREATE INDEX "Task_campaignId_activityId_unitId_idx" ON "Task"("campaignId", "activityId", "unitId");

-- CreateIndex
CREATE INDEX "Task_campaignId_unitId_dueOn_idx" ON "Task"("campaignId", "unitId", "dueOn");

-- AddForeignKey
ALTER TABLE "FormerUnit" ADD CONSTRAINT "FormerUnit_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanVersion" ADD CONSTRAINT "PlanVersion_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanComment" ADD CONSTRAINT "PlanComment_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeReader" ADD CONSTRAINT "NoticeReader_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeReader" ADD CONSTRAINT "NoticeReader_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeReader" ADD CONSTRAINT "NoticeReader_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderSetting" ADD CONSTRAINT "ReminderSetting_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnexRow" ADD CONSTRAINT "AnnexRow_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FigureConfirmation" ADD CONSTRAINT "FigureConfirmation_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FigureConfirmation" ADD CONSTRAINT "FigureConfirmation_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReceivedPackage" ADD CONSTRAINT "ReceivedPackage_senderId_fkey" FOREIGN KEY ("senderId") REFERENCES "Sender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskStep" ADD CONSTRAINT "TaskStep_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskStep" ADD CONSTRAINT "TaskStep_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskChase" ADD CONSTRAINT "TaskChase_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskExtension" ADD CONSTRAINT "TaskExtension_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- CreateTable
CREATE TABLE "PlannedTask" (
    "id" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "instructions" TEXT NOT NULL DEFAULT '',
    "dueOn" DATE NOT NULL,
    "figuresAsked" "TaskFigure"[] DEFAULT ARRAY[]::"TaskFigure"[],
    "evidenceAsked" JSONB NOT NULL DEFAULT '[]',
    "steps" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PlannedTask_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "PlannedTask_activityId_unitId_title_key" ON "PlannedTask"("activityId", "unitId", "title");
ALTER TABLE "PlannedTask" ADD CONSTRAINT "PlannedTask_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PlannedTask" ADD CONSTRAINT "PlannedTask_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the rules promise, kept by the database.
ALTER TABLE "Task" ADD CONSTRAINT "Task_figures_not_negative"
  CHECK ("reach" >= 0 AND "sessions" >= 0 AND "participants" >= 0 AND "children" >= 0 AND "cost" >= 0);
ALTER TABLE "PlanVersion"
  ADD CONSTRAINT "PlanVersion_decided_is_whole" CHECK (("approved" IS NULL) = ("decidedById" IS NULL) AND ("approved" IS NULL) = ("decidedAt" IS NULL)),
  ADD CONSTRAINT "PlanVersion_return_has_reason" CHECK ("approved" IS DISTINCT FROM false OR "reason" IS NOT NULL);
CREATE UNIQUE INDEX "PlanVersion_one_waits" ON "PlanVersion" ("campaignId") WHERE "approved" IS NULL;
ALTER TABLE "TaskChase" ADD CONSTRAINT "TaskChase_answer_is_whole" CHECK (("answer" IS NULL) = ("answeredAt" IS NULL) AND ("answer" IS NULL) = ("answeredById" IS NULL));
ALTER TABLE "TaskExtension"
  ADD CONSTRAINT "TaskExtension_decided_is_whole" CHECK (("granted" IS NULL) = ("decidedAt" IS NULL) AND ("granted" IS NULL) = ("decidedById" IS NULL)),
  ADD CONSTRAINT "TaskExtension_later" CHECK ("dueOn" > "previousDueOn");
CREATE UNIQUE INDEX "TaskExtension_one_waits" ON "TaskExtension" ("taskId") WHERE "granted" IS NULL;
ALTER TABLE "TaskStep" ADD CONSTRAINT "TaskStep_done_is_whole" CHECK (("doneAt" IS NULL) = ("doneById" IS NULL));
ALTER TABLE "NoticeReader" ADD CONSTRAINT "NoticeReader_read_is_whole" CHECK (("readAt" IS NULL) = ("via" IS NULL));
ALTER TABLE "ReminderSetting" ADD CONSTRAINT "ReminderSetting_hour" CHECK ("hour" BETWEEN 0 AND 20);
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_not_both" CHECK ("sentAt" IS NULL OR "failedAt" IS NULL);
ALTER TABLE "Report"
  ADD CONSTRAINT "Report_correction_says_what" CHECK (("replacesId" IS NULL) = ("correction" IS NULL) AND ("replacesId" IS NULL) = ("revision" = 1)),
  ADD CONSTRAINT "Report_sent_is_signed" CHECK ("sentOn" IS NULL OR "status" = 'signed');
CREATE UNIQUE INDEX "Report_one_open" ON "Report" ("campaignId") WHERE "status" <> 'signed';
ALTER TABLE "FigureConfirmation" ADD CONSTRAINT "FigureConfirmation_confirmed_has_name"
  CHECK ("status" NOT IN ('confirmed', 'locked') OR "confirmedAt" IS NULL = ("confirmedName" IS NULL));
