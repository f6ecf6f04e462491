import { z } from "zod";
import { platformCall } from "../platform/call.ts";
import type { Conversations } from "../world/conversations.ts";
import type { MessageStore } from "../world/messages.ts";
import type { CardRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { refusal, requireCard } from "./require-card.ts";
import { readSpaceModels, spaceSchema } from "./space-models.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  conversations: Conversations;
}

/** Adds or updates the space models of a card. */
export const changeSpaces = (deps: Deps) =>
  platformCall({
    method: "PUT",
    path: "/v1.0/card/instances/spaces",
    gateway: "api",
    auth: "token",
    counted: true,
    body: spaceSchema.extend({ outTrackId: z.string().default("") }),
    run: ({ body: { outTrackId, ...models } }) => {
      const card = requireCard(deps, outTrackId);
      const given = readSpaceModels(models);
      if (Object.keys(given).length === 0) throw refusal("param.empty", "no space model");
      const changed = { ...card, spaces: { ...card.spaces, ...given } };
      deps.world.cards.put(outTrackId, changed);
      retitle(deps, changed);
      return { success: true, result: true };
    },
  });

/** Updates the line shown in chat lists. */
function retitle({ world, messages, conversations }: Deps, { messageIds, spaces }: CardRecord): void {
  for (const id of messageIds) {
    const chat = conversations.find(world.messages.get(id)?.conversationId ?? "");
    const title = chat?.type === "group" ? spaces?.group : spaces?.robot;
    if (title !== undefined) messages.update(id, { title });
  }
}
