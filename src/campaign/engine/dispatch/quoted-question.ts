import type { QuotedMessage } from "../../../platform/chat/dispatcher.ts";
import type { Asks } from "../../../platform/chat/view.ts";
import type { PersonContext } from "../context.ts";
import type { Registry } from "../registry.ts";

/**
 * The question that a quoted message asks. `current`: a message of the conversation that is open; `none`: it asks
 * nothing, or cannot be told.
 */
export async function quotedQuestion(
  context: PersonContext,
  quoted: QuotedMessage,
  registry: Registry,
): Promise<Asks | "current" | "none"> {
  const { card, decidedAt } = quoted;
  if (quoted.asks) return quoted.asks;
  const renderer = card?.campaignId === context.campaign.id ? registry.rendererOf(card.kind) : undefined;
  const asks = card && renderer ? (await renderer.render(context, card)).asks : undefined;
  if (asks) return card?.actsFor ? { ...asks, actsFor: card.actsFor } : asks;
  const open = await context.dialogue.current();
  const isOfConversation = open && decidedAt && decidedAt >= open.openedAt;
  return isOfConversation ? "current" : "none";
}

/** The campaign of the quoted question, for people who belong to several. */
export const campaignOfQuoted = ({ asks, card }: QuotedMessage): string | undefined =>
  asks?.campaignId ?? card?.campaignId;
