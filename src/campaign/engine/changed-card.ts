import type { CardName, PersonContext } from "./context.ts";
import type { CommandOutcome } from "./feature.ts";

/** Outcome of a press that changed the card. Other people may have the same card, so every copy is redrawn. */
export async function changedCard({ cards }: PersonContext, card: CardName, toast?: string): Promise<CommandOutcome> {
  await cards.refresh(card);
  return { changed: true, ...(toast === undefined ? {} : { toast }) };
}
