import { describe, expect, test } from "vitest";
import type { RulingsInForce } from "../../../src/campaign/definition/rulings-in-force.ts";
import {
  bonusPoints,
  isFinalized,
  pointDefect,
  pointRulesIn,
  pointsByRow,
  reducedWithoutReason,
  rowsToScore,
  sectionPoints,
  totalOf,
  totalPoints,
  unanswered,
  unfitRows,
  widenedRows,
} from "../../../src/campaign/scoring/points.ts";
import { criteriaOf, criterionById, sectionById, sectionOf } from "../../../src/campaign/scoring/rubric.ts";
import { barOf } from "../../../src/campaign/scoring/standing.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { finalizedSheet, openSheet } from "./support/score-sheet.ts";

const { rubric } = shaoxing;
const reason = { personal: "reason", hash: "of the reason" };
const notApplicable = { rows: ["4-2"], deduct: false, reasonRequired: true };
const WHOLE = { step: 1, allOrNothing: ["2-2", "3-1", "3-2", "3-3"], notApplicable };

describe("the rubric", () => {
  test("is found by row and by section", () => {
    expect(criterionById(rubric, "3-2")?.maxPoints).toBe(5);
    expect(criterionById(rubric, "3-10")).toBeUndefined();
    expect(sectionById(rubric, "3")?.name).toBe("物业服务规范高效");
    expect(sectionOf(rubric, "4-7")?.id).toBe("4");
  });

  test("has 25 rows in the plan's order, worth 100 points", () => {
    const rows = criteriaOf(rubric);

    expect(rows.length).toBe(25);
    expect([rows[0]?.id, rows[24]?.id]).toEqual(["1-1", "4-7"]);
    expect(rows.reduce((sum, { maxPoints }) => sum + maxPoints, 0)).toBe(100);
  });
});

describe("how points are given", () => {
  test.each<[string, RulingsInForce, ReturnType<typeof pointRulesIn>]>([
    [
      "in whole points, the threshold rows all or nothing, until somebody rules",
      new Map(),
      { step: 1, allOrNothing: ["2-2", "3-1", "3-2", "3-3"], notApplicable },
    ],
    [
      "in half points once R3 says so",
      new Map([["R3", { text: "可以打半分", value: { step: 0.5 } }]]),
      { step: 0.5, allOrNothing: ["2-2", "3-1", "3-2", "3-3"], notApplicable },
    ],
    [
      "without all or nothing once R4 takes it away",
      new Map([["R4", { text: "可以酌情给分", value: { allOrNothing: [] } }]]),
      { step: 1, allOrNothing: [], notApplicable },
    ],
    [
      "as before where an answer is in words alone",
      new Map([
        ["R3", { text: "再议" }],
        ["R4", { text: "再议" }],
      ]),
      { step: 1, allOrNothing: ["2-2", "3-1", "3-2", "3-3"], notApplicable },
    ],
  ])("%s", (_how, rulings, rules) => {
    expect(pointRulesIn(shaoxing, rulings)).toEqual(rules);
  });
});

describe("points of a row", () => {
  test.each([
    ["1-1", 0, WHOLE, undefined],
    ["1-1", 4, WHOLE, undefined],
    ["1-1", 4.5, WHOLE, { kind: "outOfRange", maxPoints: 4 }],
    ["1-1", -1, WHOLE, { kind: "outOfRange", maxPoints: 4 }],
    ["1-1", Number.NaN, WHOLE, { kind: "outOfRange", maxPoints: 4 }],
    ["1-1", 3.5, WHOLE, { kind: "offStep", step: 1 }],
    ["1-1", 3.5, { ...WHOLE, step: 0.5 }, undefined],
    ["1-1", 0.3, { ...WHOLE, step: 0.1 }, undefined],
    ["1-1", 0.35, { ...WHOLE, step: 0.1 }, { kind: "offStep", step: 0.1 }],
    ["3-2", 0, WHOLE, undefined],
    ["3-2", 5, WHOLE, undefined],
    ["3-2", 3, WHOLE, { kind: "partial", maxPoints: 5 }],
    ["3-2", 3, { ...WHOLE, allOrNothing: [] }, undefined],
  ] as const)("%s with %d", (id, points, rules, defect) => {
    const criterion = criterionById(rubric, id);

    expect(criterion && pointDefect(criterion, points, rules)).toEqual(defect);
  });
});

test("points add up by section and in total, and what is unanswered is listed", () => {
  const points = new Map(criteriaOf(rubric).map(({ id, maxPoints }) => [id, maxPoints]));
  points.delete("1-3");
  points.delete("4-7");

  const sections = rubric.sections.map((section) => sectionPoints(section, points));

  expect(sections).toEqual([16, 20, 40, 18]);
  expect(totalPoints(rubric, points)).toBe(94);
  expect(unanswered(rubric, points)).toEqual(["1-3", "4-7"]);
});

describe("a reason is asked for below the maximum", () => {
  const criteria = criteriaOf(rubric);
  const asked = (points: Parameters<typeof openSheet>[1]) =>
    reducedWithoutReason(criteria, openSheet("锦绣花园", points)).map(({ id }) => id);

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

    expect(first && reducedWithoutReason([first], openSheet("锦绣花园", { "1-1": 0, "1-2": 0 }))).toEqual([first]);
  });
});

test("points are shown as people count and added up without rounding", () => {
  const given = finalizedSheet("锦绣花园", { "1-1": 350, "1-2": 325, "1-3": 0 });

  expect(pointsByRow(given)).toEqual(
    new Map([
      ["1-1", 3.5],
      ["1-2", 3.25],
      ["1-3", 0],
    ]),
  );
  expect(totalOf(rubric, given)).toBe(675);
});

