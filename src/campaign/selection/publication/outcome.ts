import { type CivilDate, dayOf } from "../../../shared/civil-date.ts";
import { dayWordsIn } from "../../definition/wording.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import type { KeptCase } from "../kept.ts";
import type { SelectedItem } from "../selection.ts";
import { publishedSelectionOf } from "../store.ts";
import { publicationPhrases as phrases } from "./phrases.ts";
import { chosenOf } from "./publication.ts";

/** The published list, with the day of 公布; undefined before. */
export async function publishedOutcome(
  context: Context,
): Promise<{ on: CivilDate; chosen: readonly KeptCase<SelectedItem>[] } | undefined> {
  const selection = await publishedSelectionOf(context.tx, context.campaign.id);
  if (!selection?.publishedAt) return undefined;
  return { on: dayOf(selection.publishedAt), chosen: await chosenOf(context, selection) };
}

/** 市级名单：已于10月13日公布，共10个小区. Without names, for everybody; nothing before 公布. */
export async function outcomeCounts(context: Context): Promise<{ label: string; value: string }[]> {
  const { definition } = context.campaign;
  const outcome = await publishedOutcome(context);
  if (!outcome) return [];
  const nouns = nounsOf(definition);
  const value = phrases.outcomeCount(dayWordsIn(definition, outcome.on), outcome.chosen.length, nouns);
  return [{ label: phrases.outcomeLabel(nouns), value }];
}
