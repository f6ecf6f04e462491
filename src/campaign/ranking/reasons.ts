import type { Definition } from "../definition/definition.ts";
import { rowFor, rulingDeciding } from "../definition/purposes.ts";
import { type Reading, type RulingsInForce, readingOf } from "../definition/rulings-in-force.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import { sourceWords } from "../definition/source-words.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { byMerit } from "../recommendation/merit.ts";
import { foundWords } from "../verification/found-on-site.ts";
import { rankedBy } from "./city-figures.ts";
import { ladderOf } from "./ladder.ts";
import { pendingWords } from "./pending.ts";
import { rankingPhrases as phrases } from "./phrases.ts";
import type { ScoredCompound } from "./ranking.ts";
import { basisOf, meritOf } from "./rules.ts";

/** Current reading of the ruling on this decision; undefined if the campaign has no such ruling. */
export function readingDeciding(
  definition: Definition,
  decision: Decision,
  rulings: RulingsInForce,
): Reading | undefined {
  const ruling = rulingDeciding(definition, decision);
  return ruling && readingOf(definition, ruling.id, rulings);
}

/** Sentence about the source of the points; empty without a ruling. */
export function basisWords(
  { campaign: { definition }, rulings }: Context,
  compounds: readonly ScoredCompound[],
): readonly string[] {
  if (isPublishedIn(compounds)) return [phrases.basisPublished(nounsOf(definition))];
  const reading = readingDeciding(definition, "rankingBasis", rulings);
  if (!reading) return [];
  const nouns = nounsOf(definition);
  const ranks = compounds.some((one) => rankedBy(one, basisOf(definition, rulings))?.districtTotal !== undefined);
  switch (basisOf(definition, rulings)) {
    case "open":
      return [phrases.basisOpen(reading, nouns)];
    case "city":
      return [ranks ? phrases.basisCityVerified(reading, nouns) : phrases.basisCity(reading, nouns)];
    case "district":
      return [ranks ? phrases.basisCorrected(reading, nouns) : phrases.basisDistrict(reading, nouns)];
  }
}

/** Whether the compounds carry the published results. */
export const isPublishedIn = (compounds: readonly ScoredCompound[]): boolean =>
  compounds.some(({ publishedAs }) => publishedAs !== undefined);

/** Sentence with the proposed order of ranked compounds, where it differs from their places; undefined otherwise. */
export function proposedWords(
  { campaign: { definition } }: Context,
  ranked: readonly ScoredCompound[],
): string | undefined {
  const row = rowFor(definition.rubric, "satisfaction");
  if (!row || isPublishedIn(ranked)) return undefined;
  const merit = (one: ScoredCompound) => meritOf(definition.rubric, one);
  const proposed = [...ranked].sort((a, b) => byMerit(merit(a), merit(b)));
  if (proposed.every((one, at) => one === ranked[at])) return undefined;
  return phrases.proposed(
    proposed.map(({ name }) => name),
    { row: row.id, source: sourceWords(definition, row.line) },
  );
}

/** Sentence about the tie-breaking order. */
export const ladderWords = ({ campaign: { definition }, rulings }: Context): string =>
  phrases.ladder(ladderOf(definition, rulings), rulingDeciding(definition, "tieLadder")?.id);

export const remarksOf = (
  definition: Definition,
  { listing, declaration, barred, verified, publishedAs }: ScoredCompound,
): string =>
  [
    ...(publishedAs ? [phrases.results[publishedAs]()] : []),
    phrases.listing[listing](),
    ...(barred ? [phrases.barred(barred)] : []),
    ...(verified?.found ? [foundWords(definition, verified.found)] : []),
    ...(declaration === "unclear" ? [pendingWords(definition)] : []),
  ].join("，");