test("the points of a sheet stand once it is finalized, not while it is open or before it is begun", () => {
  const points = { "1-1": 400 };

  expect([finalizedSheet("锦绣花园", points), openSheet("锦绣花园", points), undefined].map(isFinalized)).toEqual([
    true,
    false,
    false,
  ]);
});

describe("points of a plan with halves, a bonus, a pass mark and a row that knocks out", () => {
  const plan = households.rubric;
  const most = Object.fromEntries(criteriaOf(plan).map(({ id, maxPoints }) => [id, Math.round(maxPoints * 100)]));
  const base = { ...most, "4-1": 0, "4-2": 0, "4-3": 0 };

  test("go by the half, as its ruling says; the maximum of 12.5 stands under any step", () => {
    const row = criterionById(plan, "1-2");
    const rules = pointRulesIn(households, new Map());

    expect(rules).toEqual({ step: 0.5, allOrNothing: [], notApplicable: { ...notApplicable, rows: [] } });
    expect([12, 11.5, 11.25, 12.5].map((points) => row && pointDefect(row, points, rules)?.kind)).toEqual([
      undefined,
      undefined,
      "offStep",
      undefined,
    ]);
    expect(row && pointDefect(row, 12.5, { ...rules, step: 1 })).toBeUndefined();
  });

  test("go by the largest step that fits every maximum where nobody decides it", () => {
    expect(pointRulesIn({ ...households, rulings: [] }, new Map()).step).toBe(0.5);
    expect(pointRulesIn({ ...shaoxing, rulings: [] }, new Map()).step).toBe(1);
    expect(pointRulesIn(beijing, new Map()).step).toBe(1);
  });

  test("count a bonus of 13 as 10, on top of 100", () => {
    const sheet = finalizedSheet("张三", most);
    const points = pointsByRow(sheet);

    expect(totalOf(plan, sheet)).toBe(11_000);
    expect(totalPoints(plan, points)).toBe(110);
    expect(bonusPoints(plan, points)).toEqual({ given: 10, most: 10 });
    expect(plan.sections.map((section) => sectionPoints(section, points))).toEqual([40, 30, 30, 10, 0]);
    expect(bonusPoints(rubric, new Map())).toBeUndefined();
  });

  test.each([
    [80, undefined],
    [79.5, { kind: "belowPassMark", passMark: 80, total: 7950 }],
  ])("stand at the pass mark with %d, not below it", (total, bar) => {
    const sheet = finalizedSheet("张三", { ...base, "1-1": Math.round((total - 80) * 100) });

    expect(barOf(plan, sheet)).toEqual(bar);
  });

  test("reach the pass mark with the bonus", () => {
    expect(barOf(plan, finalizedSheet("张三", { ...base, "1-1": -50, "4-1": 50 }))).toBeUndefined();
  });

  test("bar who is knocked out, whatever the points", () => {
    const sheet = finalizedSheet("张三", {
      ...most,
      "5-1": { hundredths: 0, reason: undefined, state: "requirementNotMet" },
    });

    expect(barOf(plan, sheet)).toEqual({ kind: "knockedOut", rows: [criterionById(plan, "5-1")] });
    expect(reducedWithoutReason(criteriaOf(plan), sheet).map(({ id }) => id)).toEqual(["5-1"]);
  });

  test("bar nobody where the plan has neither", () => {
    expect(barOf(rubric, finalizedSheet("锦绣花园", { "1-1": 0 }))).toBeUndefined();
  });
});

describe("when a ruling widens the points", () => {
  const wider = { ...WHOLE, allOrNothing: ["3-1", "3-2", "3-3"] };

  test("a zero of a row that may now have something in between is told, and only that", () => {
    const sheet = openSheet("a", { "2-2": 0, "3-1": 0, "3-2": 500 });

    expect(widenedRows(rubric, sheet, { from: WHOLE, to: wider })).toEqual(["2-2"]);
    expect(widenedRows(rubric, openSheet("a", { "2-2": 300 }), { from: WHOLE, to: wider })).toEqual([]);
    expect(widenedRows(rubric, openSheet("a", {}), { from: WHOLE, to: wider })).toEqual([]);
    expect(widenedRows(rubric, sheet, { from: wider, to: WHOLE })).toEqual([]);
  });
});

describe("when a ruling narrows the points", () => {
  const halves = openSheet("a", { "1-1": 350, "2-2": 300, "4-4": 200, "4-7": 200 });

  test("whole points leave a half point to be given anew", () => {
    expect(unfitRows(rubric, halves, WHOLE)).toEqual(["1-1"]);
    expect(unfitRows(rubric, halves, { ...WHOLE, step: 0.5 })).toEqual([]);
  });

  test("a row that becomes all or nothing leaves what lies between, not its maximum", () => {
    const narrowed = { ...WHOLE, step: 0.5, allOrNothing: ["2-2", "4-4", "4-7"] };

    expect(unfitRows(rubric, halves, narrowed)).toEqual(["4-4"]);
  });

  test("such rows stand beside the rows without points, in the plan's order", () => {
    const rows = rowsToScore(shaoxing, halves, { ...WHOLE, allOrNothing: ["4-4"] });

    expect(rows.slice(0, 2)).toEqual(["1-1", "1-2"]);
    expect(rows).toContain("4-4");
    expect(rows).not.toContain("2-2");
    expect(rows.length).toBe(23);
  });
});
