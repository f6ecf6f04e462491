import { describe, expect, test } from "vitest";
import { campaignCalendar } from "../../../src/campaign/definition/campaign-calendar.ts";
import { type DeadlineContext, deadlineOf } from "../../../src/campaign/definition/deadlines.ts";
import type { Definition } from "../../../src/campaign/definition/definition.ts";
import { shanghaiIso } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "./support/shaoxing.ts";

/** Stated day, working day that it counts back from, 17:00 when it is wished for, 24:00 when it closes, whether it binds. */
type Row = [stated: string, effective: string, soft: string, hard: string, binding: boolean, mark: string];

const inYear = (year: number): Definition => ({
  ...shaoxing,
  campaign: { ...shaoxing.campaign, year: { ...shaoxing.campaign.year, value: year } },
});

function rowOf(definition: Definition, id: string): Row {
  const context: DeadlineContext = { definition, calendar: campaignCalendar(definition) };
  const { statedOn, effectiveOn, softClosesAt, hardClosesAt, binding, mark } = deadlineOf(context, id);
  const minute = (at: Date) => shanghaiIso(at).slice(5, 16);
  return [statedOn.slice(5), effectiveOn.slice(5), minute(softClosesAt), minute(hardClosesAt), binding, mark];
}

/** By hand, from the plan's dates and the calendar: 9月29日 to 10月6日 off; 8月20日, 10月14日 and 15日 a weekend. */
const TABLE_2023: Record<string, Row> = {
  // Districts.
  "publicity-check-in": ["08-20", "08-18", "08-18T17:00", "08-21T00:00", false, "ours"],
  application: ["09-20", "09-20", "09-20T17:00", "09-21T00:00", false, "ruling"],
  "preliminary-review": ["09-20", "09-20", "09-20T17:00", "09-21T00:00", false, "ruling"],
  "recommendation-list": ["09-30", "09-28", "09-28T17:00", "10-01T00:00", true, "plan"],
  "work-report": ["10-20", "10-20", "10-19T17:00", "10-21T00:00", true, "plan"],
  "case-study": ["10-20", "10-20", "10-19T17:00", "10-21T00:00", false, "ours"],
  // The city itself.
  "evaluation-team": ["09-21", "09-21", "09-21T17:00", "09-22T00:00", false, "ours"],
  verification: ["10-14", "10-13", "10-13T17:00", "10-15T00:00", true, "plan"],
  publication: ["10-14", "10-13", "10-13T17:00", "10-15T00:00", true, "plan"],
  "province-recommendation": ["10-14", "10-13", "10-13T17:00", "10-15T00:00", false, "ours"],
  "city-summary": ["10-30", "10-30", "10-30T17:00", "10-31T00:00", false, "ours"],
};

describe("everything owed in 2023, by districts and by the city itself, has its day", () => {
  test("all of it stands in the table", () => {
    expect(new Set(shaoxing.campaign.deliverables.map(({ id }) => id))).toEqual(new Set(Object.keys(TABLE_2023)));
  });

  test.each(Object.entries(TABLE_2023))("%s", (id, row) => {
    expect(rowOf(shaoxing, id)).toEqual(row);
  });
});

/** 2026: 9月30日 and 10月14日 are worked, 10月20日 is a Tuesday. */
test.each<[string, Row]>([
  ["recommendation-list", ["09-30", "09-30", "09-30T17:00", "10-01T00:00", true, "plan"]],
  ["publication", ["10-14", "10-14", "10-14T17:00", "10-15T00:00", true, "plan"]],
  ["work-report", ["10-20", "10-20", "10-19T17:00", "10-21T00:00", true, "plan"]],
])("in 2026 %s follows that year's calendar", (id, row) => {
  expect(rowOf(inYear(2026), id)).toEqual(row);
});

test("a local shift in calendar.yaml moves the working day, not the plan's date", () => {
  const overrides = [{ day: "09-28", working: false, reason: "台风停工", line: 14, mark: "ours" as const }];
  const shifted = { ...shaoxing, calendar: { ...shaoxing.calendar, overrides } } as Definition;

  expect(rowOf(shifted, "recommendation-list")).toEqual(["09-30", "09-27", "09-27T17:00", "10-01T00:00", true, "plan"]);
});
