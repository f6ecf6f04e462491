import { expect, test } from "vitest";
import { forecastOf, type Workload } from "../../../src/campaign/city-intake/forecast.ts";
import { makeCalendar } from "../../../src/campaign/definition/calendar.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const calendar = makeCalendar({ overrides: [] });

/** 2023: 核查推荐 from 21 September; 14 October is a Saturday, so the list is out by the 13th. */
const load = (more: Partial<Workload> = {}): Workload => ({
  today: civilDate("2023-09-21"),
  from: civilDate("2023-09-21"),
  publishedBy: civilDate("2023-10-13"),
  notice: undefined,
  sites: 14,
  members: 4,
  perSite: 2,
  ...more,
});
const fiveDays = { days: 5, workingDays: true, firstDayCounts: false };

test("without a ruling on 公示 visits end on the working day before the last one for 公布", () => {
  // 21, 22, 25–28 September, 7 and 8 October worked in exchange, 9–12 October.
  expect(forecastOf(calendar, load())).toMatchObject({ until: "2023-10-12", days: 12, groups: 2, capacity: 48 });
});

test("公示 of five working days leaves the days until the working day before it begins", () => {
  // 公布 on the 13th, 公示 over on the 12th, so it begins on 7 October; the working day before is 28 September.
  expect(forecastOf(calendar, load({ notice: fiveDays }))).toMatchObject({ until: "2023-09-28", days: 6 });
});

test("不公示 leaves as many days as an open ruling", () => {
  const none = { days: 0, workingDays: true, firstDayCounts: false };
  expect(forecastOf(calendar, load({ notice: none }))).toEqual(forecastOf(calendar, load()));
});

test.each([
  [24, true],
  [25, false],
])("%i sites with two groups and six days: %s", (sites, feasible) => {
  expect(forecastOf(calendar, load({ notice: fiveDays, sites }))).toMatchObject({ capacity: 24, feasible });
});

test("what could give way is each enough by itself: members, fewer a site, more a day, 公示", () => {
  expect(forecastOf(calendar, load({ notice: fiveDays, sites: 25 }))?.giveWay).toEqual([
    { kind: "team", more: 2 },
    { kind: "perSite", members: 1 },
    { kind: "sitesADay", sites: 3 },
    { kind: "notice", days: 5 },
  ]);
});

test("what would not be enough is not named", () => {
  const giveWay = forecastOf(calendar, load({ notice: fiveDays, sites: 100 }))?.giveWay.map(({ kind }) => kind);

  expect(giveWay).toEqual(["team", "sitesADay"]);
});

test("too few members for one site make no group: nothing can be visited", () => {
  expect(forecastOf(calendar, load({ members: 1, sites: 3 }))).toMatchObject({
    groups: 0,
    capacity: 0,
    feasible: false,
    giveWay: [
      { kind: "team", more: 1 },
      { kind: "perSite", members: 1 },
    ],
  });
});

test("days that are over do not count, and before the stage its first day does", () => {
  expect(forecastOf(calendar, load({ today: civilDate("2023-10-11") }))).toMatchObject({ days: 2 });
  expect(forecastOf(calendar, load({ today: civilDate("2023-08-21") }))).toMatchObject({ days: 12 });
  expect(forecastOf(calendar, load({ today: civilDate("2023-10-13"), sites: 1 }))).toMatchObject({
    days: 0,
    feasible: false,
    giveWay: [],
  });
});

test("nothing left to visit is always feasible", () => {
  expect(forecastOf(calendar, load({ sites: 0, members: 0 }))).toMatchObject({ feasible: true, giveWay: [] });
});

test("a campaign that publishes nothing has no forecast", () => {
  expect(forecastOf(calendar, load({ publishedBy: undefined }))).toBeUndefined();
});
