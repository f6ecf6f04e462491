import { districtsWithin } from "../../definition/districts.ts";
import { dayWordsIn } from "../../definition/wording.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import { publishedOutcome } from "../../selection/publication/outcome.ts";
import { publicationPhrases } from "../../selection/publication/phrases.ts";
import { progressPhrases as phrases } from "./phrases.ts";

/** What became of the districts' cases in the published list, for their officials; nothing before 公布. */
export async function outcomeFacts(
  context: Context,
  own: readonly string[],
): Promise<{ label: string; value: string }[]> {
  const { definition } = context.campaign;
  const outcome = await publishedOutcome(context);
  if (!outcome) return [];
  const reached = own.flatMap((id) => [id, ...districtsWithin(definition, id).map((below) => below.id)]);
  const names = outcome.chosen.filter(({ district }) => reached.includes(district)).map(({ name }) => name);
  const nouns = nounsOf(definition);
  const day = dayWordsIn(definition, outcome.on);
  return [{ label: publicationPhrases.outcomeLabel(nouns), value: phrases.outcome(day, names, nouns) }];
}
