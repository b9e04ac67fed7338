-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('leadership', 'office', 'union', 'communications', 'unitHead', 'employee', 'auditor', 'administrator');

-- CreateEnum
CREATE TYPE "UnitKind" AS ENUM ('leadership', 'office', 'division', 'subordinate', 'union');

-- CreateEnum
CREATE TYPE "EmployeeKind" AS ENUM ('civilServant', 'publicEmployee', 'worker');

-- CreateEnum
CREATE TYPE "NominationStatus" AS ENUM ('submitted', 'returned', 'approved', 'rejected', 'decided');

-- CreateEnum
CREATE TYPE "DecisionStatus" AS ENUM ('draft', 'signed');

-- CreateEnum
CREATE TYPE "CampaignStatus" AS ENUM ('draft', 'submitted', 'approved', 'running', 'closed');

-- CreateEnum
CREATE TYPE "ActivityKind" AS ENUM ('communication', 'donation', 'gift', 'award', 'movement', 'organisation');

-- CreateEnum
CREATE TYPE "UnitPart" AS ENUM ('lead', 'support');

-- CreateEnum
CREATE TYPE "Sex" AS ENUM ('female', 'male');

-- CreateEnum
CREATE TYPE "SchoolLevel" AS ENUM ('preschool', 'primary', 'lowerSecondary', 'upperSecondary');

-- CreateEnum
CREATE TYPE "Relation" AS ENUM ('father', 'mother', 'guardian');

-- CreateEnum
CREATE TYPE "ConsentPurpose" AS ENUM ('gift', 'award', 'event', 'publishName', 'publishPhoto');

-- CreateEnum
CREATE TYPE "ConsentMethod" AS ENUM ('paper', 'account');

-- CreateEnum
CREATE TYPE "DonorKind" AS ENUM ('person', 'organisation');

-- CreateEnum
CREATE TYPE "DonationMethod" AS ENUM ('cash', 'transfer', 'inKind');

-- CreateEnum
CREATE TYPE "MoneySource" AS ENUM ('donation', 'union', 'budget');

-- CreateEnum
CREATE TYPE "RecordStatus" AS ENUM ('recorded', 'voided');

-- CreateEnum
CREATE TYPE "EventKind" AS ENUM ('session', 'outing', 'entertainment', 'sport', 'culture', 'ceremony', 'movement');

-- CreateEnum
CREATE TYPE "EventStatus" AS ENUM ('planned', 'held', 'cancelled');

-- CreateEnum
CREATE TYPE "MovementKind" AS ENUM ('purchase', 'donation', 'donationReversal', 'handOut', 'returned', 'loss', 'adjustment');

-- CreateEnum
CREATE TYPE "GiftListStatus" AS ENUM ('draft', 'submitted', 'approved', 'closed');

-- CreateEnum
CREATE TYPE "AccountKind" AS ENUM ('asset', 'income', 'expense');

-- CreateEnum
CREATE TYPE "EntryKind" AS ENUM ('donation', 'payment', 'transferOut', 'goodsIssue', 'goodsReceipt', 'reversal');

-- CreateEnum
CREATE TYPE "DisbursementKind" AS ENUM ('payment', 'transferOut');

-- CreateEnum
CREATE TYPE "DisbursementPurpose" AS ENUM ('gift', 'award', 'event', 'support', 'fundTransfer', 'other');

-- CreateEnum
CREATE TYPE "PublicationKind" AS ENUM ('news', 'article', 'slogan', 'message');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('website', 'zalo', 'facebook', 'loudspeaker', 'noticeBoard', 'press', 'other');

-- CreateEnum
CREATE TYPE "PublicationStatus" AS ENUM ('planned', 'published', 'withdrawn');

-- CreateEnum
CREATE TYPE "ReportStatus" AS ENUM ('draft', 'submitted', 'signed');

