import { z } from "zod";
import type { CardReader } from "../card-delivery/read-card.ts";
import type { Clock } from "../clock/emulated-clock.ts";
import { badRequest, notFound } from "../control-api/control-error.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { Logins } from "../login/logins.ts";
import type { Conversations } from "../world/conversations.ts";
import type { MessageStore } from "../world/messages.ts";
import type { World } from "../world/world.ts";
import { findCard } from "./find-card.ts";
import { isLoginPage, logIn } from "./login.ts";
import { isInPseudoConversation } from "./message-lists.ts";
import { messageLinkId } from "./message-view.ts";
import { requireConversation, requireUser } from "./require.ts";
import { say, userParams } from "./say.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  conversations: Conversations;
  clock: Clock;
  deliveries: Deliveries;
  logins: Logins;
  webhookBase(clientId: string): string;
}

const SEND_LINK = "dtmd://dingtalkclient/sendMessage";

/**
 * A person taps a link. One that sends a message makes them say its text; in a group with a mention of the robot,
 * which is not confirmed for the real client.
 */
export const openLinkRoute = (deps: Deps, cards: CardReader) =>
  controlRoute({
    method: "POST",
    path: "/users/:userId/follow",
    summary:
      "A person taps a link: `dtmd` links send their text, others return their address, of DingTalk's login page the one it leads to.",
    params: userParams,
    body: z.object({ linkId: z.string() }),
    reply: z.union([
      z.object({ kind: z.literal("sent"), msgId: z.string() }),
      z.object({ kind: z.literal("opened"), url: z.string() }),
    ]),
    run: ({ params: { userId }, body: { linkId } }) => {
      requireUser(deps, userId);
      const { url, conversationId, robotCode } = findLink(deps, cards, { userId, linkId });
      if (isLoginPage(url)) return { kind: "opened", url: logIn(deps, userId, url) };
      if (!url.startsWith("dtmd:")) return { kind: "opened", url };
      const text = url.startsWith(SEND_LINK) ? new URL(url).searchParams.get("content") : null;
      if (text === null || text === "") throw badRequest("badLink", `无法识别的 dtmd 链接 ${url}`);
      return { kind: "sent", msgId: say(deps, { userId, conversationId, text, at: true, robotCode }).msgId };
    },
  });

interface LinkQuery {
  userId: string;
  linkId: string;
}

function findLink(
  deps: Pick<Deps, "world" | "conversations">,
  cards: CardReader,
  wanted: LinkQuery,
): { url: string; conversationId: string; robotCode?: string | undefined } {
  const found = wanted.linkId.startsWith("c:") ? onCard(deps, cards, wanted) : inMessage(deps, wanted);
  if (found === undefined) throw notFound("linkUnknown", `没有链接 ${wanted.linkId}`);
  return found;
}

function inMessage(deps: Pick<Deps, "world" | "conversations">, { userId, linkId }: LinkQuery) {
  const message = deps.world.messages.get(linkId.split(":")[1] ?? "");
  const link = message?.links?.find((_, index) => messageLinkId(message.id, index) === linkId);
  if (message === undefined || link === undefined) return undefined;
  if (!isInPseudoConversation(userId, message)) requireConversation(deps, userId, message.conversationId);
  return { url: link.url, conversationId: message.conversationId, robotCode: message.robotCode };
}

function onCard(deps: Pick<Deps, "world" | "conversations">, cards: CardReader, { userId, linkId }: LinkQuery) {
  const outTrackId = linkId.slice("c:".length, linkId.lastIndexOf(":"));
  const { card, conversationId } = findCard(deps, userId, outTrackId);
  const link = cards.read(card, userId).links.find((one) => one.linkId === linkId);
  return link === undefined ? undefined : { url: link.url, conversationId };
}
