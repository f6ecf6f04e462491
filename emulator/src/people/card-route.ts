import { z } from "zod";
import type { CardReader } from "../card-delivery/read-card.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { Conversations } from "../world/conversations.ts";
import type { World } from "../world/world.ts";
import { findCard } from "./find-card.ts";
import { requireUser } from "./require.ts";

interface Deps {
  world: World;
  conversations: Conversations;
}

export const cardRoute = (deps: Deps, cards: CardReader) =>
  controlRoute({
    method: "GET",
    path: "/users/:userId/cards/:outTrackId",
    summary: "A card as this person sees it, with its earlier versions.",
    params: z.object({ userId: z.string(), outTrackId: z.string() }),
    reply: z.looseObject({ outTrackId: z.string(), version: z.number(), text: z.string() }),
    run: ({ params: { userId, outTrackId } }) => {
      requireUser(deps, userId);
      return cards.read(findCard(deps, userId, outTrackId).card, userId);
    },
  });
