import fc from "fast-check";
import { expect, test } from "vitest";
import type { RulingAnswer } from "../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { jointRanking } from "../../../src/campaign/ranking/joint-ranking.ts";
import type { ScoredCompound } from "../../../src/campaign/ranking/ranking.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { anyBasis, anyCompounds, anyLadder } from "./support/any-field.ts";

const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });

const ruled = (basis: string | undefined, ladder: readonly string[]) => {
  const answers: [string, RulingAnswer][] = [
    ["R7", { text: "", value: { ladder: [...ladder] } }],
    ...(basis === undefined ? [] : [["R14", { text: "", value: { basis } }] as [string, RulingAnswer]]),
  ];
  return { campaign, rulings: new Map(answers) };
};

/** Hundredths that rank a compound, straight from the ruling on them; undefined: it has no place. */
function rankingRows({ listing, points, verified }: ScoredCompound, basis: string | undefined) {
  if (listing !== "recommended" || basis === undefined) return undefined;
  if (basis === "district") return verified?.corrected ?? points;
  return verified && verified.own.size === 25 ? verified.own : undefined;
}

const sum = (rows: ReadonlyMap<string, number>): number => [...rows.values()].reduce((all, one) => all + one, 0);

const met = (rows: ReadonlyMap<string, number>): boolean => rows.get("3-2") === 500;

interface Able {
  rows: ReadonlyMap<string, number>;
  figure: number | undefined;
}

/** Whether the first is strictly before the second, by the words of the ruling on ties, one by one. */
function isBefore(
  { rows: a, figure: one }: Able,
  { rows: b, figure: other }: Able,
  { ladder, whole }: { ladder: readonly string[]; whole: boolean },
): boolean {
  if (sum(a) !== sum(b)) return sum(a) > sum(b);
  for (const [at, name] of ladder.entries()) {
    if (name === "joint") return false;
    if (name === "satisfactionMet") {
      if (met(a) !== met(b)) return met(a);
    } else if (name === "satisfactionOrComplaints") {
      // Those who met the row stay equal unless all figures are known, and all do if nothing has set them apart.
      if (!ladder.slice(0, at).includes("satisfactionMet")) return false;
      if (met(a) && !whole) return false;
      if (met(a) && one !== other) return (one ?? 0) > (other ?? 0);
    } else {
      const of = (rows: ReadonlyMap<string, number>) =>
        name.split("+").reduce((all, row) => all + (rows.get(row) ?? 0), 0);
      if (of(a) !== of(b)) return of(a) > of(b);
    }
  }
  return false;
}

test("places equal a naive count of who is before whom, for any points, ties, rulings and orders of arrival", () => {
  fc.assert(
    fc.property(anyCompounds, anyBasis, anyLadder, fc.infiniteStream(fc.nat()), (compounds, basis, ladder, order) => {
      const keys = new Map(compounds.map((one) => [one, order.next().value ?? 0]));
      const arrived = compounds.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
      const able = compounds.flatMap((one) => {
        const rows = rankingRows(one, basis);
        return rows ? [{ id: one.applicationId, rows, figure: one.figure }] : [];
      });
      const whole = able.every(({ rows, figure }) => figure !== undefined || !met(rows));
      const naive = able.map((one): [string, object] => {
        const under = { ladder, whole };
        const better = able.filter((other) => isBefore(other, one, under)).length;
        const isApart = (other: Able) => isBefore(other, one, under) || isBefore(one, other, under);
        const equal = able.filter((other) => other !== one && !isApart(other)).length;
        return [one.id, { rank: better + 1, joint: equal > 0, total: sum(one.rows) }];
      });

      const { ranked, places } = jointRanking(ruled(basis, ladder), arrived);

      const found = ranked.map(({ applicationId: id, total }) => [id, { ...places.get(id), total }] as const);
      expect(new Map(found)).toEqual(new Map(naive));
      const ranks = ranked.map(({ applicationId }) => places.get(applicationId)?.rank ?? 0);
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    }),
    { numRuns: 300 },
  );
});
