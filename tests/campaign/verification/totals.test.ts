import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RulingsInForce } from "../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import type { Context } from "../../../src/campaign/engine/context.ts";
import { cityFigures } from "../../../src/campaign/ranking/city-figures.ts";
import type { ScoredCompound } from "../../../src/campaign/ranking/ranking.ts";
import { cityStandings } from "../../../src/campaign/ranking/views.ts";
import { criteriaOf } from "../../../src/campaign/scoring/rubric.ts";
import type { CityStanding } from "../../../src/campaign/verification/ledger.ts";
import { cityRows, isVerified, teamScoreRule } from "../../../src/campaign/verification/rules.ts";
import type { MemberRow } from "../../../src/campaign/verification/verification.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

/**
 * Everything between what the members gave and the places, from nothing of ours: fractions in whole numbers, one row
 * after the other, one case compared with each other one.
 */
const { rubric } = shaoxing;
const ROWS = criteriaOf(rubric);
const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });

type Said = number | "same";
/** A member's final points, by row in the plan's order; undefined where the row has none. */
interface Sheet {
  rows: readonly (Said | undefined)[];
}
interface Site {
  district: readonly number[];
  sheets: readonly Sheet[];
  /** Members without final points. */
  open: number;
  /** 合议分 by row in the plan's order. */
  agreed: readonly (number | undefined)[];
}
interface Rule {
  combine: "mean" | "trimmedMean";
  decimals: 0 | 1 | 2;
  agreedFigureAllowed: boolean;
}
type Basis = "district" | "city";

const WIDTH = ROWS.length;
const fully = { minLength: WIDTH, maxLength: WIDTH };
/** Quarters of a point: not everything that may be ruled, but enough to round. */
const hundredths = fc.integer({ min: 0, max: 12 }).map((quarters) => quarters * 25);
const sheet: fc.Arbitrary<Sheet> = fc.record({
  rows: fc.oneof(
    { weight: 4, arbitrary: fc.array(fc.oneof(fc.constant("same" as const), hundredths), fully) },
    { weight: 1, arbitrary: fc.array(fc.option(hundredths, { nil: undefined }), fully) },
  ),
});
const site: fc.Arbitrary<Site> = fc.record({
  district: fc.array(hundredths, fully),
  sheets: fc.array(sheet, { maxLength: 7 }),
  open: fc.integer({ min: 0, max: 1 }),
  agreed: fc.array(fc.option(hundredths, { nil: undefined, freq: 1 }), fully),
});
const rule: fc.Arbitrary<Rule> = fc.record({
  combine: fc.constantFrom("mean", "trimmedMean"),
  decimals: fc.constantFrom(0, 1, 2),
  agreedFigureAllowed: fc.boolean(),
});
const basis = fc.constantFrom<Basis>("district", "city");

// ---- The oracle.

function figureOf(said: readonly number[], { combine, decimals }: Rule): number | undefined {
  if (said.length === 0) return undefined;
  let [sum, count, least, most] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const one of said) {
    sum += one;
    count += 1;
    if (one < least) least = one;
    if (one > most) most = one;
  }
  if (combine === "trimmedMean" && count >= 5) {
    sum -= least + most;
    count -= 2;
  }
  const unit = [100, 10, 1][decimals] ?? 1;
  let figure = 0;
  // Half up: as long as half a unit more still fits below the mean.
  while (BigInt(2 * figure + unit) * BigInt(count) <= BigInt(2 * sum)) figure += unit;
  return figure;
}

function totalsOf({ district, sheets, agreed }: Site, rule: Rule): { district: number; city: number | undefined } {
  let [corrected, own, isWhole] = [0, 0, true];
  for (const [at, reported] of district.entries()) {
    const said = sheets.flatMap(({ rows }) => {
      const one = rows[at];
      return one === undefined ? [] : [one === "same" ? reported : one];
    });
    const mean = figureOf(said, rule);
    const settled = rule.agreedFigureAllowed ? agreed[at] : undefined;
    const figure = mean === undefined ? undefined : (settled ?? mean);
    corrected += figure ?? reported;
    if (figure === undefined) isWhole = false;
    else own += figure;
  }
  return { district: corrected, city: isWhole ? own : undefined };
}

const rankOf = (total: number, all: readonly number[]): number => 1 + all.filter((other) => other > total).length;

// ---- The product.

const rulingsFor = (rule: Rule, by: Basis): RulingsInForce =>
  new Map([
    ["R14", { text: "", value: { basis: by } }],
    ["R26", { text: "", value: { ...rule } }],
  ]) as RulingsInForce;

