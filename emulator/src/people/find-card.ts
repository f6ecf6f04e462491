import { notFound } from "../control-api/control-error.ts";
import type { Parts } from "../parts.ts";
import type { App, CardRecord } from "../world/records.ts";

export interface VisibleCard {
  card: CardRecord;
  app: App;
  conversationId: string;
}

/** The card and the chat in which this person sees it. @throws ControlError 404 */
export function findCard(parts: Parts, userId: string, outTrackId: string): VisibleCard {
  const card = parts.world.cards.get(outTrackId);
  const app = parts.world.apps.get(card?.clientId ?? "");
  const conversationId = card === undefined ? undefined : placeOf(parts, card, userId);
  if (card === undefined || app === undefined || conversationId === undefined) {
    throw notFound("cardUnknown", `用户 ${userId} 看不到卡片 ${outTrackId}`);
  }
  return { card, app, conversationId };
}

function placeOf(parts: Parts, card: CardRecord, userId: string): string | undefined {
  return card.messageIds
    .map((id) => parts.world.messages.get(id))
    .filter((message) => message !== undefined && message.recalled !== true)
    .find(
      (message) =>
        parts.conversations.find(message?.conversationId ?? "")?.memberIds.includes(userId) === true &&
        message?.visibleTo?.includes(userId) !== false,
    )?.conversationId;
}
