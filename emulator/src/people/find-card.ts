import { notFound } from "../control-api/control-error.ts";
import type { Conversations } from "../world/conversations.ts";
import type { App, CardRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
  conversations: Conversations;
}

export interface VisibleCard {
  card: CardRecord;
  app: App;
  conversationId: string;
}

/** The card and the chat in which this person sees it. @throws ControlError 404 */
export function findCard(deps: Deps, userId: string, outTrackId: string): VisibleCard {
  const card = deps.world.cards.get(outTrackId);
  const app = deps.world.apps.get(card?.clientId ?? "");
  const conversationId = card === undefined ? undefined : placeOf(deps, card, userId);
  if (card === undefined || app === undefined || conversationId === undefined) {
    throw notFound("cardUnknown", `用户 ${userId} 看不到卡片 ${outTrackId}`);
  }
  return { card, app, conversationId };
}

function placeOf(deps: Deps, card: CardRecord, userId: string): string | undefined {
  return card.messageIds
    .map((id) => deps.world.messages.get(id))
    .filter((message) => message !== undefined && message.recalled !== true)
    .find(
      (message) =>
        deps.conversations.find(message?.conversationId ?? "")?.memberIds.includes(userId) === true &&
        message?.visibleTo?.includes(userId) !== false,
    )?.conversationId;
}