/** What the product makes of a site, its members' rows coming in the order that the numbers give. */
function ledgerOf(caseId: string, { district, sheets, open, agreed }: Site, of: { rule: Rule; order: number[] }) {
  const arrived = sheets.map((one, at) => ({ one, at })).toSorted((a, b) => placeOf(of.order, a.at, b.at));
  const byRow = new Map<string, MemberRow[]>();
  for (const { one, at } of arrived)
    for (const [row, said] of [...one.rows.entries()].toSorted(([a], [b]) => placeOf(of.order, a, b))) {
      const id = ROWS[row]?.id ?? "";
      if (said === undefined) continue;
      const given: MemberRow = {
        memberId: `member-${at}`,
        ...(said === "same" ? { state: "asDistrict", hundredths: 0 } : { state: "given", hundredths: said }),
      };
      byRow.set(id, [...(byRow.get(id) ?? []), given]);
    }
  const points = new Map(district.map((one, row) => [ROWS[row]?.id ?? "", one]));
  const figures = new Map(agreed.flatMap((one, row) => (one === undefined ? [] : [[ROWS[row]?.id ?? "", one]])));
  const finalized = sheets.map((_, at) => `member-${at}`);
  const scoreRule = teamScoreRule(shaoxing, rulingsFor(of.rule, "city"));
  return {
    caseId,
    district: points,
    assigned: [...finalized, ...Array.from({ length: open }, (_, at) => `open-${at}`)],
    finalized,
    // Of 不符合 and 否决 nothing is said here.
    ...{ sheets: new Map(), agreed: new Map() },
    rows: cityRows(rubric, { members: byRow, district: points, agreed: figures }, scoreRule),
  };
}

const placeOf = (order: readonly number[], one: number, other: number): number =>
  (order[one % order.length] ?? 0) - (order[other % order.length] ?? 0) || one - other;

const orders = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: WIDTH });

function standingsOf(sites: readonly Site[], of: { rule: Rule; by: Basis; order: number[] }) {
  const context = { campaign, rulings: rulingsFor(of.rule, of.by) } as Context;
  const ledger = new Map(sites.map((one, at) => [`case-${at}`, ledgerOf(`case-${at}`, one, of)]));
  const figures = cityFigures(context, { ledger } as unknown as CityStanding);
  const compounds = sites.map(({ district }, at): ScoredCompound => {
    const verified = figures.get(`case-${at}`);
    return {
      ...{ applicationId: `case-${at}`, district: "keqiao", name: `小区${at}`, listing: "recommended" },
      ...{ declaration: "none", points: ledger.get(`case-${at}`)?.district ?? new Map() },
      total: district.reduce((all, one) => all + one, 0),
      ...(verified ? { verified } : {}),
    };
  });
  const shown = cityStandings(context, compounds).map(({ compound, place }) => ({
    ...{ id: compound.applicationId, total: compound.total, rank: place?.rank, joint: place?.joint },
    isWhole: compound.verified?.isWhole ?? false,
  }));
  return { shown, isVerified: [...ledger.values()].map(isVerified) };
}

describe("totals of the city", () => {
  test("equal a plain reckoning by either basis and every rule on several members' points, to the hundredth", () => {
    fc.assert(
      fc.property(fc.array(site, { minLength: 1, maxLength: 5 }), rule, basis, orders, (sites, rule, by, order) => {
        const { shown } = standingsOf(sites, { rule, by, order });
        const expected = sites.map((one) => totalsOf(one, rule)[by]);
        const ranked = expected.filter((total) => total !== undefined);

        for (const { id, total, rank } of shown) {
          const own = expected[Number(id.slice("case-".length))];
          if (own === undefined || ranked.length === 0) expect(rank).toBeUndefined();
          else expect(total).toBe(own);
          // Equal totals are told apart by R7's ladder: never over a better total, never under a worse one.
          if (own === undefined || rank === undefined) continue;
          expect(rank).toBeGreaterThanOrEqual(rankOf(own, ranked));
          expect(rank).toBeLessThanOrEqual(ranked.filter((other) => other >= own).length);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("do not change with the order in which members, rows and cases arrive", () => {
    fc.assert(
      fc.property(
        fc.array(site, { minLength: 1, maxLength: 4 }),
        fc.record({ rule, by: basis }),
        fc.tuple(orders, orders),
        (sites, of, [one, other]) => {
          expect(standingsOf(sites, { ...of, order: other })).toEqual(standingsOf(sites, { ...of, order: one }));
        },
      ),
      { numRuns: 100 },
    );
  });

  test("count a case as verified once every member who verifies it has final points, and at least one does", () => {
    fc.assert(
      fc.property(site, rule, orders, (one, rule, order) => {
        const { isVerified: verified } = standingsOf([one], { rule, by: "city", order });
        expect(verified).toEqual([one.sheets.length > 0 && one.open === 0]);
      }),
      { numRuns: 50 },
    );
  });
});
