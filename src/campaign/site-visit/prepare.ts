import { annexFor } from "../definition/purposes.ts";
import type { Context } from "../engine/context.ts";
import { criteriaOf } from "../scoring/rubric.ts";
import { visitPhrases as phrases } from "./phrases.ts";

/** What a district is asked to prepare for a visit. */
export function prepareItems({ campaign: { definition } }: Pick<Context, "campaign">): string[] {
  const rows = criteriaOf(definition.rubric)
    .filter(({ seenBy }) => seenBy.includes("site"))
    .map(({ id, short }) => `${id}${short}`);
  return phrases.prepare({ annex: annexFor(definition, "rubric")?.name, rows });
}
