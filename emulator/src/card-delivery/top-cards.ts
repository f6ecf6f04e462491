import { z } from "zod";
import type { Parts } from "../parts.ts";
import { platformCall } from "../platform/call.ts";
import type { TopCard } from "../world/records.ts";
import { refusal, requireCard } from "./require-card.ts";

export const topDeliverySchema = z.object({
  expiredTimeMillis: z.coerce.number().default(0),
  userIds: z.array(z.string()).optional(),
  platforms: z.array(z.enum(["android", "ios", "win", "mac"])).optional(),
});

const topKey = (conversationId: string, outTrackId: string): string => `${conversationId} ${outTrackId}`;

/** Keeps that a card lies at the top of a group: for how long and for whom makes no difference here. */
export function putOnTop({ world }: Parts, place: TopCard): void {
  world.tops.put(topKey(place.conversationId, place.outTrackId), place);
}

/** Closing one that is expired or closed already succeeds too; that is assumed. */
export const closeTop = (parts: Parts) =>
  platformCall({
    method: "POST",
    path: "/v1.0/card/tops/close",
    gateway: "api",
    auth: "token",
    counted: true,
    query: z.object({ outTrackId: z.string().default(""), openConversationId: z.string().default("") }),
    run: ({ query: { outTrackId, openConversationId } }) => {
      const card = requireCard(parts, outTrackId);
      if (openConversationId !== "" && !parts.world.groups.has(openConversationId)) {
        throw refusal("param.conversationIdInvalid", "param.openConversationIdInvalid");
      }
      for (const [key, top] of [...parts.world.tops.entries()]) {
        const isMeant = openConversationId === "" || top.conversationId === openConversationId;
        if (top.outTrackId === card.outTrackId && isMeant) parts.world.tops.remove(key);
      }
      return { success: true, result: true };
    },
  });
