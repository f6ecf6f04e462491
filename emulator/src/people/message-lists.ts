import { isTray, TRAYS } from "../contract/pseudo-conversations.ts";
import type { Conversations } from "../world/conversations.ts";
import type { StoredMessage } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { requireConversation } from "./require.ts";

interface Deps {
  world: World;
  conversations: Conversations;
}

const trayOf = (userId: string, tray: string): string => `${tray}:${userId}`;

/** The boxes behind a `conversationId` as it is asked for: one chat, a tray, or `*` for all. */
export function boxesOf(deps: Deps, userId: string, conversationId: string | undefined): string[] {
  if (conversationId !== undefined && isTray(conversationId)) return [trayOf(userId, conversationId)];
  if (conversationId !== "*") return [requireConversation(deps, userId, conversationId).conversationId];
  const chats = deps.conversations.of(userId).map((conversation) => conversation.conversationId);
  return [...chats, ...TRAYS.map((tray) => trayOf(userId, tray))];
}

export const isInTray = (userId: string, { box }: StoredMessage): boolean =>
  TRAYS.some((tray) => box === trayOf(userId, tray));

export const isVisibleTo =
  (userId: string) =>
  ({ visibleTo }: StoredMessage): boolean =>
    visibleTo === undefined || visibleTo.includes(userId);
