-- AlterTable
ALTER TABLE "work_report" ADD COLUMN     "return_due_on" TEXT,
ADD COLUMN     "return_remarks" JSONB,
ADD COLUMN     "returned_at" TIMESTAMPTZ(3),
ADD COLUMN     "returned_by" TEXT;

-- CreateTable
CREATE TABLE "work_report_part" (
    "campaign_id" TEXT NOT NULL,
    "district" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "part" TEXT NOT NULL,
    "text" JSONB NOT NULL,
    "given_by" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "responsible" TEXT,

    CONSTRAINT "work_report_part_pkey" PRIMARY KEY ("campaign_id","district","version","part")
);

-- CreateTable
CREATE TABLE "work_report_look" (
    "campaign_id" TEXT NOT NULL,
    "district" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "person" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "work_report_look_pkey" PRIMARY KEY ("campaign_id","district","version","person")
);

-- CreateTable
CREATE TABLE "case_study" (
    "campaign_id" TEXT NOT NULL,
    "district" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" JSONB,
    "file_hash" TEXT,
    "file_name" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by" TEXT NOT NULL,
    "responsible" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by" TEXT,

    CONSTRAINT "case_study_pkey" PRIMARY KEY ("campaign_id","district","number")
);

-- CreateTable
CREATE TABLE "support_request" (
    "campaign_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "district" TEXT NOT NULL,
    "case_id" TEXT,
    "about" JSONB NOT NULL,
    "content" JSONB NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "responsible" TEXT,
    "state" TEXT NOT NULL,
    "answer" JSONB,
    "answered_by" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "outcome" JSONB,
    "closed_by" TEXT,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "support_request_pkey" PRIMARY KEY ("campaign_id","number")
);
