import type { Definition } from "../definition/definition.ts";
import { rulingDeciding } from "../definition/purposes.ts";
import { type Reading, type RulingsInForce, readingOf } from "../definition/rulings-in-force.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { ladderOf } from "./ladder.ts";
import { pendingWords } from "./pending.ts";
import { rankingPhrases as phrases } from "./phrases.ts";
import type { ScoredCompound } from "./ranking.ts";
import { basisOf } from "./rules.ts";

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
export function basisWords({ campaign: { definition }, rulings }: Context): readonly string[] {
  const reading = readingDeciding(definition, "rankingBasis", rulings);
  if (!reading) return [];
  const nouns = nounsOf(definition);
  switch (basisOf(definition, rulings)) {
    case "open":
      return [phrases.basisOpen(reading, nouns)];
    case "city":
      return [phrases.basisCity(reading, nouns)];
    case "district":
      return [phrases.basisDistrict(reading, nouns)];
  }
}

/** Sentence about the tie-breaking order. */
export const ladderWords = ({ campaign: { definition }, rulings }: Context): string =>
  phrases.ladder(ladderOf(definition, rulings), rulingDeciding(definition, "tieLadder")?.id);

export const remarksOf = (definition: Definition, { listing, declaration, barred }: ScoredCompound): string =>
  [
    phrases.listing[listing](),
    ...(barred ? [phrases.barred(barred)] : []),
    ...(declaration === "unclear" ? [pendingWords(definition)] : []),
  ].join("，");
