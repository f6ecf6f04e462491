import { expect, test } from "vitest";
import { makeCalendar } from "../../../src/campaign/definition/calendar.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { weeklyDays, weeklySummary } from "../../../src/campaign/export/weekly.ts";
import type { CivilDate } from "../../../src/shared/civil-date.ts";
import { householdsContext } from "../definition/support/campaigns.ts";
import { shaoxing, shaoxingContext } from "../definition/support/shaoxing.ts";

const { calendar } = shaoxingContext;

test("every Monday of the campaign; the week of 10月2日 begins to work on Saturday, so Monday 10月9日 is its next", () => {
  expect(weeklyDays(calendar, { from: "2023-08-10", to: "2023-10-30" })).toEqual([
    "2023-08-14",
    "2023-08-21",
    "2023-08-28",
    "2023-09-04",
    "2023-09-11",
    "2023-09-18",
    "2023-09-25",
    "2023-10-09",
    "2023-10-16",
    "2023-10-23",
    "2023-10-30",
  ]);
});

test("none on 8月21日 and 10月16日: stages two and four open, and their cards tell the group everything", () => {
  const campaign = runningCampaign({
    definition: shaoxing,
    definitionVersion: 1,
    startedAt: new Date("2023-08-09T09:00:00+08:00"),
  });
  const days = weeklySummary.moments(campaign, []).map(({ key }) => key);

  expect(days.slice(0, 3)).toEqual(["2023-08-14", "2023-08-28", "2023-09-04"]);
  expect(days.slice(-3)).toEqual(["2023-10-09", "2023-10-23", "2023-10-30"]);
});

test.each<[CivilDate, CivilDate, CivilDate[]]>([
  ["2023-08-14", "2023-08-14", ["2023-08-14"]],
  ["2023-08-15", "2023-08-20", []],
  ["2023-08-15", "2023-08-21", ["2023-08-21"]],
  ["2023-08-13", "2023-08-14", ["2023-08-14"]],
  ["2023-08-14", "2023-08-20", ["2023-08-14"]],
  ["2023-08-14", "2023-08-21", ["2023-08-14", "2023-08-21"]],
  ["2023-10-02", "2023-10-06", []],
  ["2023-10-02", "2023-10-08", []],
  ["2023-10-03", "2023-10-08", []],
  ["2023-08-21", "2023-08-14", []],
])("from %s to %s", (from, to, days) => {
  expect(weeklyDays(calendar, { from, to })).toEqual(days);
});

test("a week without a working day has no summary, and the week after it only its own", () => {
  const days: CivilDate[] = ["2023-08-14", "2023-08-15", "2023-08-16", "2023-08-17", "2023-08-18"];
  const closed = makeCalendar({ overrides: days.map((day) => ({ day, working: false, reason: "停工" })) });

  expect(weeklyDays(closed, { from: "2023-08-10", to: "2023-08-27" })).toEqual(["2023-08-21"]);
});

test("a Monday off gives way to the next working day until Friday: 中秋 of 2024 to Wednesday 9月18日, 国庆节 to Tuesday 10月8日", () => {
  expect(weeklyDays(calendar, { from: "2024-09-16", to: "2024-09-22" })).toEqual(["2024-09-18"]);
  expect(weeklyDays(calendar, { from: "2024-10-07", to: "2024-10-13" })).toEqual(["2024-10-08"]);
});

test("a campaign over New Year has its Mondays in both years; 元旦 is a Wednesday and moves none", () => {
  expect(weeklyDays(householdsContext.calendar, { from: "2024-12-16", to: "2025-01-10" })).toEqual([
    "2024-12-16",
    "2024-12-23",
    "2024-12-30",
    "2025-01-06",
  ]);
});

test("the folder moves it to Tuesdays at 10:00: a holiday's is left to the next working day of its week", () => {
  const definition = {
    ...shaoxing,
    campaign: { ...shaoxing.campaign, summaries: [{ what: "weekly" as const, on: true, weekday: 2, time: "10:00" }] },
  };
  const startedAt = new Date("2023-08-09T09:00:00+08:00");
  const moments = weeklySummary.moments(runningCampaign({ definition, definitionVersion: 1, startedAt }), []);

  expect(moments.slice(0, 3)).toEqual(
    ["2023-08-15", "2023-08-22", "2023-08-29"].map((key) => ({ key, dueAt: new Date(`${key}T10:00:00+08:00`) })),
  );
  expect(moments.map(({ key }) => key)).not.toContain("2023-10-03");
});
