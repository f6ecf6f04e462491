import { isTray, TRAYS } from "../contract/pseudo-conversations.ts";
import type { Parts } from "../parts.ts";
import type { StoredMessage } from "../world/records.ts";
import { requireConversation } from "./require.ts";

const trayOf = (userId: string, tray: string): string => `${tray}:${userId}`;

/** The boxes behind a `conversationId` as it is asked for: one chat, a tray, or `*` for all. */
export function boxesOf(parts: Parts, userId: string, conversationId: string | undefined): string[] {
  if (conversationId !== undefined && isTray(conversationId)) return [trayOf(userId, conversationId)];
  if (conversationId !== "*") return [requireConversation(parts, userId, conversationId).conversationId];
  const chats = parts.conversations.of(userId).map((conversation) => conversation.conversationId);
  return [...chats, ...TRAYS.map((tray) => trayOf(userId, tray))];
}

export const isInTray = (userId: string, { box }: StoredMessage): boolean =>
  TRAYS.some((tray) => box === trayOf(userId, tray));

export const isVisibleTo =
  (userId: string) =>
  ({ visibleTo }: StoredMessage): boolean =>
    visibleTo === undefined || visibleTo.includes(userId);
