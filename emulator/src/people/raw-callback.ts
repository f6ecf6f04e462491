import { z } from "zod";
import { callBack } from "../card-delivery/call-back.ts";
import { conflict } from "../control-api/control-error.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { Parts } from "../parts.ts";
import { callbackReply } from "./press.ts";
import { requireConversation, requireUser } from "./require.ts";
import { userParams } from "./say.ts";

/** What a tampered client could send: nothing of it is checked against the card, which need not even exist. */
export const rawCallbackRoute = (parts: Parts) =>
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
      requireUser(parts, userId);
      const card = parts.world.cards.get(body.outTrackId);
      const [first] = parts.world.apps.values();
      const app = parts.world.apps.get(card?.clientId ?? "") ?? first;
      if (app === undefined) throw conflict("noApp", "没有任何应用");
      const place = parts.world.messages.get(card?.messageIds[0] ?? "")?.conversationId;
      const conversationId = place ?? requireConversation(parts, userId).conversationId;
      return (await callBack(parts, app, { ...body, userId, conversationId })).result;
    },
  });
