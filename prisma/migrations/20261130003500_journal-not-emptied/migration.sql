-- The journal's rules do not see TRUNCATE. Only the database of a demo is ever emptied. Semicolons of the function are
-- escaped, because the migration engine splits a script at every one.
CREATE FUNCTION "journal_is_not_emptied"() RETURNS trigger LANGUAGE plpgsql AS E'BEGIN
  IF NOT EXISTS (SELECT 1 FROM "database_mark" WHERE "key" = ''demo'') THEN
    RAISE EXCEPTION ''the journal is append-only''\x3B
  END IF\x3B
  RETURN NULL\x3B
END';
CREATE TRIGGER "journal_entry_no_truncate" BEFORE TRUNCATE ON "journal_entry" EXECUTE FUNCTION "journal_is_not_emptied"();
CREATE TRIGGER "journal_seal_no_truncate" BEFORE TRUNCATE ON "journal_seal" EXECUTE FUNCTION "journal_is_not_emptied"();
