import fc from "fast-check";
import { expect, test } from "vitest";
import type { RulingAnswer, RulingsInForce } from "../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import type { Context } from "../../../src/campaign/engine/context.ts";
import { cityFigures } from "../../../src/campaign/ranking/city-figures.ts";
import { jointRanking } from "../../../src/campaign/ranking/joint-ranking.ts";
import type { ScoredCompound } from "../../../src/campaign/ranking/ranking.ts";
import { pointRulesIn } from "../../../src/campaign/scoring/points.ts";
import { hundredthsAfter, stateAfter } from "../../../src/campaign/scoring/rules.ts";
import type { GivenScore } from "../../../src/campaign/scoring/score-sheet.ts";
import type { CityStanding } from "../../../src/campaign/verification/ledger.ts";
import { cityRows, teamScoreRule } from "../../../src/campaign/verification/rules.ts";
import type { MemberRow } from "../../../src/campaign/verification/verification.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { anyBasis, anyLadder } from "./support/any-field.ts";
import { type Able, naivePlaces } from "./support/naive-order.ts";

/** From what every member entered to the places: R7, R14, R21 and R26 together, in every order of arrival. */

const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });

/** Rows and their most points as the plan's table has them. */
const MOST: Readonly<Record<string, number>> = Object.fromEntries(
  shaoxing.rubric.sections.flatMap(({ criteria }) => criteria.map(({ id, maxPoints }) => [id, maxPoints])),
);
const ROWS = Object.keys(MOST);

type Said = { points: number } | "same" | "notMet" | "notApplicable";

/** What is not said is the row's most; a row left out is in nobody's sheet. */
interface Sheet {
  said: Readonly<Record<string, Said>>;
  without: string | undefined;
}

interface Site {
  less: Readonly<Record<string, number>>;
  sheets: readonly Sheet[];
  agreed: Readonly<Record<string, number>>;
  figure: number | undefined;
  isListed: boolean;
}

interface Rulings {
  basis: "district" | "city" | undefined;
  ladder: readonly string[];
  combine: "mean" | "trimmedMean";
  decimals: 0 | 1 | 2;
  agreedFigureAllowed: boolean;
  deduct: boolean;
}

// Few rows differ, and by little, so that equal totals are common.
const someRow = fc.constantFrom("1-2", "1-4", "3-5");
const said = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(1, 2, 2.5, 3).map((points): Said => ({ points })) },
  { weight: 2, arbitrary: fc.constantFrom<Said>("same", "notMet") },
);
const entries = fc
  .record({
    rows: fc.dictionary(someRow, said, { maxKeys: 2 }),
    satisfaction: fc.constantFrom<Said | undefined>(undefined, undefined, "same", "notMet", { points: 0 }),
    heating: fc.constantFrom<Said | undefined>(undefined, "notApplicable", "same", { points: 1 }),
  })
  .map(({ rows, satisfaction, heating }) => ({
    ...rows,
    ...(satisfaction === undefined ? {} : { "3-2": satisfaction }),
    ...(heating === undefined ? {} : { "4-2": heating }),
  }));
const sheet: fc.Arbitrary<Sheet> = fc.record({ said: entries, without: fc.constantFrom(undefined, undefined, "4-7") });
const site: fc.Arbitrary<Site> = fc.record({
  less: fc.dictionary(fc.constantFrom("1-2", "1-4", "3-2", "3-5", "4-2"), fc.constantFrom(1, 2), { maxKeys: 2 }),
  sheets: fc.array(sheet, { maxLength: 6 }),
  agreed: fc.dictionary(fc.constantFrom("1-2", "3-2", "3-5"), fc.constantFrom(0, 3, 4), { maxKeys: 1 }),
  figure: fc.option(fc.constantFrom(97, 98), { nil: undefined, freq: 12 }),
  isListed: fc.constantFrom(true, true, true, false),
});
const rulings: fc.Arbitrary<Rulings> = fc.record({
  ...{ basis: anyBasis as fc.Arbitrary<Rulings["basis"]>, ladder: anyLadder },
  combine: fc.constantFrom("mean", "trimmedMean"),
  decimals: fc.constantFrom(0, 1, 2),
  ...{ agreedFigureAllowed: fc.boolean(), deduct: fc.boolean() },
});

// ---- By hand.

/** 3-2 counts all or nothing. */
const reported = ({ less }: Site, row: string): number =>
  row === "3-2" && less[row] ? 0 : (MOST[row] ?? 0) * 100 - (less[row] ?? 0) * 100;

function counts(one: Said | undefined, row: string, { of, deduct }: { of: Site; deduct: boolean }): number {
  if (one === "same") return reported(of, row);
  if (one === "notMet" || (one === "notApplicable" && deduct)) return 0;
  return one === undefined || one === "notApplicable" ? (MOST[row] ?? 0) * 100 : one.points * 100;
}

/** The mean to so many decimals of a point, half up; of five and more without one highest and one lowest, where ruled. */
function meanOf(all: readonly number[], { combine, decimals }: Rulings): number {
  const unit = { 0: 100, 1: 10, 2: 1 }[decimals];
  const cut = combine === "trimmedMean" && all.length > 4;
  const sum = all.reduce((sum, one) => sum + one, 0) - (cut ? Math.min(...all) + Math.max(...all) : 0);
  const count = all.length - (cut ? 2 : 0);
  let figure = 0;
  while ((figure + unit / 2) * count <= sum) figure += unit;
  return figure;
}

