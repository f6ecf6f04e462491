import { rubricTotal } from "../definition/rubric-points.ts";
import type { Context } from "../engine/context.ts";
import { foundOnSite } from "../verification/found-on-site.ts";
import type { CityStanding } from "../verification/ledger.ts";
import { correctedPoints, isVerified, ownPoints, wholeTotal } from "../verification/rules.ts";
import type { Basis, CityFigures, ScoredCompound } from "./ranking.ts";

/** What the city's ledger has of the compounds, by application id. */
export function cityFigures(
  { campaign, rulings }: Context,
  { ledger }: CityStanding,
): ReadonlyMap<string, CityFigures> {
  const { rubric } = campaign.definition;
  const verified = [...ledger.values()].filter(({ rows }) => rows.size > 0);
  return new Map(
    verified.map((one): [string, CityFigures] => {
      const corrected = correctedPoints(one.rows, one.district);
      const own = ownPoints(one.rows);
      const totals = { correctedTotal: rubricTotal(rubric, corrected).total, ownTotal: wholeTotal(rubric, own) };
      const found = foundOnSite(campaign.definition, rulings, one);
      return [one.caseId, { corrected, own, ...totals, isWhole: isVerified(one), ...(found ? { found } : {}) }];
    }),
  );
}

/**
 * A compound with the points that rank it jointly; undefined where it has none: by the city's own points one that is not
 * verified in every row.
 */
export function rankedBy(compound: ScoredCompound, basis: Basis): ScoredCompound | undefined {
  const { verified, total } = compound;
  if (basis === "open") return undefined;
  if (basis === "city")
    return verified?.ownTotal === undefined
      ? undefined
      : { ...compound, points: verified.own, total: verified.ownTotal, districtTotal: total };
  if (!verified) return compound;
  return { ...compound, points: verified.corrected, total: verified.correctedTotal, districtTotal: total };
}