-- CreateEnum
CREATE TYPE "TaskStatus" AS ENUM ('assigned', 'acknowledged', 'inProgress', 'submitted', 'returned', 'accepted');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "username" TEXT,
    "displayUsername" TEXT,
    "twoFactorEnabled" BOOLEAN NOT NULL DEFAULT false,
    "roles" "Role"[],
    "active" BOOLEAN NOT NULL DEFAULT true,
    "mustChangePassword" BOOLEAN NOT NULL DEFAULT true,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "employeeId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TwoFactor" (
    "id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "backupCodes" TEXT NOT NULL,
    "verified" BOOLEAN DEFAULT true,
    "failedVerificationCount" INTEGER DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),
    "userId" UUID NOT NULL,

    CONSTRAINT "TwoFactor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Agency" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "parentName" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "symbol" TEXT NOT NULL,
    "leaderTitle" TEXT NOT NULL DEFAULT 'GIÁM ĐỐC',
    "leaderName" TEXT NOT NULL,
    "sampleDay" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "kind" "UnitKind" NOT NULL,
    "search" TEXT NOT NULL,
    "sortOrder" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "headId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Employee" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "givenName" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "unitId" UUID NOT NULL,
    "position" TEXT NOT NULL DEFAULT '',
    "kind" "EmployeeKind" NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Employee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "userId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "answer" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("userId","key")
);

-- CreateTable
CREATE TABLE "AwardTier" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "schoolLevel" "SchoolLevel",
    "criterion" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "sortOrder" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AwardTier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Nomination" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "childId" UUID NOT NULL,
    "tierId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "school" TEXT NOT NULL,
    "className" TEXT NOT NULL,
    "schoolLevel" "SchoolLevel" NOT NULL,
    "achievement" TEXT NOT NULL,
    "status" "NominationStatus" NOT NULL DEFAULT 'submitted',
    "reviewReason" TEXT,
    "amount" BIGINT,
    "decisionId" UUID,
    "submittedById" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Nomination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AwardDecision" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "number" TEXT,
    "decidedOn" DATE,
    "status" "DecisionStatus" NOT NULL DEFAULT 'draft',
    "signedById" UUID,
    "signedAt" TIMESTAMPTZ(3),
    "snapshot" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AwardDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Campaign" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "requirements" TEXT NOT NULL DEFAULT '',
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "reportDueOn" DATE NOT NULL,
    "recipientName" TEXT NOT NULL,
    "schoolYear" TEXT NOT NULL,
    "status" "CampaignStatus" NOT NULL DEFAULT 'draft',
    "planNumber" TEXT,
    "planIssuedOn" DATE,
    "returnReason" TEXT,
    "approvedById" UUID,
    "approvedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LegalBasis" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'Công văn',
    "number" TEXT NOT NULL,
    "issuedOn" DATE NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "sortOrder" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "LegalBasis_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "clause" TEXT NOT NULL,
    "kind" "ActivityKind" NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "sortOrder" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActivityUnit" (
    "activityId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "part" "UnitPart" NOT NULL,

    CONSTRAINT "ActivityUnit_pkey" PRIMARY KEY ("activityId","unitId")
);

