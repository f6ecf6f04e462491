import type { Parts } from "../parts.ts";
import type { StoredMessage } from "../world/records.ts";
import { requireConversation } from "./require.ts";

/** The boxes behind a `conversationId` as it is asked for: one chat, `ding`, `todo`, or `*` for all. */
export function boxesOf(parts: Parts, userId: string, conversationId: string | undefined): string[] {
  if (conversationId === "ding" || conversationId === "todo") return [`${conversationId}:${userId}`];
  if (conversationId !== "*") return [requireConversation(parts, userId, conversationId).conversationId];
  const chats = parts.conversations.of(userId).map((conversation) => conversation.conversationId);
  return [...chats, `ding:${userId}`, `todo:${userId}`];
}

export const isVisibleTo =
  (userId: string) =>
  ({ visibleTo }: StoredMessage): boolean =>
    visibleTo === undefined || visibleTo.includes(userId);
