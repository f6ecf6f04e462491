import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { criteriaOf } from "../../../src/campaign/scoring/rubric.ts";
import {
  adjustedRows,
  cityRows,
  combined,
  correctedPoints,
  isVerified,
  maySeeOthers,
  ownPoints,
  teamScoreRule,
  wholeTotal,
} from "../../../src/campaign/verification/rules.ts";
import type { MemberRow, TeamScoreRule } from "../../../src/campaign/verification/verification.ts";
import { beijing } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const mean: TeamScoreRule = { trimmed: false, unit: 1, agreedAllowed: true };
const trimmed: TeamScoreRule = { ...mean, trimmed: true };
const { rubric } = shaoxing;
const ids = criteriaOf(rubric).map(({ id }) => id);
const full = new Map(criteriaOf(rubric).map(({ id, maxPoints }) => [id, maxPoints * 100]));

const given = (memberId: string, hundredths: number): MemberRow => ({ memberId, state: "given", hundredths });
const none = new Map<string, number>();

describe("several members' points", () => {
  test("become their mean, rounded half up to hundredths", () => {
    expect(combined([300, 400], mean)).toBe(350);
    expect(combined([301, 400], mean)).toBe(351);
    expect(combined([100, 100, 200], mean)).toBe(133);
    expect(combined([100, 200, 200], mean)).toBe(167);
    expect(combined([300], mean)).toBe(300);
    expect(combined([], mean)).toBeUndefined();
  });

  test("are rounded to the decimals that are ruled", () => {
    expect(combined([340, 350], { ...mean, unit: 10 })).toBe(350);
    expect(combined([340, 349], { ...mean, unit: 10 })).toBe(340);
    expect(combined([300, 400], { ...mean, unit: 100 })).toBe(400);
    expect(combined([300, 399], { ...mean, unit: 100 })).toBe(300);
  });

  test("lose the highest and the lowest only if ruled and from five members on", () => {
    expect(combined([0, 300, 300, 400], trimmed)).toBe(250);
    expect(combined([0, 300, 300, 400, 500], trimmed)).toBe(333);
    expect(combined([0, 300, 300, 400, 500], mean)).toBe(300);
    expect(combined([500, 500, 500, 500, 0], trimmed)).toBe(500);
  });

  test("follow the decision of the campaign; without one the plain mean", () => {
    expect(teamScoreRule(shaoxing, new Map())).toEqual(mean);
    expect(teamScoreRule(beijing, new Map())).toEqual(mean);
    const ruled = new Map([["R26", { value: { combine: "trimmedMean", decimals: 1, agreedFigureAllowed: false } }]]);
    expect(teamScoreRule(shaoxing, ruled as never)).toEqual({ trimmed: true, unit: 10, agreedAllowed: false });
  });
});

describe("the city's rows", () => {
  const district = new Map([...full, ["3-5", 400]]);
  const rowsOf = (members: Record<string, MemberRow[]>, agreed: Record<string, number> = {}, rule = mean) =>
    cityRows(
      rubric,
      { members: new Map(Object.entries(members)), district, agreed: new Map(Object.entries(agreed)) },
      rule,
    );

  test("与初评一致 counts as the district's points, as they are now", () => {
    const rows = rowsOf({ "3-5": [{ memberId: "one", state: "asDistrict", hundredths: 300 }, given("two", 200)] });

    expect(rows.get("3-5")).toEqual({
      ...{ criterion: "3-5", hundredths: 300, from: "mean", members: 2, least: 200, most: 400, knockedOut: false },
    });
  });

  test("不符合 counts 0, 不适用 what the ruling gave it", () => {
    const rows = rowsOf({
      "3-5": [{ memberId: "one", state: "requirementNotMet", hundredths: 0 }],
      "4-2": [{ memberId: "one", state: "notApplicable", hundredths: 300 }],
    });

    expect([rows.get("3-5")?.hundredths, rows.get("4-2")?.hundredths]).toEqual([0, 300]);
  });

  test("an agreed figure goes over the mean, unless the decision has none; a row that nobody gave stays open", () => {
    const members = { "3-5": [given("one", 200), given("two", 500)] };

    expect(rowsOf(members, { "3-5": 400, "3-6": 100 }).get("3-5")).toMatchObject({ hundredths: 400, from: "agreed" });
    expect(rowsOf(members, { "3-5": 400, "3-6": 100 }).has("3-6")).toBe(false);
    const without = rowsOf(members, { "3-5": 400 }, { ...mean, agreedAllowed: false });
    expect(without.get("3-5")).toMatchObject({ hundredths: 350, from: "mean" });
  });

  test("one member alone is seen", () => {
    expect(rowsOf({ "3-5": [given("one", 200)] }).get("3-5")?.members).toBe(1);
  });

  test("replace the district's where the city gave some; the city's own total needs every row", () => {
    const rows = rowsOf({ "3-5": [given("one", 200)], "3-6": [given("one", 500)] });

    expect(adjustedRows(rows, district)).toEqual(["3-5"]);
    expect(wholeTotal(rubric, correctedPoints(rows, district))).toBe(9700);
    expect(wholeTotal(rubric, ownPoints(rows))).toBeUndefined();
    const whole = rowsOf(Object.fromEntries(ids.map((id) => [id, [given("one", 100)]])));
    expect(wholeTotal(rubric, ownPoints(whole))).toBe(2500);
  });
});

