import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const CAMPAIGN = join(import.meta.dirname, "../../src/campaign");

/** What one city calls its levels, its cases and its papers. Another campaign calls them otherwise. */
const FIXED = /市级|区级|镇级|地区|小区|附件\d|全市|农户|实施方案|活动联系人|审批领导/u;

/** Words that are read, and said nowhere, by where they stand. */
const READ: Readonly<Record<string, readonly RegExp[]>> = {
  "administration/roster/workbook/phrases.ts": [/^ {4}district: \["/],
  "administration/roster/phrases.ts": [/^ {4}(?:organizer|approver): \["/],
  "site-visit/phrases.ts": [/^ {2}(?:all|quiet): \//],
  "ranking/phrases.ts": [/^ {2}"应报.{1,3}",$/],
  "city-summary/phrases.ts": [/^ {2}words: \(\) => \["/],
  "reference-list/phrases.ts": [/^ {2}words: \["/],
  "application/requirements/phrases.ts": [/^ {2}also: \(\) => \["/],
  "application/opinions/scans/phrases.ts": [/^ {2}words: \(\) => \["/],
};
/** Checks of a campaign folder, read by who writes it. */
const OF_AUTHORS = ["definition/"];
/** Points that only members of the team give, in a campaign that has them. */
const OF_ITS_POINTS = /^ {2}notMet: |\$\{id\}记为不符合须写明/u;

const sentences = readdirSync(CAMPAIGN, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /phrases[^/]*\.ts$/.test(file))
  .filter((file) => !OF_AUTHORS.some((folder) => file.startsWith(folder)))
  .flatMap((file) =>
    readFileSync(join(CAMPAIGN, file), "utf8")
      .split("\n")
      .map((line) => ({ file, line })),
  )
  .filter(({ file, line }) => !(file === "scoring/phrases.ts" && OF_ITS_POINTS.test(line)))
  .filter(({ line }) => !/^\s*(?:\/\*|\*|\/\/)/.test(line));

test("no sentence fixes a noun of one campaign: levels, cases and papers are called as the definition calls them", () => {
  const fixed = sentences.filter(
    ({ file, line }) => FIXED.test(line) && !(READ[file] ?? []).some((words) => words.test(line)),
  );

  expect(fixed).toEqual([]);
});
