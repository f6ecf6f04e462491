import { z } from "zod";
import type { CardReader } from "../card-delivery/read-card.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { Conversations } from "../world/conversations.ts";
import type { MessageStore } from "../world/messages.ts";
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

/** With a limit, `seq` is that of the last message returned, so that the next request continues there. */
export const messagesRoute = (deps: Deps, cards: CardReader) =>
  controlRoute({
    method: "GET",
    path: "/users/:userId/messages",
    summary: "Messages that are new or changed after a seq, ascending; reading here is no read receipt.",
    params: userParams,
    query: z.object({
      conversationId: z.string().optional(),
      after: z.coerce.number().int().nonnegative().default(0),
      limit: z.coerce.number().int().positive().optional(),
    }),
    reply: z.object({ messages: z.array(z.looseObject({ id: z.string(), seq: z.number() })), seq: z.number() }),
    run: ({ params: { userId }, query: { conversationId, after, limit } }) => {
      requireUser(deps, userId);
      const lists = messageListsOf(deps, userId, conversationId === "" ? undefined : conversationId);
      const found = lists.flatMap((box) => deps.messages.since(box, after)).filter(isVisibleTo(userId));
      if (lists.length > 1) found.sort((one, other) => one.seq - other.seq);
      const given = limit === undefined ? found : found.slice(0, limit);
      const cut = given.length < found.length;
      return {
        messages: given.map((message) => viewMessage(deps, cards, { message, userId })),
        seq: cut ? (given.at(-1)?.seq ?? after) : deps.messages.seq(),
      };
    },
  });
