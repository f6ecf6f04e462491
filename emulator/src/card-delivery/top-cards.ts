import { z } from "zod";
import { platformCall } from "../platform/call.ts";
import type { TopCard } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { refusal, requireCard } from "./require-card.ts";

interface Deps {
  world: World;
}

export const topDeliverySchema = z.object({
  expiredTimeMillis: z.coerce.number().default(0),
  userIds: z.array(z.string()).optional(),
  platforms: z.array(z.enum(["android", "ios", "win", "mac"])).optional(),
});

const topKey = (conversationId: string, outTrackId: string): string => `${conversationId} ${outTrackId}`;

/** Stores that a card is pinned to the top of a group. Duration and audience have no effect in the emulator. */
export function putOnTop({ world }: Deps, place: TopCard): void {
  world.tops.put(topKey(place.conversationId, place.outTrackId), place);
}

/** Assumed: closing one that is expired or already closed succeeds. */
export const closeTop = (deps: Deps) =>
  platformCall({
    method: "POST",
    path: "/v1.0/card/tops/close",
    gateway: "api",
    auth: "token",
    counted: true,
    query: z.object({ outTrackId: z.string().default(""), openConversationId: z.string().default("") }),
    run: ({ query: { outTrackId, openConversationId } }) => {
      const card = requireCard(deps, outTrackId);
      if (openConversationId !== "" && !deps.world.groups.has(openConversationId)) {
        throw refusal("param.conversationIdInvalid", "param.openConversationIdInvalid");
      }
      for (const [key, top] of [...deps.world.tops.entries()]) {
        const matches = openConversationId === "" || top.conversationId === openConversationId;
        if (top.outTrackId === card.outTrackId && matches) deps.world.tops.remove(key);
      }
      return { success: true, result: true };
    },
  });
