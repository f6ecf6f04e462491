import { z } from "zod";
import type { CardReader } from "../card-delivery/read-card.ts";
import { type ControlRoute, controlRoute } from "../control-api/control-route.ts";
import type { Conversations } from "../world/conversations.ts";
import type { MessageStore } from "../world/messages.ts";
import type { StoredMessage } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { isVisibleTo, messageListsOf } from "./message-lists.ts";
import { viewMessage } from "./message-view.ts";
import { requireUser } from "./require.ts";
import { userParams } from "./say.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  conversations: Conversations;
}

/** Messages per chat and request. */
const PAGE_SIZE = 100;

/**
 * For the page, to open long chats: their newest messages and pages of earlier ones. Not part of the control
 * interface.
 */
export const pageMessageRoutes = (deps: Deps, cards: CardReader): ControlRoute[] => [
  controlRoute({
    method: "GET",
    path: "/page/users/:userId/recent",
    summary: "The newest messages of each chat in order of arrival, and the number of earlier ones.",
    params: userParams,
    run: ({ params: { userId } }) => {
      requireUser(deps, userId);
      const chats = messageListsOf(deps, userId, "*").map((box) => inOrder(deps, { box, userId }));
      const recent = chats.map((chat) => chat.slice(-PAGE_SIZE));
      const cut = recent.flatMap(([first], place) => {
        const older = (chats[place]?.length ?? 0) - (recent[place]?.length ?? 0);
        return first === undefined || older === 0 ? [] : [[first.conversationId, older] as const];
      });
      return {
        messages: recent.flat().map((message) => viewMessage(deps, cards, { message, userId })),
        older: Object.fromEntries(cut),
        seq: deps.messages.seq(),
      };
    },
  }),
  controlRoute({
    method: "GET",
    path: "/page/users/:userId/earlier",
    summary: "Messages of one chat before a given one.",
    params: userParams,
    query: z.object({ conversationId: z.string(), before: z.string() }),
    run: ({ params: { userId }, query: { conversationId, before } }) => {
      requireUser(deps, userId);
      const [box = ""] = messageListsOf(deps, userId, conversationId);
      const chat = inOrder(deps, { box, userId });
      const end = chat.findIndex(({ id }) => id === before);
      const from = Math.max(0, end - PAGE_SIZE);
      const messages = chat.slice(from, Math.max(0, end));
      return { messages: messages.map((message) => viewMessage(deps, cards, { message, userId })), older: from };
    },
  }),
];

/** A chat as this person sees it, in order of arrival. */
function inOrder(deps: Pick<Deps, "messages">, { box, userId }: { box: string; userId: string }): StoredMessage[] {
  const numberOf = ({ id }: StoredMessage): number => Number(id.slice(1));
  return deps.messages
    .since(box, 0)
    .filter(isVisibleTo(userId))
    .sort((one, other) => one.at - other.at || numberOf(one) - numberOf(other));
}
