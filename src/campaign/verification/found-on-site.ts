import { requirementOf } from "../application/requirements/requirements.ts";
import type { Definition } from "../definition/definition.ts";
import { annexFor, decided, rulingDeciding } from "../definition/purposes.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { ScoreSheet } from "../scoring/score-sheet.ts";
import { cityPhrases as phrases } from "./city-phrases.ts";
import type { VerifiedCase } from "./ledger.ts";
import { isVerified } from "./rules.ts";

/** What 核验 found against a case: rows with 否决, and clauses of 附件1 that the decision on them lets exclude. */
export interface FoundOnSite {
  rows: readonly string[];
  clauses: readonly string[];
}

type Counted = Pick<VerifiedCase, "assigned" | "finalized" | "rows" | "agreed"> & {
  sheets: ReadonlyMap<string, Pick<ScoreSheet, "scores">>;
};

/**
 * What keeps a verified case out, until it is decided otherwise: points returned, 合议分 on the row, another answer to the
 * ruling. A member alone keeps nobody out: all who verify it must have found the same.
 * @returns undefined for nothing
 */
export function foundOnSite(definition: Definition, rulings: RulingsInForce, one: Counted): FoundOnSite | undefined {
  if (!isVerified(one)) return undefined;
  const rows = [...one.rows.values()].flatMap(({ knockedOut, criterion }) => (knockedOut ? [criterion] : []));
  const { excludes } = decided(definition, "excludingRequirements", rulings);
  const excluding = Array.isArray(excludes) ? excludes : [];
  const clauses = notMetByAll(one).filter((id) => excluding.includes(requirementOf(definition, id)));
  return rows.length + clauses.length === 0 ? undefined : { rows, clauses };
}

/** Clauses that every member found not met on a row for which no other figure was agreed, each once. */
export function notMetByAll({ sheets, agreed }: Pick<Counted, "sheets" | "agreed">): string[] {
  const [first, ...others] = [...sheets.values()];
  const found = [...(first?.scores.values() ?? [])].flatMap(({ criterion, state, clause }) => {
    if (state !== "requirementNotMet" || clause === undefined || agreed.has(criterion)) return [];
    const isAll = others.every(({ scores }) => {
      const other = scores.get(criterion);
      return other?.state === "requirementNotMet" && other.clause === clause;
    });
    return isAll ? [clause] : [];
  });
  return [...new Set(found)];
}

/** 经核验不符合附件1条款8-2，按口径R5不得入选 */
export const foundWords = (definition: Definition, { rows, clauses }: FoundOnSite): string =>
  phrases.found({
    ...{ rows, clauses, annex: annexFor(definition, "requirements")?.name ?? "", nouns: nounsOf(definition) },
    ruling: rulingDeciding(definition, "excludingRequirements")?.id,
  });
