-- CreateTable
CREATE TABLE "journal_unsealed" (
    "entry_id" BIGINT NOT NULL,

    CONSTRAINT "journal_unsealed_pkey" PRIMARY KEY ("entry_id")
);

-- What is in the journal already, and what comes. Semicolons of the function are escaped, because the migration engine
-- splits a script at every one.
INSERT INTO "journal_unsealed" SELECT e."id" FROM "journal_entry" e
  WHERE NOT EXISTS (SELECT 1 FROM "journal_seal" s WHERE s."entry_id" = e."id");

CREATE FUNCTION "journal_unsealed_follows"() RETURNS trigger LANGUAGE plpgsql AS E'BEGIN
  INSERT INTO "journal_unsealed" VALUES (NEW."id")\x3B
  RETURN NULL\x3B
END';
CREATE TRIGGER "journal_unsealed_follows" AFTER INSERT ON "journal_entry"
  FOR EACH ROW EXECUTE FUNCTION "journal_unsealed_follows"();
