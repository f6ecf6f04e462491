import type { Context } from "../engine/context.ts";
import { jointRanking } from "../ranking/joint-ranking.ts";
import type { ScoredCompound } from "../ranking/ranking.ts";
import { offersRanking } from "../ranking/rules.ts";
import { scoredCompounds } from "../ranking/summary.ts";
import { section } from "../snapshot/rules.ts";
import type { SectionContent } from "../snapshot/snapshot.ts";
import type { SectionsBeside } from "../snapshot/take.ts";

export type Standing = SectionContent["standing"];

/** How the cases stand in the city's order now, by application id; empty in a campaign without points. */
export async function standingsNow(context: Context): Promise<ReadonlyMap<string, Standing>> {
  if (!offersRanking(context.campaign.definition)) return new Map();
  const compounds = await scoredCompounds(context);
  const { basis, ranked, places } = jointRanking(context, compounds);
  const byId = new Map(ranked.map((one) => [one.applicationId, one]));
  return new Map(
    compounds.map((compound): [string, Standing] => {
      const { applicationId, verified, figure } = compound;
      const place = places.get(applicationId);
      return [
        applicationId,
        {
          basis,
          place: place ? { ...place } : null,
          corrected: verified?.correctedTotal ?? null,
          own: verified?.ownTotal ?? null,
          rows: Object.fromEntries(rankingRows(byId.get(applicationId), compound)),
          ...(figure === undefined ? {} : { figure }),
        },
      ];
    }),
  );
}

const rankingRows = (ranked: ScoredCompound | undefined, { verified, points }: ScoredCompound) =>
  ranked?.points ?? verified?.corrected ?? points;

/** The same as sections to keep with the cases. */
export async function standingSections(context: Context): Promise<SectionsBeside> {
  const standings = await standingsNow(context);
  return new Map([...standings].map(([id, standing]) => [id, { standing: section(standing) }]));
}
