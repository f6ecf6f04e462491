import fc from "fast-check";
import { expect, test } from "vitest";
import type { RulingAnswer } from "../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { jointRanking } from "../../../src/campaign/ranking/joint-ranking.ts";
import type { ScoredCompound } from "../../../src/campaign/ranking/ranking.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { anyBasis, anyCompounds, anyLadder } from "./support/any-field.ts";
import { naivePlaces } from "./support/naive-order.ts";

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

test("places equal a naive count of who is before whom, for any points, ties, rulings and orders of arrival", () => {
  fc.assert(
    fc.property(anyCompounds, anyBasis, anyLadder, fc.infiniteStream(fc.nat()), (compounds, basis, ladder, order) => {
      const keys = new Map(compounds.map((one) => [one, order.next().value ?? 0]));
      const arrived = compounds.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
      const able = compounds.flatMap((one) => {
        const rows = rankingRows(one, basis);
        return rows ? [{ id: one.applicationId, rows, figure: one.figure }] : [];
      });
      const { ranked, places } = jointRanking(ruled(basis, ladder), arrived);

      const found = ranked.map(({ applicationId: id, total }) => [id, { ...places.get(id), total }] as const);
      expect(new Map(found)).toEqual(naivePlaces(able, ladder));
      const ranks = ranked.map(({ applicationId }) => places.get(applicationId)?.rank ?? 0);
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    }),
    { numRuns: 300 },
  );
});
