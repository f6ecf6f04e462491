import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { criteriaOf } from "../../../src/campaign/scoring/rubric.ts";
import { type ComparedCase, discrepanciesIn } from "../../../src/campaign/verification/discrepancies.ts";
import type { CityRow } from "../../../src/campaign/verification/verification.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const { rubric } = shaoxing;
const full = new Map(criteriaOf(rubric).map(({ id, maxPoints }) => [id, maxPoints * 100]));

const row = (criterion: string, hundredths: number, [least, most] = [hundredths, hundredths]): [string, CityRow] => [
  criterion,
  { criterion, hundredths, from: "mean", members: 2, least, most, knockedOut: false },
];

const compared = (caseId: string, rows: [string, CityRow][], less = 0): ComparedCase => ({
  caseId,
  rows: new Map(rows),
  district: new Map([...full, ["1-1", 400 - less]]),
});

describe("评分差异较大条目", () => {
  test("are rows on which members are a quarter of its maximum apart, or the city and the district", () => {
    const cases = [
      compared("甲", [row("3-5", 400, [340, 465]), row("3-6", 400, [338, 462]), row("3-4", 300), row("3-7", 380)]),
    ];

    expect(discrepanciesIn(rubric, cases, undefined).map(({ criterion, kind }) => [criterion, kind])).toEqual([
      ["3-5", "apart"],
      ["3-4", "district"],
    ]);
  });

  test("an agreed figure settles what members had apart", () => {
    const [id, given] = row("3-5", 500, [200, 500]);

    expect(discrepanciesIn(rubric, [compared("甲", [[id, { ...given, from: "agreed" }]])], undefined)).toEqual([]);
  });

  test("come first where they decide who is selected, then by nearness to the boundary", () => {
    const cases = [
      compared("甲", [row("3-5", 500, [0, 500])]),
      compared("乙", [row("3-5", 450, [400, 500])], 50),
      compared("丙", [], 75),
    ];

    const found = discrepanciesIn(rubric, cases, { basis: "district", selected: 2 });

    expect(found.map(({ caseId, criterion, decides }) => [caseId, criterion, decides])).toEqual([
      ["乙", "3-5", true],
      ["甲", "3-5", true],
    ]);
    expect(found[0]?.distance).toBe(25);
  });

  test("a small difference is named where it decides", () => {
    const cases = [compared("甲", [row("1-5", 290, [280, 300])]), compared("乙", [], 15)];

    expect(discrepanciesIn(rubric, cases, { basis: "district", selected: 1 })).toMatchObject([
      { caseId: "甲", criterion: "1-5", decides: true },
    ]);
    expect(discrepanciesIn(rubric, cases, undefined)).toEqual([]);
  });

  test("decides, too, where the mean is rounded to a figure beside all that were given", () => {
    const cases = [compared("甲", [row("1-5", 200, [160, 180])]), compared("乙", [row("1-5", 170)])];

    const found = discrepanciesIn(rubric, cases, { basis: "district", selected: 1 });
    expect(found.find(({ caseId }) => caseId === "甲")).toMatchObject({ criterion: "1-5", decides: true });
  });

  test("decide as if the case were ranked among the others with each figure", () => {
    const given = fc.record({ less: fc.integer({ min: 0, max: 40 }), apart: fc.integer({ min: 0, max: 60 }) });
    const selected = fc.integer({ min: 1, max: 5 });

    fc.assert(
      fc.property(fc.array(given, { minLength: 1, maxLength: 8 }), selected, (all, count) => {
        const caseOf = ({ less, apart }: { less: number; apart: number }, at: number) =>
          compared(String(at), [row("1-5", 300 - apart, [300 - 2 * apart, 300])], less);
        const totalOf = ({ less }: { less: number }, points: number) => points - less;
        const isSelected = (at: number, total: number) =>
          all.filter((one, other) => other !== at && totalOf(one, 300 - one.apart) > total).length < count;
        const deciding = all.flatMap((one, at) =>
          isSelected(at, totalOf(one, 300 - 2 * one.apart)) === isSelected(at, totalOf(one, 300)) ? [] : [String(at)],
        );

        const found = discrepanciesIn(rubric, all.map(caseOf), { basis: "district", selected: count });

        expect(found.flatMap(({ caseId, decides }) => (decides ? [caseId] : [])).toSorted()).toEqual(deciding);
      }),
      { seed: 20231020, numRuns: 500 },
    );
  });
});
