-- CreateTable
CREATE TABLE "journal_change" (
    "campaign_id" TEXT NOT NULL,
    "table_name" TEXT NOT NULL,
    "row" UUID NOT NULL,
    "entry_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "names" TEXT[],

    CONSTRAINT "journal_change_pkey" PRIMARY KEY ("campaign_id","table_name","row","entry_id","at")
);

-- CreateIndex
CREATE INDEX "journal_change_names_idx" ON "journal_change" USING GIN ("names");

-- CreateIndex
CREATE INDEX "journal_entry_campaign_id_at_recorded_at_idx" ON "journal_entry"("campaign_id", "at", "recorded_at");

-- The rows of what is in the journal already, and of what comes. Semicolons of the function are escaped, because the
-- migration engine splits a script at every one.
CREATE FUNCTION "journal_changes_of"(entry "journal_entry") RETURNS SETOF "journal_change" LANGUAGE sql STABLE AS '
  SELECT entry."campaign_id", "change"->>''table'', md5(("change"->''key'')::text)::uuid, entry."id", entry."at",
    array(SELECT DISTINCT "found"[1]
      FROM regexp_matches("change"::text, ''[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'', ''g'') AS m("found"))
  FROM jsonb_array_elements(entry."changes") AS c("change")
  WHERE entry."case_id" IS NULL AND entry."action" NOT IN (''due.planned'', ''due.fired'')';

INSERT INTO "journal_change" SELECT c.* FROM "journal_entry" e, "journal_changes_of"(e) c ON CONFLICT DO NOTHING;

CREATE FUNCTION "journal_changes_follow"() RETURNS trigger LANGUAGE plpgsql AS E'BEGIN
  INSERT INTO "journal_change" SELECT * FROM "journal_changes_of"(NEW) ON CONFLICT DO NOTHING\x3B
  RETURN NULL\x3B
END';
CREATE TRIGGER "journal_changes_follow" AFTER INSERT ON "journal_entry"
  FOR EACH ROW WHEN (NEW."case_id" IS NULL) EXECUTE FUNCTION "journal_changes_follow"();
