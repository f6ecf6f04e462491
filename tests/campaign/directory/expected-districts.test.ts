import { expect, test } from "vitest";
import type { RulingsInForce } from "../../../src/campaign/definition/rulings-in-force.ts";
import {
  countedDistricts,
  recommendingToCity,
  waysToCity,
} from "../../../src/campaign/directory/expected-districts.ts";
import { districtScope } from "../../../src/campaign/directory/scope.ts";
import { staffId } from "../../../src/shared/brand.ts";
import type { CivilDate } from "../../../src/shared/civil-date.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { merged, twoLevels } from "./other-districts.ts";

const nothingRuled: RulingsInForce = new Map();
const ids = (districts: readonly { id: string }[]): string[] => districts.map(({ id }) => id);

test.each<[CivilDate, string[]]>([
  ["2024-11-30", ["shangyang", "xiayang"]],
  ["2024-12-01", ["shangyang", "shiqiao"]],
])("on %s every count is of %j", (day, counted) => {
  expect(ids(countedDistricts(merged, nothingRuled, day))).toEqual(counted);
});

test("without a ruling on it every district counts; a ruling names those that do", () => {
  const two: RulingsInForce = new Map([["R25", { text: "两个", value: { districts: ["keqiao", "zhuji"] } }]]);

  expect(countedDistricts(beijing, nothingRuled, "2024-09-30")).toHaveLength(17);
  expect(ids(countedDistricts(shaoxing, two, "2023-09-01"))).toEqual(["keqiao", "zhuji"]);
});

test("only the lists of those that recommend to nobody above them reach the city", () => {
  expect(ids(recommendingToCity(twoLevels.campaign.districts))).toEqual(["shiqiao"]);
  expect(ids(recommendingToCity(households.campaign.districts))).toEqual(["shangyang", "xiayang", "shiqiao"]);
});

test("a list passes through the district above", () => {
  expect([waysToCity(twoLevels, "xiayang"), waysToCity(twoLevels, "shiqiao")]).toEqual([
    ["xiayang", "shiqiao"],
    ["shiqiao"],
  ]);
});

test("whoever works for the district above sees those below it, and fills in only for the own one", () => {
  const above = {
    staffId: staffId("1"),
    name: "甲",
    roles: [{ role: "districtOfficer", district: "shiqiao" }],
  } as const;

  expect(districtScope(twoLevels, above, "ranking.see")).toEqual(["shiqiao", "shangyang", "xiayang"]);
  expect(districtScope(twoLevels, above, "export.make")).toEqual(["shiqiao", "shangyang", "xiayang"]);
  expect(districtScope(twoLevels, above, "application.fill")).toEqual(["shiqiao"]);
});
