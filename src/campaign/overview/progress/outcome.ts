import { dayOf } from "../../../shared/civil-date.ts";
import { districtsWithin } from "../../definition/districts.ts";
import { dayWordsIn } from "../../definition/wording.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import { chosenOf } from "../../selection/publication/publication.ts";
import { latestSelection } from "../../selection/store.ts";
import { progressPhrases as phrases } from "./phrases.ts";

/** What became of the districts' cases in the published list, for their officials; nothing before 公布. */
export async function outcomeFacts(
  context: Context,
  own: readonly string[],
): Promise<{ label: string; value: string }[]> {
  const { tx, campaign } = context;
  const { definition } = campaign;
  const selection = await latestSelection(tx, campaign.id);
  if (selection?.state !== "published" || !selection.publishedAt) return [];
  const reached = own.flatMap((id) => [id, ...districtsWithin(definition, id).map((below) => below.id)]);
  const chosen = await chosenOf(context, selection);
  const names = chosen.filter(({ district }) => reached.includes(district)).map(({ name }) => name);
  const nouns = nounsOf(definition);
  const day = dayWordsIn(definition, dayOf(selection.publishedAt));
  return [{ label: phrases.listLabel(nouns), value: phrases.outcome(day, names, nouns) }];
}
