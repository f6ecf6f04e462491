import type { Context } from "../engine/context.ts";
import { keptCases } from "./kept.ts";
import { selectionPhrases as phrases } from "./phrases.ts";
import type { SelectedItem } from "./selection.ts";
import { wordsOf } from "./words.ts";

/** One line per item as it was proposed: what the organizer's list shows of it, its enterprise, and the reason. */
export async function itemLines(
  context: Context,
  items: readonly SelectedItem[],
  { at, withMerit = true }: { at: Date; withMerit?: boolean },
): Promise<string[]> {
  const texts = await context.personal.read(items.map(({ reason }) => reason));
  const words = wordsOf(context.campaign.definition);
  return (await keptCases(context, items, at)).map(({ merit, ...kept }) =>
    phrases.item(
      phrases.candidate(withMerit && merit ? { ...kept, merit } : kept, words),
      texts.get(kept.item.reason.personal) ?? phrases.erased(),
    ),
  );
}
