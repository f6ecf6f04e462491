import { describe, expect, test } from "vitest";
import type { RulingsInForce } from "../../../src/campaign/definition/rulings-in-force.ts";
import type { Member } from "../../../src/campaign/directory/member.ts";
import {
  mayScore,
  pointRulesIn,
  pointsByRow,
  reducedWithoutReason,
} from "../../../src/campaign/preliminary-review/rules.ts";
import { totalOf } from "../../../src/campaign/preliminary-review/store.ts";
import { criteriaOf } from "../../../src/campaign/scoring/rubric.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { applied } from "../application/support/application.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { openReview, review } from "./support/review.ts";

const reason = { personal: "reason", hash: "of the reason" };

describe("初评 belongs to the district the compound lies in (L15)", () => {
  const inKeqiao = applied("锦绣花园", { district: "keqiao" });

  test.each<[string, Member["roles"], boolean]>([
    ["the district's own official", [{ role: "districtOfficer", district: "keqiao" }], true],
    [
      "an official of two districts, one of them this",
      [
        { role: "districtOfficer", district: "yuecheng" },
        { role: "districtOfficer", district: "keqiao" },
      ],
      true,
    ],
    ["another district's official", [{ role: "districtOfficer", district: "yuecheng" }], false],
    ["an official without a district", [{ role: "districtOfficer" }], false],
    ["a member of the team who is assigned to the district", [{ role: "teamMember", district: "keqiao" }], false],
    [
      "an official elsewhere who visits this district for the team",
      [
        { role: "districtOfficer", district: "yuecheng" },
        { role: "teamMember", district: "keqiao" },
      ],
      false,
    ],
    ["the organizer", [{ role: "organizer" }], false],
    ["the approver", [{ role: "approver" }], false],
    ["nobody of the campaign", [], false],
  ])("%s", (_who, roles, allowed) => {
    expect(mayScore({ staffId: staffId("somebody"), name: "某人", roles }, inKeqiao)).toBe(allowed);
  });
});

describe("how points are given", () => {
  test.each<[string, RulingsInForce, ReturnType<typeof pointRulesIn>]>([
    [
      "in whole points, the threshold rows all or nothing, until somebody rules",
      new Map(),
      { step: 1, allOrNothing: ["2-2", "3-1", "3-2", "3-3"] },
    ],
    [
      "in half points once R3 says so",
      new Map([["R3", { text: "可以打半分", value: { step: 0.5 } }]]),
      { step: 0.5, allOrNothing: ["2-2", "3-1", "3-2", "3-3"] },
    ],
    [
      "without all or nothing once R4 takes it away",
      new Map([["R4", { text: "可以酌情给分", value: { allOrNothing: [] } }]]),
      { step: 1, allOrNothing: [] },
    ],
    [
      "as before where an answer is in words alone",
      new Map([
        ["R3", { text: "再议" }],
        ["R4", { text: "再议" }],
      ]),
      { step: 1, allOrNothing: ["2-2", "3-1", "3-2", "3-3"] },
    ],
  ])("%s", (_how, rulings, rules) => {
    expect(pointRulesIn(shaoxing, rulings)).toEqual(rules);
  });
});

describe("a reason is asked for below the maximum", () => {
  const criteria = criteriaOf(shaoxing.rubric);
  const asked = (points: Parameters<typeof review>[1]) =>
    reducedWithoutReason(criteria, openReview("锦绣花园", points)).map(({ id }) => id);

  test.each([
    ["not for full points", { "1-1": 400 }, []],
    ["for a hundredth less", { "1-1": 399 }, ["1-1"]],
    ["for nothing at all", { "1-1": 0 }, ["1-1"]],
    ["not for a row without points", {}, []],
    ["not where one is given", { "1-1": { hundredths: 0, reason } }, []],
    ["in the plan's order, whatever the order of giving", { "4-7": 0, "1-1": 0, "3-2": 0 }, ["1-1", "3-2", "4-7"]],
  ])("%s", (_when, points, rows) => {
    expect(asked(points)).toEqual(rows);
  });

  test("only for the rows looked at", () => {
    const [first] = criteria;

    expect(first && reducedWithoutReason([first], openReview("锦绣花园", { "1-1": 0, "1-2": 0 }))).toEqual([first]);
  });
});

test("points are shown as people count and added up without rounding", () => {
  const given = review("锦绣花园", { "1-1": 350, "1-2": 325, "1-3": 0 });

  expect(pointsByRow(given)).toEqual(
    new Map([
      ["1-1", 3.5],
      ["1-2", 3.25],
      ["1-3", 0],
    ]),
  );
  expect(totalOf(given)).toBe(675);
});
