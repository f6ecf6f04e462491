import { z } from "zod";
import type { CardReader } from "../card-delivery/read-card.ts";
import { badRequest, notFound } from "../control-api/control-error.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { Parts } from "../parts.ts";
import { findCard } from "./find-card.ts";
import { isInTray } from "./message-lists.ts";
import { messageLinkId } from "./message-view.ts";
import { requireConversation, requireUser } from "./require.ts";
import { say, userParams } from "./say.ts";

const SEND_LINK = "dtmd://dingtalkclient/sendMessage";

/**
 * A person taps a link. One that sends a message makes them say its text; in a group with an @ of the robot, which for
 * the real client is not confirmed.
 */
export const followRoute = (parts: Parts, cards: CardReader) =>
  controlRoute({
    method: "POST",
    path: "/users/:userId/follow",
    summary: "A person taps a link: `dtmd` links send their text, others tell where they lead.",
    params: userParams,
    body: z.object({ linkId: z.string() }),
    reply: z.union([
      z.object({ kind: z.literal("sent"), msgId: z.string() }),
      z.object({ kind: z.literal("opened"), url: z.string() }),
    ]),
    run: ({ params: { userId }, body: { linkId } }) => {
      requireUser(parts, userId);
      const { url, conversationId } = findLink(parts, cards, { userId, linkId });
      if (!url.startsWith("dtmd:")) return { kind: "opened", url };
      const text = url.startsWith(SEND_LINK) ? new URL(url).searchParams.get("content") : null;
      if (text === null || text === "") throw badRequest("badLink", `无法识别的 dtmd 链接 ${url}`);
      return { kind: "sent", msgId: say(parts, { userId, conversationId, text, at: true }).msgId };
    },
  });

interface Wanted {
  userId: string;
  linkId: string;
}

function findLink(parts: Parts, cards: CardReader, wanted: Wanted): { url: string; conversationId: string } {
  const found = wanted.linkId.startsWith("c:") ? onCard(parts, cards, wanted) : inMessage(parts, wanted);
  if (found === undefined) throw notFound("linkUnknown", `没有链接 ${wanted.linkId}`);
  return found;
}

function inMessage(parts: Parts, { userId, linkId }: Wanted) {
  const message = parts.world.messages.get(linkId.split(":")[1] ?? "");
  const link = message?.links?.find((_, index) => messageLinkId(message.id, index) === linkId);
  if (message === undefined || link === undefined) return undefined;
  if (!isInTray(userId, message)) requireConversation(parts, userId, message.conversationId);
  return { url: link.url, conversationId: message.conversationId };
}

function onCard(parts: Parts, cards: CardReader, { userId, linkId }: Wanted) {
  const outTrackId = linkId.slice("c:".length, linkId.lastIndexOf(":"));
  const { card, conversationId } = findCard(parts, userId, outTrackId);
  const link = cards.read(card, userId).links.find((one) => one.linkId === linkId);
  return link === undefined ? undefined : { url: link.url, conversationId };
}
