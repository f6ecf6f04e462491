import { expect, test } from "vitest";
import type { Forecast } from "../../../src/campaign/city-intake/forecast.ts";
import type { Intake } from "../../../src/campaign/city-intake/intake.ts";
import { alarmsOf } from "../../../src/campaign/city-intake/rules.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const SIX = ["yuecheng", "keqiao", "shangyu", "zhuji", "shengzhou", "xinchang"];
const forecast = (feasible: boolean): Forecast => ({
  ...{ until: civilDate("2023-10-12"), days: 12, groups: 2, capacity: 48, feasible, giveWay: [] },
});

const intake = (more: Partial<Intake> = {}, missing: readonly string[] = []): Intake => ({
  awaited: {
    ...{ expected: SIX, missing, nobody: [], released: [], isOver: false },
    confirmed: SIX.filter((one) => !missing.includes(one)),
  },
  ...{
    districts: [],
    eligible: 14,
    needed: 10,
    hasTeam: true,
    openNotice: undefined,
    forecast: forecast(true),
    unanswered: [],
  },
  load: {
    ...{ today: civilDate("2023-09-21"), from: civilDate("2023-09-21"), publishedBy: undefined, notice: undefined },
    ...{ sites: 14, members: 4, perSite: 2 },
  },
  ...more,
});

test.each([
  [9, [{ kind: "tooFew", eligible: 9, needed: 10 }]],
  [10, []],
])("with every list come, %i eligible of ten", (eligible, alarms) => {
  expect(alarmsOf(intake({ eligible }))).toEqual(alarms);
});

test("while a list is missing nobody says that there are too few", () => {
  expect(alarmsOf(intake({ eligible: 3 }, ["xinchang"]))).toEqual([]);
});

test("where the number is open, fewer are no alarm", () => {
  expect(alarmsOf(intake({ eligible: 3, needed: undefined }))).toEqual([]);
});

test("visits that cannot be made in time are said although lists are missing: more of them only add sites", () => {
  expect(alarmsOf(intake({ forecast: forecast(false) }, ["xinchang"]))).toEqual([
    { kind: "tooMany", sites: 14, capacity: 48 },
  ]);
});
