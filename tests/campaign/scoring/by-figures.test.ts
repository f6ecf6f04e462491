import { expect, test } from "vitest";
import { clauseRows, gateOf, rowFigures } from "../../../src/campaign/application/requirements/rules.ts";
import type { RulingsInForce } from "../../../src/campaign/definition/rulings-in-force.ts";
import { pointsByFigures, proposedPoints } from "../../../src/campaign/scoring/by-figures.ts";
import { facts } from "../application/requirements/support.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { openSheet } from "./support/score-sheet.ts";

const known = facts({
  answers: {
    clauses: {},
    figures: {
      "fee-rate": { kind: "ratio", whole: 100, part: 94.96 },
      "party-share": { kind: "ratio", whole: 7, part: 4 },
    },
  },
  places: new Map([["satisfaction", "within"] as const]),
});
const rows = clauseRows(shaoxing, known);
const standing = { rows, figures: rowFigures(shaoxing, known), gate: gateOf(rows, []), sheet: undefined };
const given = (sheet = openSheet("甲", {}), rulings: RulingsInForce = new Map()) =>
  pointsByFigures(shaoxing, rulings, { standing, sheet });

test("a figure given once gives its all-or-nothing row full points, or 0 with the figure as the reason", () => {
  expect(given()).toEqual([
    { criterion: "2-2", points: 3 },
    { criterion: "3-2", points: 5 },
    { criterion: "3-3", points: 0, reason: "缴费率94.96%：实收94.96元，应收100元" },
  ]);
});

test("points given before stay, and nothing follows from a list that is awaited", () => {
  expect(given(openSheet("甲", { "2-2": 0, "3-2": 0 })).map(({ criterion }) => criterion)).toEqual(["3-3"]);
});

test("rows that may be scored in between stay with people", () => {
  const free: RulingsInForce = new Map([["R4", { text: "", value: { allOrNothing: ["3-3"], asked: [] } }]]);

  expect(given(undefined, free).map(({ criterion }) => criterion)).toEqual(["3-3"]);
});

test("points that follow from data stand beside the row whether it is scored or not", () => {
  expect([...proposedPoints(shaoxing, new Map(), standing)]).toEqual([
    ["2-2", { points: 3 }],
    ["3-2", { points: 5 }],
    ["3-3", { points: 0, reason: "缴费率94.96%：实收94.96元，应收100元" }],
  ]);
});

test.each([
  [6, 3, 0],
  [7, 4, 3],
])("of %i members %i in the party: more than half, so %i points are proposed (§5.1)", (whole, part, points) => {
  const figures = rowFigures(
    shaoxing,
    facts({ answers: { clauses: {}, figures: { "party-share": { kind: "ratio", whole, part } } } }),
  );

  expect(proposedPoints(shaoxing, new Map(), { figures }).get("2-2")?.points).toBe(points);
});
