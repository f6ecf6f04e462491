import { expect, test } from "vitest";
import { journalSchema } from "../../../src/campaign/features.ts";
import { readMigrations } from "../../../src/platform/storage/migrations.ts";

test("the journal's index leaves out the entries that looking back does not read, and no others", () => {
  const defined = readMigrations().flatMap(
    ({ sql }) => /FUNCTION "journal_changes_of"[\s\S]+?NOT IN \((?<actions>.+?)\)/u.exec(sql)?.groups?.actions ?? [],
  );

  const leftOut = [...(defined.at(-1) ?? "").matchAll(/''(.+?)''/gu)].map(([, action]) => action);
  expect(leftOut).toEqual(journalSchema().tables.flatMap(({ machinery }) => machinery ?? []));
});
