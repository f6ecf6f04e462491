import { isPseudoConversation, PSEUDO_CONVERSATIONS } from "../contract/pseudo-conversations.ts";
import type { Conversations } from "../world/conversations.ts";
import type { StoredMessage } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { requireConversation } from "./require.ts";

interface Deps {
  world: World;
  conversations: Conversations;
}

const pseudoListOf = (userId: string, name: string): string => `${name}:${userId}`;

/**
 * The keys of the message lists for a `conversationId` parameter: one chat, one pseudo conversation, or `*` for all.
 */
export function messageListsOf(deps: Deps, userId: string, conversationId: string | undefined): string[] {
  if (conversationId !== undefined && isPseudoConversation(conversationId))
    return [pseudoListOf(userId, conversationId)];
  if (conversationId !== "*") return [requireConversation(deps, userId, conversationId).conversationId];
  const chats = deps.conversations.of(userId).map((conversation) => conversation.conversationId);
  return [...chats, ...PSEUDO_CONVERSATIONS.map((name) => pseudoListOf(userId, name))];
}

export const isInPseudoConversation = (userId: string, { box }: StoredMessage): boolean =>
  PSEUDO_CONVERSATIONS.some((name) => box === pseudoListOf(userId, name));

export const isVisibleTo =
  (userId: string) =>
  ({ visibleTo }: StoredMessage): boolean =>
    visibleTo === undefined || visibleTo.includes(userId);