/** A plainer way to the same totals, without any of our functions. */
function oracle(points: Record<string, (number | "same")[]>, district: ReadonlyMap<string, number>) {
  let [corrected, own, isWhole] = [0, 0, true];
  for (const id of ids) {
    const reported = district.get(id) ?? 0;
    const counted = (points[id] ?? []).map((one) => (one === "same" ? reported : one));
    const sum = counted.reduce((all, one) => all + one, 0);
    const mean = counted.length === 0 ? undefined : Math.round((sum * 1000) / counted.length / 1000 + 1e-9);
    corrected += mean ?? reported;
    own += mean ?? 0;
    isWhole &&= mean !== undefined;
  }
  return { corrected, own: isWhole ? own : undefined };
}

const rowPoints = fc.oneof(
  fc.constant("same" as const),
  fc.integer({ min: 0, max: 3 }).map((one) => one * 100),
);
const sheets = fc.array(
  fc.record({ rows: fc.array(rowPoints, { minLength: ids.length, maxLength: ids.length }), isPartial: fc.boolean() }),
  { minLength: 0, maxLength: 6 },
);
const reported = fc
  .array(fc.integer({ min: 0, max: 2 }), { minLength: ids.length, maxLength: ids.length })
  .map((rows) => new Map(ids.map((id, at) => [id, (rows[at] ?? 0) * 100])));

describe("totals", () => {
  const rowsFrom = (
    of: { rows: ("same" | number)[]; isPartial: boolean }[],
    order: (one: MemberRow[]) => MemberRow[],
  ) => {
    const members = new Map(
      ids.map((id, at) => [
        id,
        order(
          of.flatMap(({ rows, isPartial }, member): MemberRow[] => {
            const one = rows[at];
            if (one === undefined || (isPartial && at > 20)) return [];
            const memberId = `member-${member}`;
            return [one === "same" ? { memberId, state: "asDistrict", hundredths: 0 } : given(memberId, one)];
          }),
        ),
      ]),
    );
    return members;
  };

  test("equal a plain reckoning, whoever ranks, and no order of arrival changes one", () => {
    fc.assert(
      fc.property(sheets, reported, (of, district) => {
        const members = rowsFrom(of, (one) => one);
        const rows = cityRows(rubric, { members, district, agreed: none }, mean);
        const points = Object.fromEntries(
          [...members].map(([id, all]) => [
            id,
            all.map((one) => (one.state === "asDistrict" ? "same" : one.hundredths)),
          ]),
        );

        const expected = oracle(points as Record<string, (number | "same")[]>, district);

        expect(wholeTotal(rubric, correctedPoints(rows, district))).toBe(expected.corrected);
        expect(wholeTotal(rubric, ownPoints(rows))).toBe(expected.own);
        for (const rule of [mean, trimmed]) {
          const [forth, back] = [members, rowsFrom(of, (one) => one.toReversed())].map((all) =>
            cityRows(rubric, { members: all, district, agreed: none }, rule),
          );
          expect([...(back ?? [])]).toEqual([...(forth ?? [])]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("a case", () => {
  test("is verified once every member who verifies it has final points", () => {
    expect(isVerified({ assigned: [], finalized: [] })).toBe(false);
    expect(isVerified({ assigned: ["one", "two"], finalized: ["one"] })).toBe(false);
    expect(isVerified({ assigned: ["one", "two"], finalized: ["two", "one"] })).toBe(true);
  });

  test("shows a member the others' points after their own", () => {
    const half = { assigned: ["one", "two"], finalized: ["one"] };

    expect(maySeeOthers(half, "two")).toBe(false);
    expect(maySeeOthers(half, "one")).toBe(true);
    expect(maySeeOthers(half, "lead")).toBe(true);
  });
});
