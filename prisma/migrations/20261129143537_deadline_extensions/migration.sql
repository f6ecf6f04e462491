-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "extensions_version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "public_notice" (
    "campaign_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "begins_on" TEXT NOT NULL,
    "ends_on" TEXT NOT NULL,
    "contact" JSONB NOT NULL,
    "page" JSONB,
    "begun_by" TEXT NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "public_notice_pkey" PRIMARY KEY ("campaign_id","number")
);

-- CreateTable
CREATE TABLE "objection" (
    "campaign_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "received_on" TEXT NOT NULL,
    "case_id" TEXT,
    "about" JSONB NOT NULL,
    "content" JSONB NOT NULL,
    "matter" JSONB,
    "objector" JSONB,
    "registered_by" TEXT NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "handler" JSONB,
    "handle_by" TEXT,
    "findings" JSONB,
    "reported_by" TEXT,
    "reported_at" TIMESTAMPTZ(3),
    "effect" TEXT,
    "reason" JSONB,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "authority" JSONB,
    "replied_on" TEXT,
    "reply_way" TEXT,
    "reply" JSONB,
    "replied_by" TEXT,

    CONSTRAINT "objection_pkey" PRIMARY KEY ("campaign_id","number")
);

-- CreateTable
CREATE TABLE "publication_suspension" (
    "campaign_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "reason" JSONB NOT NULL,
    "suspended_by" TEXT NOT NULL,
    "suspended_at" TIMESTAMPTZ(3) NOT NULL,
    "resumed_by" TEXT,
    "resumed_at" TIMESTAMPTZ(3),
    "resume_reason" JSONB,

    CONSTRAINT "publication_suspension_pkey" PRIMARY KEY ("campaign_id","number")
);

-- CreateTable
CREATE TABLE "deadline_extension" (
    "campaign_id" TEXT NOT NULL,
    "district" TEXT NOT NULL,
    "deliverable" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "until" TEXT NOT NULL,
    "reason" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "responsible" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "approved_by" TEXT,
    "approved_at" TIMESTAMPTZ(3),
    "opinion" JSONB,

    CONSTRAINT "deadline_extension_pkey" PRIMARY KEY ("campaign_id","district","deliverable","number")
);
