-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "people_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "roster_hash" TEXT;

-- AlterTable
ALTER TABLE "journal_entry" ADD COLUMN     "case_id" TEXT,
ADD COLUMN     "shape" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "score_sheet" (
    "case_id" TEXT NOT NULL,
    "ledger" TEXT NOT NULL,
    "scorer" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by" TEXT NOT NULL,
    "finalized_at" TIMESTAMPTZ(3),
    "finalized_by" TEXT,

    CONSTRAINT "score_sheet_pkey" PRIMARY KEY ("case_id","ledger","scorer")
);

-- CreateTable
CREATE TABLE "score" (
    "case_id" TEXT NOT NULL,
    "ledger" TEXT NOT NULL,
    "scorer" TEXT NOT NULL,
    "criterion" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "hundredths" INTEGER NOT NULL,
    "reason" JSONB,
    "remark" JSONB,
    "definition_version" INTEGER NOT NULL,
    "given_by" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "score_pkey" PRIMARY KEY ("case_id","ledger","scorer","criterion")
);

-- CreateTable
CREATE TABLE "membership" (
    "campaign_id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "district" TEXT NOT NULL DEFAULT '',
    "from_day" TEXT NOT NULL,
    "until_day" TEXT,
    "stands_in_for" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("campaign_id","staff_id","role","district","from_day")
);

-- CreateTable
CREATE TABLE "person" (
    "staff_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("staff_id")
);

-- CreateTable
CREATE TABLE "due_retry" (
    "campaign_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "due_retry_pkey" PRIMARY KEY ("campaign_id","kind","key")
);

-- CreateIndex
CREATE INDEX "score_sheet_campaign_id_ledger_idx" ON "score_sheet"("campaign_id", "ledger");

-- CreateIndex
CREATE INDEX "score_campaign_id_ledger_idx" ON "score"("campaign_id", "ledger");

-- CreateIndex
CREATE INDEX "journal_entry_case_id_id_idx" ON "journal_entry"("case_id", "id");

-- The district's reviews and points become its score sheets.
INSERT INTO "score_sheet" ("case_id", "ledger", "scorer", "campaign_id", "state", "opened_at", "opened_by", "finalized_at", "finalized_by")
SELECT "application_id", 'district', 'district', "campaign_id", CASE WHEN "locked_at" IS NULL THEN 'open' ELSE 'finalized' END,
       "opened_at", "opened_by", "locked_at", "locked_by"
FROM "preliminary_review";

INSERT INTO "score" ("case_id", "ledger", "scorer", "criterion", "campaign_id", "state", "hundredths", "reason", "definition_version", "given_by", "given_at")
SELECT "application_id", 'district', 'district', "criterion", "campaign_id", 'given', "hundredths", "reason", "definition_version", "given_by", "given_at"
FROM "preliminary_point";

-- The journal tells of it: one entry a campaign, at the campaign time of its last entry.
INSERT INTO "journal_entry" ("campaign_id", "at", "recorded_at", "actor", "action", "changes", "shape")
SELECT moved."campaign_id", (SELECT max("at") FROM "journal_entry" e WHERE e."campaign_id" = moved."campaign_id"), now(), 'system', 'scoring.migrated',
       jsonb_agg(moved."change" ORDER BY moved."position", moved."change"->>'table'), 2
FROM (
  SELECT s."campaign_id", 1 AS "position", jsonb_build_object('table', 'score_sheet',
           'key', jsonb_build_object('case_id', s."case_id", 'ledger', s."ledger", 'scorer', s."scorer"),
           'before', NULL, 'after', to_jsonb(s)) AS "change"
  FROM "score_sheet" s
  UNION ALL
  SELECT s."campaign_id", 2, jsonb_build_object('table', 'score',
           'key', jsonb_build_object('case_id', s."case_id", 'ledger', s."ledger", 'scorer', s."scorer", 'criterion', s."criterion"),
           'before', NULL, 'after', to_jsonb(s))
  FROM "score" s
) moved
GROUP BY moved."campaign_id";

-- DropTable
DROP TABLE "preliminary_review";

-- DropTable
DROP TABLE "preliminary_point";