function rankingRows(of: Site, under: Rulings): ReadonlyMap<string, number> | undefined {
  if (!of.isListed || under.basis === undefined) return undefined;
  const rows = new Map<string, number>();
  for (const row of ROWS) {
    const all = of.sheets
      .filter(({ without }) => without !== row)
      .map((one) => counts(one.said[row], row, { of, deduct: under.deduct }));
    const agreed = under.agreedFigureAllowed ? of.agreed[row] : undefined;
    if (all.length > 0) rows.set(row, agreed === undefined ? meanOf(all, under) : agreed * 100);
    else if (under.basis === "city") return undefined;
    else rows.set(row, reported(of, row));
  }
  return rows;
}

// ---- By the program.

const inForce = ({ basis, ladder, deduct, ...of }: Rulings): RulingsInForce => {
  const { combine, decimals, agreedFigureAllowed } = of;
  const values: Record<string, Record<string, unknown> | undefined> = {
    R7: { ladder },
    R14: basis === undefined ? undefined : { basis },
    R21: { deduct, reasonRequired: true },
    R26: { combine, decimals, agreedFigureAllowed },
  };
  const answers = Object.entries(values).flatMap(([id, value]) => (value ? [[id, { text: "", value }] as const] : []));
  return new Map(answers as [string, RulingAnswer][]) as RulingsInForce;
};

const given = (criterion: string, one: Said | undefined): GivenScore => {
  if (one === "same") return { criterion, asDistrict: true };
  if (one === "notMet") return { criterion, notMet: "7-3" };
  if (one === "notApplicable") return { criterion, notApplicable: true, reason: "无此设施" };
  return { criterion, points: one?.points ?? MOST[criterion] ?? 0 };
};

/** @param turned the order in which members and rows arrive */
function figuresOf(sites: readonly Site[], { under, turned }: { under: Rulings; turned: (at: number) => number }) {
  const answers = inForce(under);
  const rules = pointRulesIn(shaoxing, answers);
  const inTurn = <Item>(all: readonly Item[]): Item[] =>
    all
      .map((one, at) => ({ one, key: turned(at) }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ one }) => one);
  const ledger = sites.map((of, at) => {
    const district = new Map(ROWS.map((row) => [row, reported(of, row)]));
    const city = { district, blind: false, clauses: ["7-3"] };
    const members = new Map<string, MemberRow[]>();
    for (const [who, { said, without }] of inTurn([...of.sheets.entries()]))
      for (const row of inTurn(ROWS.filter((one) => one !== without))) {
        const entry = given(row, said[row]);
        const scores = new Map();
        const hundredths = hundredthsAfter({ definition: shaoxing, rules, scores, city }, entry);
        const one = { memberId: `m${who}`, state: stateAfter({ scores }, entry), hundredths };
        members.set(row, [...(members.get(row) ?? []), one]);
      }
    const agreed = new Map(Object.entries(of.agreed).map(([row, points]) => [row, points * 100]));
    const ids = of.sheets.map((_, who) => `m${who}`);
    return {
      ...{ caseId: `c${at}`, district, assigned: ids, finalized: ids, sheets: new Map(), agreed: new Map() },
      rows: cityRows(shaoxing.rubric, { members, district, agreed }, teamScoreRule(shaoxing, answers)),
    };
  });
  const context = { campaign, rulings: answers } as Context;
  const whole = { ledger: new Map(ledger.map((one) => [one.caseId, one])) } as unknown as CityStanding;
  return { context, figures: cityFigures(context, whole) };
}

test("from every member's entries to the places: as reckoned by hand, whatever is ruled and in whatever order it came", () => {
  const sites = fc.array(site, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(sites, rulings, fc.array(fc.nat(), { minLength: 1, maxLength: 40 }), (all, under, keys) => {
      const turned = (at: number): number => keys[at % keys.length] ?? 0;
      const able = all.flatMap((of, at): Able[] => {
        const rows = rankingRows(of, under);
        return rows ? [{ id: `c${at}`, rows, figure: of.figure }] : [];
      });

      const { context, figures } = figuresOf(all, { under, turned });
      const compounds = all.map((of, at): ScoredCompound => {
        const points = new Map(ROWS.map((row) => [row, reported(of, row)]));
        const verified = figures.get(`c${at}`);
        return {
          ...{ applicationId: `c${at}`, district: "keqiao", name: `小区${at}`, declaration: "none", points },
          ...{ total: [...points.values()].reduce((sum, one) => sum + one, 0) },
          listing: of.isListed ? "recommended" : "passedOver",
          ...(of.figure === undefined ? {} : { figure: of.figure }),
          ...(verified ? { verified } : {}),
        };
      });
      const { ranked, places } = jointRanking(
        context,
        compounds.toSorted((a, b) => turnedBy(a, b, turned)),
      );

      const found = ranked.map(({ applicationId: id, total }) => [id, { ...places.get(id), total }] as const);
      expect(new Map(found)).toEqual(naivePlaces(able, under.ladder));
    }),
    { numRuns: 300 },
  );
});

const turnedBy = (a: ScoredCompound, b: ScoredCompound, turned: (at: number) => number): number =>
  turned(Number(a.applicationId.slice(1))) - turned(Number(b.applicationId.slice(1)));
