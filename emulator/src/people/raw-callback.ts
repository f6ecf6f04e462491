import { z } from "zod";
import { callBack } from "../card-delivery/call-back.ts";
import type { Clock } from "../clock/emulated-clock.ts";
import { conflict } from "../control-api/control-error.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { Warnings } from "../instruments/warnings.ts";
import type { Conversations } from "../world/conversations.ts";
import type { MessageStore } from "../world/messages.ts";
import type { World } from "../world/world.ts";
import { callbackReply } from "./press.ts";
import { requireConversation, requireUser } from "./require.ts";
import { userParams } from "./say.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  conversations: Conversations;
  clock: Clock;
  deliveries: Deliveries;
  warnings: Warnings;
}

/** What a tampered client could send: it is not checked against the card, which need not exist. */
export const rawCallbackRoute = (deps: Deps) =>
  controlRoute({
    method: "POST",
    path: "/users/:userId/callback",
    summary: "Sends a card callback exactly as given, whatever the card shows.",
    params: userParams,
    body: z.object({
      outTrackId: z.string(),
      actionIds: z.array(z.string()),
      params: z.record(z.string(), z.unknown()),
    }),
    reply: callbackReply,
    run: async ({ params: { userId }, body }) => {
      requireUser(deps, userId);
      const card = deps.world.cards.get(body.outTrackId);
      const [first] = deps.world.apps.values();
      const app = deps.world.apps.get(card?.clientId ?? "") ?? first;
      if (app === undefined) throw conflict("noApp", "没有任何应用");
      const place = deps.world.messages.get(card?.messageIds[0] ?? "")?.conversationId;
      const conversationId = place ?? requireConversation(deps, userId).conversationId;
      return (await callBack(deps, app, { ...body, userId, conversationId })).result;
    },
  });
