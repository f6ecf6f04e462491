import { rulingDeciding } from "../definition/purposes.ts";
import type { Context } from "../engine/context.ts";
import { ladderOf } from "../ranking/ladder.ts";
import type { Basis, ScoredCompound } from "../ranking/ranking.ts";
import { ladderWords } from "../ranking/reasons.ts";
import { basisOf, tiedAcross } from "../ranking/rules.ts";
import type { Sections } from "../snapshot/snapshot.ts";
import { limitsOf } from "./limits.ts";
import { tiePhrases as phrases } from "./phrases.ts";
import { wordsOf } from "./words.ts";

/**
 * Names a tie across the last place, with what the ladder leaves open; undefined without one. Where the city's own points
 * decide, only among those that have them.
 * @param cases all that can be selected, by application id
 */
export function tieWords(context: Context, cases: ReadonlyMap<string, Sections>): string | undefined {
  const { campaign, rulings } = context;
  const { definition } = campaign;
  const places = limitsOf(definition, rulings).find(({ category }) => category === undefined)?.most;
  const basis = basisOf(definition, rulings);
  if (places === undefined) return undefined;
  const ladder = ladderOf(definition, rulings);
  const tied = tiedAcross(
    [...cases].flatMap((one) => scoredOf(one, basis)),
    ladder,
    places,
  );
  const [first] = tied;
  if (!first) return undefined;
  const open = basis === "open" ? rulingDeciding(definition, "rankingBasis")?.id : undefined;
  const names = tied.map(({ name }) => name);
  return phrases.tie({
    places,
    names,
    total: first.total,
    open,
    ladder: ladderWords(context),
    words: wordsOf(definition),
  });
}

/** With the points that rank it, as they are kept; of a case kept without them the district's. */
function scoredOf([applicationId, sections]: [string, Sections], basis: Basis): ScoredCompound[] {
  const { identity, points, standing, gate } = sections;
  if (!identity) return [];
  const { district, name } = identity.content;
  const declaration = gate?.content.declaration ?? "none";
  const ranked = standing?.content;
  const figure = ranked?.figure === undefined ? {} : { figure: ranked.figure };
  const one = { applicationId, district, name, listing: "recommended", declaration, ...figure } as const;
  const verified = basis === "city" ? ranked?.own : ranked?.corrected;
  // Points kept under another answer are not compared with those under this one.
  if (typeof verified === "number" && ranked?.basis !== basis) return [];
  if (ranked && typeof verified === "number")
    return [{ ...one, points: new Map(Object.entries(ranked.rows)), total: verified }];
  const total = points?.content.total ?? undefined;
  if (!points || total === undefined || basis === "city") return [];
  const rows = Object.entries(points.content.rows).map(([row, { hundredths }]) => [row, hundredths] as const);
  return [{ ...one, points: new Map(rows), total }];
}
