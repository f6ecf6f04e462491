import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  allowedIn,
  type Field,
  type Grid,
  type Side,
  sideOf,
  sidesChanged,
  sidesOf,
  swingsIn,
  without,
  withRow,
} from "../../../src/campaign/ranking/boundary/rules.ts";
import { compare, ladderOf } from "../../../src/campaign/ranking/ladder.ts";
import type { ScoredCompound } from "../../../src/campaign/ranking/ranking.ts";
import { pointRulesIn } from "../../../src/campaign/scoring/points.ts";
import { criteriaOf } from "../../../src/campaign/scoring/rubric.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { anyCompounds, anyLadder } from "./support/any-field.ts";

const { rubric } = shaoxing;
const grid: Grid = { rubric, rules: pointRulesIn(shaoxing, new Map()) };
const ladder = ladderOf(shaoxing, new Map());
const full = new Map(criteriaOf(rubric).map(({ id, maxPoints }) => [id, maxPoints * 100]));

function compound(name: string, less: Readonly<Record<string, number>>): ScoredCompound {
  const given = { ...{ applicationId: name, district: "keqiao", name, points: full, total: 10_000 } };
  const one: ScoredCompound = { ...given, listing: "recommended", declaration: "none" };
  return Object.entries(less).reduce(
    (all, [row, hundredths]) => withRow(rubric, all, row, (full.get(row) ?? 0) - hundredths),
    one,
  );
}

/** Who is in, straight from a list in order: in, if all that are not worse still find room. */
function naiveSides({ compounds, selected, ladder: rungs }: Field): Map<string, Side> {
  const worse = (a: ScoredCompound, b: ScoredCompound) => compare(a, b, rungs) > 0;
  return new Map(
    compounds.map((one): [string, Side] => {
      const notWorse = compounds.filter((other) => !worse(other, one)).length;
      const better = compounds.filter((other) => worse(one, other)).length;
      if (notWorse <= selected) return [one.applicationId, "in"];
      return [one.applicationId, better >= selected ? "out" : "tied"];
    }),
  );
}

const shown = (field: Field): string => JSON.stringify([...naiveSides(field)]);

/** Tries every figure of every row, and keeps the nearest in each direction with which others are in. */
function naiveSwings(field: Field): string[] {
  const before = shown(field);
  return field.compounds.flatMap((one) =>
    criteriaOf(rubric).flatMap((row) => {
      const from = one.points.get(row.id) ?? 0;
      const changing = allowedIn(row, grid.rules).filter((to) => {
        const changed = withRow(rubric, one, row.id, to);
        const compounds = field.compounds.map((other) => (other === one ? changed : other));
        return to !== from && shown({ ...field, compounds }) !== before;
      });
      const [down, up] = [changing.filter((to) => to < from).at(-1), changing.find((to) => to > from)];
      return [down, up].flatMap((to) => (to === undefined ? [] : [`${one.applicationId} ${row.id} ${from}-${to}`]));
    }),
  );
}

test("the rows that alone change who is in are those that trying every figure of every row finds", () => {
  fc.assert(
    fc.property(anyCompounds, anyLadder, fc.integer({ min: 1, max: 10 }), (compounds, names, selected) => {
      const rulings = new Map([["R7", { text: "", value: { ladder: [...names] } }]]);
      // Figures stand behind one row, whose own change would change who has one.
      const plain = compounds.map(({ figure: _, ...one }) => one);
      const field: Field = { compounds: plain, ladder: ladderOf(shaoxing, rulings), selected };

      expect([...sidesOf(field)]).toEqual([...naiveSides(field)]);
      const found = swingsIn(field, grid).map(
        ({ applicationId, criterion, from, to }) => `${applicationId} ${criterion} ${from}-${to}`,
      );
      expect(new Set(found)).toEqual(new Set(naiveSwings(field)));
    }),
    { numRuns: 60 },
  );
});

describe("at the last place", () => {
  const [first, second, third] = [compound("甲", {}), compound("乙", { "3-5": 100 }), compound("丙", { "3-6": 200 })];
  const compounds = [first, second, third];
  const field: Field = { compounds, ladder, selected: 2 };

  test("one point less makes it a tie of equal totals, two put it out", () => {
    const less = (points: number) => sideOf(withRow(rubric, second, "4-4", 300 - points), field);

    expect([less(0), less(100), less(200)]).toEqual(["in", "tied", "out"]);
    expect(sidesOf(field)).toEqual(
      new Map([
        ["甲", "in"],
        ["乙", "in"],
        ["丙", "out"],
      ]),
    );
  });

  test("all-or-nothing rows swing by their whole figure, others by the step", () => {
    const swings = swingsIn(field, grid).filter(({ applicationId }) => applicationId === "乙");
    const to = (row: string) => swings.find(({ criterion }) => criterion === row)?.to;

    expect([to("3-2"), to("3-5"), to("3-6")]).toEqual([0, 300, 400]);
  });

  test("with as many places as compounds nothing swings", () => {
    expect(swingsIn({ ...field, selected: 3 }, grid)).toEqual([]);
  });

  test("without one that may not take part the next comes in", () => {
    expect(sidesChanged(field, without(field, "甲"))).toEqual([
      { applicationId: "甲", from: "in", to: undefined },
      { applicationId: "丙", from: "out", to: "in" },
    ]);
  });
});
