import { z } from "zod";
import { notFound } from "../control-api/control-error.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { MessageStore } from "../world/messages.ts";
import { userParams } from "./say.ts";

interface Deps {
  messages: MessageStore;
}

/** A person recalls a message. Assumed: the robot is not notified. */
export const recallRoute = (deps: Deps) =>
  controlRoute({
    method: "POST",
    path: "/users/:userId/recall",
    summary: "A person recalls a message they sent.",
    params: userParams,
    body: z.object({ msgId: z.string() }),
    reply: z.object({ recalled: z.literal(true) }),
    run: ({ params: { userId }, body: { msgId } }) => {
      const message = deps.messages.byMsgId(msgId);
      if (message?.from !== userId) throw notFound("messageUnknown", `用户 ${userId} 没有发过 ${msgId}`);
      deps.messages.update(message.id, { recalled: true });
      return { recalled: true };
    },
  });
