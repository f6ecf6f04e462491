import { rulingDeciding } from "../definition/purposes.ts";
import type { Context } from "../engine/context.ts";
import { compare, ladderOf } from "../ranking/ladder.ts";
import type { Rung, ScoredCompound } from "../ranking/ranking.ts";
import { ladderWords } from "../ranking/reasons.ts";
import { basisOf, inOrder } from "../ranking/rules.ts";
import type { Sections } from "../snapshot/snapshot.ts";
import { limitsOf } from "./limits.ts";
import { tiePhrases as phrases } from "./phrases.ts";
import { wordsOf } from "./words.ts";

/**
 * Compounds that share the last place to be selected with one beyond it, in the given order; empty if the place is
 * clear.
 */
export function tieAcross(
  compounds: readonly ScoredCompound[],
  ladder: readonly Rung[],
  places: number,
): readonly ScoredCompound[] {
  const ordered = inOrder(compounds, ladder);
  const [last, next] = [ordered[places - 1], ordered[places]];
  if (!last || !next || compare(last, next, ladder) !== 0) return [];
  return compounds.filter((one) => compare(one, last, ladder) === 0);
}

/**
 * Names a tie across the last place, with what the ladder leaves open; undefined without one. Says nothing where the
 * city's own points decide.
 * @param cases all that can be selected, by application id
 */
export function tieWords(context: Context, cases: ReadonlyMap<string, Sections>): string | undefined {
  const { campaign, rulings } = context;
  const { definition } = campaign;
  const places = limitsOf(definition, rulings).find(({ category }) => category === undefined)?.most;
  const basis = basisOf(definition, rulings);
  if (places === undefined || basis === "city") return undefined;
  const ladder = ladderOf(definition, rulings);
  const tied = tieAcross([...cases].flatMap(scoredOf), ladder, places);
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

function scoredOf([applicationId, { identity, points, gate }]: [string, Sections]): ScoredCompound[] {
  const total = points?.content.total ?? undefined;
  if (!identity || !points || total === undefined) return [];
  const { district, name } = identity.content;
  const rows = Object.entries(points.content.rows).map(([row, { hundredths }]) => [row, hundredths] as const);
  const declaration = gate?.content.declaration ?? "none";
  return [{ applicationId, district, name, points: new Map(rows), total, listing: "recommended", declaration }];
}
