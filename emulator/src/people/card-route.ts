import { z } from "zod";
import type { CardReader } from "../card-delivery/read-card.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { Parts } from "../parts.ts";
import { findCard } from "./find-card.ts";
import { requireUser } from "./require.ts";

export const cardRoute = (parts: Parts, cards: CardReader) =>
  controlRoute({
    method: "GET",
    path: "/users/:userId/cards/:outTrackId",
    summary: "A card as this person sees it, with its earlier versions.",
    params: z.object({ userId: z.string(), outTrackId: z.string() }),
    reply: z.looseObject({ outTrackId: z.string(), version: z.number(), text: z.string() }),
    run: ({ params: { userId, outTrackId } }) => {
      requireUser(parts, userId);
      return cards.read(findCard(parts, userId, outTrackId).card, userId);
    },
  });