-- CreateTable
CREATE TABLE "Child" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "givenName" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "birthDate" DATE NOT NULL,
    "sex" "Sex" NOT NULL,
    "schoolLevel" "SchoolLevel",
    "school" TEXT NOT NULL DEFAULT '',
    "className" TEXT NOT NULL DEFAULT '',
    "circumstances" TEXT NOT NULL DEFAULT '',
    "notSameAs" UUID[],
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Child_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Guardian" (
    "childId" UUID NOT NULL,
    "employeeId" UUID NOT NULL,
    "relation" "Relation" NOT NULL,

    CONSTRAINT "Guardian_pkey" PRIMARY KEY ("childId","employeeId")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "childId" UUID NOT NULL,
    "purpose" "ConsentPurpose" NOT NULL,
    "method" "ConsentMethod" NOT NULL,
    "givenByName" TEXT NOT NULL,
    "relation" "Relation" NOT NULL,
    "childAgreed" BOOLEAN NOT NULL DEFAULT false,
    "givenOn" DATE NOT NULL,
    "withdrawnOn" DATE,
    "withdrawReason" TEXT,
    "recordedById" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Fund" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "sortOrder" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Fund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Donor" (
    "id" UUID NOT NULL,
    "kind" "DonorKind" NOT NULL,
    "name" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "phone" TEXT,
    "address" TEXT NOT NULL DEFAULT '',
    "anonymous" BOOLEAN NOT NULL DEFAULT true,
    "employeeId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Donor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Donation" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "donorId" UUID NOT NULL,
    "fundId" UUID NOT NULL,
    "method" "DonationMethod" NOT NULL,
    "source" "MoneySource" NOT NULL DEFAULT 'donation',
    "amount" BIGINT NOT NULL,
    "receivedOn" DATE NOT NULL,
    "receiptYear" INTEGER NOT NULL,
    "receiptNumber" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "search" TEXT NOT NULL,
    "status" "RecordStatus" NOT NULL DEFAULT 'recorded',
    "voidReason" TEXT,
    "voidedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Donation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DonationItem" (
    "id" UUID NOT NULL,
    "donationId" UUID NOT NULL,
    "giftKindId" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unitValue" BIGINT NOT NULL,

    CONSTRAINT "DonationItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "kind" "EventKind" NOT NULL,
    "name" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "heldOn" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "status" "EventStatus" NOT NULL DEFAULT 'planned',
    "participants" INTEGER NOT NULL DEFAULT 0,
    "childrenReached" INTEGER NOT NULL DEFAULT 0,
    "cost" BIGINT NOT NULL DEFAULT 0,
    "incidents" INTEGER NOT NULL DEFAULT 0,
    "incidentNote" TEXT NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL DEFAULT '',
    "cancelReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "File" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploadedById" UUID NOT NULL,
    "subjectType" TEXT,
    "subjectId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "File_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GiftKind" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "measure" TEXT NOT NULL DEFAULT 'phần',
    "unitValue" BIGINT NOT NULL,
    "stockOnHand" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GiftKind_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockMovement" (
    "id" UUID NOT NULL,
    "giftKindId" UUID NOT NULL,
    "kind" "MovementKind" NOT NULL,
    "quantity" INTEGER NOT NULL,
    "balance" INTEGER NOT NULL,
    "movedOn" DATE NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "sourceType" TEXT,
    "sourceId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StockMovement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GiftList" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "giftKindId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "underAge" INTEGER NOT NULL DEFAULT 16,
    "asOf" DATE NOT NULL,
    "status" "GiftListStatus" NOT NULL DEFAULT 'draft',
    "returnReason" TEXT,
    "generatedAt" TIMESTAMPTZ(3),
    "approvedById" UUID,
    "approvedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GiftList_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GiftListLine" (
    "id" UUID NOT NULL,
    "giftListId" UUID NOT NULL,
    "childId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "excluded" BOOLEAN NOT NULL DEFAULT false,
    "excludeReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GiftListLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HandOut" (
    "id" UUID NOT NULL,
    "lineId" UUID NOT NULL,
    "giftKindId" UUID NOT NULL,
    "unitValue" BIGINT NOT NULL,
    "handedOutAt" TIMESTAMPTZ(3) NOT NULL,
    "handedOutById" UUID NOT NULL,
    "collectorName" TEXT NOT NULL,
    "proxyRelation" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HandOut_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerAccount" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "AccountKind" NOT NULL,
    "sortOrder" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "LedgerAccount_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "JournalEntry" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "EntryKind" NOT NULL,
    "enteredOn" DATE NOT NULL,
    "memo" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "sourceType" TEXT NOT NULL,
    "sourceId" UUID NOT NULL,
    "reversesId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "JournalEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JournalLine" (
    "id" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "accountCode" TEXT NOT NULL,
    "fundId" UUID NOT NULL,
    "debit" BIGINT NOT NULL DEFAULT 0,
    "credit" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "JournalLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Disbursement" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "fundId" UUID NOT NULL,
    "kind" "DisbursementKind" NOT NULL,
    "purpose" "DisbursementPurpose" NOT NULL,
    "method" "DonationMethod" NOT NULL,
    "amount" BIGINT NOT NULL,
    "payee" TEXT NOT NULL,
    "memo" TEXT NOT NULL DEFAULT '',
    "search" TEXT NOT NULL,
    "paidOn" DATE NOT NULL,
    "voucherYear" INTEGER NOT NULL,
    "voucherNumber" INTEGER NOT NULL,
    "status" "RecordStatus" NOT NULL DEFAULT 'recorded',
    "voidReason" TEXT,
    "voidedAt" TIMESTAMPTZ(3),
    "decisionId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Disbursement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DonationTotal" (
    "campaignId" UUID NOT NULL,
    "fundId" UUID NOT NULL,
    "method" "DonationMethod" NOT NULL,
    "source" "MoneySource" NOT NULL,
    "status" "RecordStatus" NOT NULL,
    "count" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "DonationTotal_pkey" PRIMARY KEY ("campaignId","fundId","method","source","status")
);

-- CreateTable
CREATE TABLE "FundBalance" (
    "fundId" UUID NOT NULL,
    "accountCode" TEXT NOT NULL,
    "debit" BIGINT NOT NULL DEFAULT 0,
    "credit" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "FundBalance_pkey" PRIMARY KEY ("fundId","accountCode")
);

-- CreateTable
CREATE TABLE "Counter" (
    "name" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "Counter_pkey" PRIMARY KEY ("name","year")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "key" TEXT NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "kind" "PublicationKind" NOT NULL,
    "channel" "Channel" NOT NULL,
    "title" TEXT NOT NULL,
    "content" TEXT NOT NULL DEFAULT '',
    "search" TEXT NOT NULL,
    "url" TEXT,
    "plannedOn" DATE NOT NULL,
    "publishedOn" DATE,
    "status" "PublicationStatus" NOT NULL DEFAULT 'planned',
    "withdrawReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "status" "ReportStatus" NOT NULL DEFAULT 'draft',
    "number" TEXT,
    "issuedOn" DATE,
    "returnReason" TEXT,
    "submittedById" UUID,
    "submittedAt" TIMESTAMPTZ(3),
    "signedById" UUID,
    "signedAt" TIMESTAMPTZ(3),
    "snapshot" JSONB,
    "snapshotHash" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportSection" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "edited" BOOLEAN NOT NULL DEFAULT false,
    "sortOrder" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ReportSection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "assigneeId" UUID,
    "title" TEXT NOT NULL,
    "instructions" TEXT NOT NULL DEFAULT '',
    "search" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "status" "TaskStatus" NOT NULL DEFAULT 'assigned',
    "result" TEXT NOT NULL DEFAULT '',
    "reach" INTEGER,
    "returnReason" TEXT,
    "acknowledgedAt" TIMESTAMPTZ(3),
    "submittedAt" TIMESTAMPTZ(3),
    "submittedOn" DATE,
    "acceptedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TaskComment" (
    "id" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TaskComment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "User_username_key" ON "User"("username");

-- CreateIndex
CREATE UNIQUE INDEX "User_employeeId_key" ON "User"("employeeId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE INDEX "TwoFactor_userId_idx" ON "TwoFactor"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_name_key" ON "Unit"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_shortName_key" ON "Unit"("shortName");

-- CreateIndex
CREATE INDEX "Unit_headId_idx" ON "Unit"("headId");

-- CreateIndex
CREATE UNIQUE INDEX "Employee_code_key" ON "Employee"("code");

-- CreateIndex
CREATE INDEX "Employee_unitId_idx" ON "Employee"("unitId");

-- CreateIndex
CREATE INDEX "Employee_givenName_name_id_idx" ON "Employee"("givenName", "name", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectType_subjectId_at_idx" ON "AuditEntry"("subjectType", "subjectId", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "AwardTier_campaignId_name_key" ON "AwardTier"("campaignId", "name");

-- CreateIndex
CREATE INDEX "Nomination_tierId_idx" ON "Nomination"("tierId");

-- CreateIndex
CREATE INDEX "Nomination_unitId_idx" ON "Nomination"("unitId");

-- CreateIndex
CREATE INDEX "Nomination_decisionId_idx" ON "Nomination"("decisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Nomination_campaignId_childId_key" ON "Nomination"("campaignId", "childId");

-- CreateIndex
CREATE UNIQUE INDEX "AwardDecision_campaignId_number_key" ON "AwardDecision"("campaignId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Campaign_year_key" ON "Campaign"("year");

-- CreateIndex
CREATE INDEX "LegalBasis_campaignId_idx" ON "LegalBasis"("campaignId");

-- CreateIndex
CREATE UNIQUE INDEX "Activity_campaignId_clause_key" ON "Activity"("campaignId", "clause");

-- CreateIndex
CREATE INDEX "ActivityUnit_unitId_idx" ON "ActivityUnit"("unitId");

-- CreateIndex
CREATE INDEX "Child_givenName_name_id_idx" ON "Child"("givenName", "name", "id");

-- CreateIndex
CREATE INDEX "Child_birthDate_idx" ON "Child"("birthDate");

-- CreateIndex
CREATE INDEX "Guardian_employeeId_idx" ON "Guardian"("employeeId");

-- CreateIndex
CREATE INDEX "Consent_childId_purpose_idx" ON "Consent"("childId", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "Fund_code_key" ON "Fund"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Fund_name_key" ON "Fund"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Donor_employeeId_key" ON "Donor"("employeeId");

-- CreateIndex
CREATE INDEX "Donation_campaignId_receivedOn_id_idx" ON "Donation"("campaignId", "receivedOn" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Donation_donorId_idx" ON "Donation"("donorId");

-- CreateIndex
CREATE INDEX "Donation_fundId_idx" ON "Donation"("fundId");

-- CreateIndex
CREATE UNIQUE INDEX "Donation_receiptYear_receiptNumber_key" ON "Donation"("receiptYear", "receiptNumber");

-- CreateIndex
CREATE INDEX "DonationItem_donationId_idx" ON "DonationItem"("donationId");

-- CreateIndex
CREATE INDEX "DonationItem_giftKindId_idx" ON "DonationItem"("giftKindId");

-- CreateIndex
CREATE INDEX "Event_campaignId_heldOn_id_idx" ON "Event"("campaignId", "heldOn", "id");

-- CreateIndex
CREATE INDEX "Event_unitId_idx" ON "Event"("unitId");

-- CreateIndex
CREATE INDEX "File_subjectType_subjectId_idx" ON "File"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "File_uploadedById_idx" ON "File"("uploadedById");

-- CreateIndex
CREATE UNIQUE INDEX "GiftKind_name_key" ON "GiftKind"("name");

-- CreateIndex
CREATE INDEX "StockMovement_giftKindId_createdAt_id_idx" ON "StockMovement"("giftKindId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "StockMovement_sourceType_sourceId_idx" ON "StockMovement"("sourceType", "sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "GiftList_campaignId_name_key" ON "GiftList"("campaignId", "name");

-- CreateIndex
CREATE INDEX "GiftListLine_unitId_idx" ON "GiftListLine"("unitId");

-- CreateIndex
CREATE INDEX "GiftListLine_childId_idx" ON "GiftListLine"("childId");

-- CreateIndex
CREATE UNIQUE INDEX "GiftListLine_giftListId_childId_key" ON "GiftListLine"("giftListId", "childId");

-- CreateIndex
CREATE UNIQUE INDEX "HandOut_lineId_key" ON "HandOut"("lineId");

-- CreateIndex
CREATE INDEX "HandOut_handedOutAt_idx" ON "HandOut"("handedOutAt");

-- CreateIndex
CREATE UNIQUE INDEX "JournalEntry_reversesId_key" ON "JournalEntry"("reversesId");

-- CreateIndex
CREATE INDEX "JournalEntry_campaignId_enteredOn_id_idx" ON "JournalEntry"("campaignId", "enteredOn", "id");

-- CreateIndex
CREATE INDEX "JournalEntry_sourceType_sourceId_idx" ON "JournalEntry"("sourceType", "sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "JournalEntry_year_number_key" ON "JournalEntry"("year", "number");

-- CreateIndex
CREATE INDEX "JournalLine_entryId_idx" ON "JournalLine"("entryId");

-- CreateIndex
CREATE INDEX "JournalLine_accountCode_fundId_idx" ON "JournalLine"("accountCode", "fundId");

-- CreateIndex
CREATE INDEX "Disbursement_campaignId_paidOn_id_idx" ON "Disbursement"("campaignId", "paidOn", "id");

-- CreateIndex
CREATE INDEX "Disbursement_fundId_idx" ON "Disbursement"("fundId");

-- CreateIndex
CREATE UNIQUE INDEX "Disbursement_voucherYear_voucherNumber_key" ON "Disbursement"("voucherYear", "voucherNumber");

-- CreateIndex
CREATE INDEX "Notification_userId_createdAt_idx" ON "Notification"("userId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_userId_key_key" ON "Notification"("userId", "key");

-- CreateIndex
CREATE INDEX "Publication_campaignId_plannedOn_id_idx" ON "Publication"("campaignId", "plannedOn", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Report_campaignId_key" ON "Report"("campaignId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportSection_reportId_key_key" ON "ReportSection"("reportId", "key");

-- CreateIndex
CREATE INDEX "Task_campaignId_dueOn_id_idx" ON "Task"("campaignId", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Task_unitId_status_idx" ON "Task"("unitId", "status");

-- CreateIndex
CREATE INDEX "Task_assigneeId_idx" ON "Task"("assigneeId");

-- CreateIndex
CREATE UNIQUE INDEX "Task_activityId_unitId_title_key" ON "Task"("activityId", "unitId", "title");

-- CreateIndex
CREATE INDEX "TaskComment_taskId_createdAt_idx" ON "TaskComment"("taskId", "createdAt");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TwoFactor" ADD CONSTRAINT "TwoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_headId_fkey" FOREIGN KEY ("headId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Employee" ADD CONSTRAINT "Employee_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AwardTier" ADD CONSTRAINT "AwardTier_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_tierId_fkey" FOREIGN KEY ("tierId") REFERENCES "AwardTier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "AwardDecision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AwardDecision" ADD CONSTRAINT "AwardDecision_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LegalBasis" ADD CONSTRAINT "LegalBasis_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivityUnit" ADD CONSTRAINT "ActivityUnit_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivityUnit" ADD CONSTRAINT "ActivityUnit_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Guardian" ADD CONSTRAINT "Guardian_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Guardian" ADD CONSTRAINT "Guardian_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Donor" ADD CONSTRAINT "Donor_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Donation" ADD CONSTRAINT "Donation_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Donation" ADD CONSTRAINT "Donation_donorId_fkey" FOREIGN KEY ("donorId") REFERENCES "Donor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Donation" ADD CONSTRAINT "Donation_fundId_fkey" FOREIGN KEY ("fundId") REFERENCES "Fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DonationItem" ADD CONSTRAINT "DonationItem_donationId_fkey" FOREIGN KEY ("donationId") REFERENCES "Donation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DonationItem" ADD CONSTRAINT "DonationItem_giftKindId_fkey" FOREIGN KEY ("giftKindId") REFERENCES "GiftKind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "File" ADD CONSTRAINT "File_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockMovement" ADD CONSTRAINT "StockMovement_giftKindId_fkey" FOREIGN KEY ("giftKindId") REFERENCES "GiftKind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GiftList" ADD CONSTRAINT "GiftList_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GiftList" ADD CONSTRAINT "GiftList_giftKindId_fkey" FOREIGN KEY ("giftKindId") REFERENCES "GiftKind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GiftListLine" ADD CONSTRAINT "GiftListLine_giftListId_fkey" FOREIGN KEY ("giftListId") REFERENCES "GiftList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GiftListLine" ADD CONSTRAINT "GiftListLine_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GiftListLine" ADD CONSTRAINT "GiftListLine_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandOut" ADD CONSTRAINT "HandOut_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "GiftListLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JournalEntry" ADD CONSTRAINT "JournalEntry_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JournalEntry" ADD CONSTRAINT "JournalEntry_reversesId_fkey" FOREIGN KEY ("reversesId") REFERENCES "JournalEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JournalLine" ADD CONSTRAINT "JournalLine_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "JournalEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JournalLine" ADD CONSTRAINT "JournalLine_accountCode_fkey" FOREIGN KEY ("accountCode") REFERENCES "LedgerAccount"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JournalLine" ADD CONSTRAINT "JournalLine_fundId_fkey" FOREIGN KEY ("fundId") REFERENCES "Fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Disbursement" ADD CONSTRAINT "Disbursement_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Disbursement" ADD CONSTRAINT "Disbursement_fundId_fkey" FOREIGN KEY ("fundId") REFERENCES "Fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Disbursement" ADD CONSTRAINT "Disbursement_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "AwardDecision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSection" ADD CONSTRAINT "ReportSection_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskComment" ADD CONSTRAINT "TaskComment_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What no rule of the program may get around.

-- Names sort in Vietnamese order.
ALTER TABLE "Employee" ALTER COLUMN "name" TYPE TEXT COLLATE "vi-x-icu", ALTER COLUMN "givenName" TYPE TEXT COLLATE "vi-x-icu";
ALTER TABLE "Child" ALTER COLUMN "name" TYPE TEXT COLLATE "vi-x-icu", ALTER COLUMN "givenName" TYPE TEXT COLLATE "vi-x-icu";
ALTER TABLE "Donor" ALTER COLUMN "name" TYPE TEXT COLLATE "vi-x-icu";

ALTER TABLE "Agency" ADD CONSTRAINT "Agency_one_row" CHECK ("id" = 1);
ALTER TABLE "Campaign"
  ADD CONSTRAINT "Campaign_period" CHECK ("startsOn" <= "endsOn"),
  ADD CONSTRAINT "Campaign_due_after_start" CHECK ("startsOn" <= "reportDueOn");
ALTER TABLE "Task" ADD CONSTRAINT "Task_submission_has_day" CHECK ("status" NOT IN ('submitted', 'accepted') OR "submittedOn" IS NOT NULL);
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_published_has_day" CHECK (("status" = 'published') <= ("publishedOn" IS NOT NULL));

ALTER TABLE "Donation"
  ADD CONSTRAINT "Donation_amount_positive" CHECK ("amount" > 0),
  ADD CONSTRAINT "Donation_void_has_reason" CHECK (("status" = 'voided') = ("voidReason" IS NOT NULL));
ALTER TABLE "DonationItem" ADD CONSTRAINT "DonationItem_positive" CHECK ("quantity" > 0 AND "unitValue" >= 0);
ALTER TABLE "Disbursement"
  ADD CONSTRAINT "Disbursement_amount_positive" CHECK ("amount" > 0),
  ADD CONSTRAINT "Disbursement_is_money" CHECK ("method" <> 'inKind'),
  ADD CONSTRAINT "Disbursement_void_has_reason" CHECK (("status" = 'voided') = ("voidReason" IS NOT NULL));

ALTER TABLE "JournalLine" ADD CONSTRAINT "JournalLine_one_side" CHECK ("debit" >= 0 AND "credit" >= 0 AND ("debit" = 0) <> ("credit" = 0));

-- Σ debit = Σ credit in every entry and every fund of it, looked at when the transaction ends.
CREATE FUNCTION "journal_is_balanced"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "JournalLine" WHERE "entryId" = NEW."entryId" GROUP BY "fundId" HAVING sum("debit") <> sum("credit")) THEN
    RAISE EXCEPTION 'journal entry % is not balanced', NEW."entryId" USING ERRCODE = 'check_violation', CONSTRAINT = 'JournalLine_balanced';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "JournalLine_balanced" AFTER INSERT OR UPDATE ON "JournalLine"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "journal_is_balanced"();

CREATE FUNCTION "journal_entry_has_lines"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "JournalLine" WHERE "entryId" = NEW."id") THEN
    RAISE EXCEPTION 'journal entry % has no lines', NEW."id" USING ERRCODE = 'check_violation', CONSTRAINT = 'JournalEntry_has_lines';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "JournalEntry_has_lines" AFTER INSERT ON "JournalEntry"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "journal_entry_has_lines"();

-- Sums beside the rows they are of. One statement's rows are added up first: a hundred thousand at once cost one update a sum.
ALTER TABLE "FundBalance" ADD CONSTRAINT "FundBalance_asset_not_negative" CHECK ("accountCode" NOT IN ('111', '112', '152') OR "debit" >= "credit");
CREATE FUNCTION "fund_balances"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A row is checked before its conflict is seen: it must exist with zeros before something is taken from it.
  INSERT INTO "FundBalance" ("fundId", "accountCode") SELECT DISTINCT "fundId", "accountCode" FROM added ON CONFLICT DO NOTHING;
  UPDATE "FundBalance" balance SET "debit" = balance."debit" + sums.debit, "credit" = balance."credit" + sums.credit
  FROM (SELECT "fundId", "accountCode", sum("debit") AS debit, sum("credit") AS credit FROM added GROUP BY 1, 2) sums
  WHERE balance."fundId" = sums."fundId" AND balance."accountCode" = sums."accountCode";
  RETURN NULL;
END $$;
CREATE TRIGGER "JournalLine_balances" AFTER INSERT ON "JournalLine"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "fund_balances"();

CREATE FUNCTION "donation_totals"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "DonationTotal" AS total ("campaignId", "fundId", "method", "source", "status", "count", "amount")
  SELECT "campaignId", "fundId", "method", "source", "status", count(*), sum("amount") FROM added GROUP BY 1, 2, 3, 4, 5
  ON CONFLICT ("campaignId", "fundId", "method", "source", "status")
  DO UPDATE SET "count" = total."count" + EXCLUDED."count", "amount" = total."amount" + EXCLUDED."amount";
  IF TG_OP = 'UPDATE' THEN
    UPDATE "DonationTotal" total SET "count" = total."count" - gone."count", "amount" = total."amount" - gone."amount"
    FROM (SELECT "campaignId", "fundId", "method", "source", "status", count(*) AS "count", sum("amount") AS "amount" FROM removed GROUP BY 1, 2, 3, 4, 5) gone
    WHERE (total."campaignId", total."fundId", total."method", total."source", total."status")
      = (gone."campaignId", gone."fundId", gone."method", gone."source", gone."status");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Donation_totals_insert" AFTER INSERT ON "Donation"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "donation_totals"();
CREATE TRIGGER "Donation_totals_update" AFTER UPDATE ON "Donation"
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "donation_totals"();

ALTER TABLE "GiftKind"
  ADD CONSTRAINT "GiftKind_stock_not_negative" CHECK ("stockOnHand" >= 0),
  ADD CONSTRAINT "GiftKind_value_not_negative" CHECK ("unitValue" >= 0);
ALTER TABLE "StockMovement"
  ADD CONSTRAINT "StockMovement_moves" CHECK ("quantity" <> 0),
  ADD CONSTRAINT "StockMovement_balance_not_negative" CHECK ("balance" >= 0);
ALTER TABLE "GiftListLine" ADD CONSTRAINT "GiftListLine_exclusion_has_reason" CHECK ("excluded" = ("excludeReason" IS NOT NULL));

-- At most two guardians: the third insert fails whoever races.
CREATE FUNCTION "child_has_two_guardians"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "Child" WHERE "id" = NEW."childId" FOR UPDATE;
  IF (SELECT count(*) FROM "Guardian" WHERE "childId" = NEW."childId") > 2 THEN
    RAISE EXCEPTION 'child % has more than two guardians', NEW."childId" USING ERRCODE = 'check_violation', CONSTRAINT = 'Guardian_at_most_two';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Guardian_at_most_two" AFTER INSERT ON "Guardian"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "child_has_two_guardians"();

ALTER TABLE "Event" ADD CONSTRAINT "Event_figures_not_negative" CHECK ("participants" >= 0 AND "childrenReached" >= 0 AND "cost" >= 0 AND "incidents" >= 0);
ALTER TABLE "AwardTier" ADD CONSTRAINT "AwardTier_amount_not_negative" CHECK ("amount" >= 0);
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_decided_has_decision" CHECK (("status" = 'decided') <= ("decisionId" IS NOT NULL AND "amount" IS NOT NULL));
ALTER TABLE "AwardDecision" ADD CONSTRAINT "AwardDecision_signed_is_whole"
  CHECK ("status" <> 'signed' OR ("number" IS NOT NULL AND "decidedOn" IS NOT NULL AND "signedById" IS NOT NULL AND "snapshot" IS NOT NULL));
ALTER TABLE "Report" ADD CONSTRAINT "Report_signed_is_frozen" CHECK (("status" = 'signed') = ("snapshotHash" IS NOT NULL));

-- The chart of accounts that the union's ledger needs: assets, money received by source, what it was spent on.
INSERT INTO "LedgerAccount" ("code", "name", "kind", "sortOrder") VALUES
  ('111', 'Tiền mặt', 'asset', 1),
  ('112', 'Tiền gửi ngân hàng', 'asset', 2),
  ('152', 'Hiện vật trong kho', 'asset', 3),
  ('511', 'Thu ủng hộ bằng tiền', 'income', 4),
  ('512', 'Thu ủng hộ bằng hiện vật', 'income', 5),
  ('611', 'Chi tặng quà', 'expense', 6),
  ('612', 'Chi khen thưởng', 'expense', 7),
  ('613', 'Chi hoạt động, sự kiện', 'expense', 8),
  ('614', 'Chi hỗ trợ', 'expense', 9),
  ('615', 'Chuyển Quỹ Bảo trợ trẻ em', 'expense', 10),
  ('619', 'Chi khác', 'expense', 11);

-- One consent in force for a purpose of a child; search without marks anywhere in a text.
CREATE UNIQUE INDEX "Consent_one_in_force" ON "Consent" ("childId", "purpose") WHERE "withdrawnOn" IS NULL;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "Employee_search" ON "Employee" USING gin ("search" gin_trgm_ops);
CREATE INDEX "Child_search" ON "Child" USING gin ("search" gin_trgm_ops);
CREATE INDEX "Donation_search" ON "Donation" USING gin ("search" gin_trgm_ops);
