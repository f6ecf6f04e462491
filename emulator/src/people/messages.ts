import { z } from "zod";
import type { CardReader } from "../card-delivery/read-card.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { Parts } from "../parts.ts";
import { boxesOf, isVisibleTo } from "./message-lists.ts";
import { viewMessage } from "./message-view.ts";
import { requireUser } from "./require.ts";
import { userParams } from "./say.ts";

/** With a limit the reply's seq is that of the last message given, so that asking again goes on from there. */
export const messagesRoute = (parts: Parts, cards: CardReader) =>
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
      requireUser(parts, userId);
      const boxes = boxesOf(parts, userId, conversationId === "" ? undefined : conversationId);
      const found = boxes.flatMap((box) => parts.messages.since(box, after)).filter(isVisibleTo(userId));
      if (boxes.length > 1) found.sort((one, other) => one.seq - other.seq);
      const given = limit === undefined ? found : found.slice(0, limit);
      const cut = given.length < found.length;
      return {
        messages: given.map((message) => viewMessage(parts, cards, { message, userId })),
        seq: cut ? (given.at(-1)?.seq ?? after) : parts.messages.seq(),
      };
    },
  });
