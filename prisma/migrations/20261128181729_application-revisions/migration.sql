-- AlterTable
ALTER TABLE "application" ADD COLUMN     "settled" TEXT;

-- CreateTable
CREATE TABLE "application_revision" (
    "case_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "compound_name" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "form_version" INTEGER NOT NULL,
    "definition_version" INTEGER NOT NULL,
    "typed_by" TEXT NOT NULL,
    "responsible" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "late_reason" JSONB,

    CONSTRAINT "application_revision_pkey" PRIMARY KEY ("case_id","revision")
);

-- CreateTable
CREATE TABLE "disqualification_lift" (
    "case_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "exclusion" TEXT NOT NULL,
    "authority" JSONB NOT NULL,
    "lifted_by" TEXT NOT NULL,
    "lifted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "disqualification_lift_pkey" PRIMARY KEY ("case_id","number")
);

-- CreateIndex
CREATE INDEX "application_revision_campaign_id_idx" ON "application_revision"("campaign_id");

-- CreateIndex
CREATE INDEX "disqualification_lift_campaign_id_idx" ON "disqualification_lift"("campaign_id");

-- Every submission that the journal recorded becomes a revision, and the row itself where the journal does not know it.
-- The hash is that of contentHash in src/campaign/application/revision.ts.
INSERT INTO "application_revision" ("case_id", "revision", "campaign_id", "compound_name", "answers", "content_hash", "form_version",
       "definition_version", "typed_by", "responsible", "submitted_at")
SELECT DISTINCT ON ("row"->>'id', ("row"->>'revision')::int)
       "row"->>'id', ("row"->>'revision')::int, "row"->>'campaign_id', "row"->>'compound_name', "row"->'answers',
       encode(sha256(convert_to(coalesce((SELECT string_agg("key" || E'\n' || coalesce("value"->>'hash', "value" #>> '{}'), E'\n' ORDER BY "key" COLLATE "C")
         FROM jsonb_each("row"->'answers')), ''), 'UTF8')), 'hex'),
       ("row"->>'form_version')::int, ("row"->>'definition_version')::int, "row"->>'submitted_by', "row"->>'submitted_by',
       ("row"->>'submitted_at')::timestamptz
FROM (
  SELECT c."change"->'after' AS "row", e."id" AS "position"
  FROM "journal_entry" e, jsonb_array_elements(e."changes") AS c("change")
  WHERE e."action" = 'application.submitted' AND c."change"->>'table' = 'application' AND jsonb_typeof(c."change"->'after') = 'object'
  UNION ALL
  SELECT to_jsonb(a), 9223372036854775807 FROM "application" a
) submitted
ORDER BY "row"->>'id', ("row"->>'revision')::int, "position";

-- The journal tells of it: one entry a campaign, at the campaign time of its last entry.
INSERT INTO "journal_entry" ("campaign_id", "at", "recorded_at", "actor", "action", "changes", "shape")
SELECT r."campaign_id", coalesce((SELECT max("at") FROM "journal_entry" e WHERE e."campaign_id" = r."campaign_id"), max(r."submitted_at")), now(),
       'system', 'application.revisions-recorded',
       jsonb_agg(jsonb_build_object('table', 'application_revision', 'key', jsonb_build_object('case_id', r."case_id", 'revision', r."revision"),
         'before', NULL, 'after', to_jsonb(r)) ORDER BY r."case_id", r."revision"), 2
FROM "application_revision" r
GROUP BY r."campaign_id";
