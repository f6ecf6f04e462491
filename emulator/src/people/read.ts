import { z } from "zod";
import { pullSources } from "../card-delivery/pull-sources.ts";
import type { Clock } from "../clock/emulated-clock.ts";
import type { EmulatedUser } from "../contract/control.ts";
import { notFound } from "../control-api/control-error.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { Log } from "../instruments/log.ts";
import type { Warnings } from "../instruments/warnings.ts";
import type { Conversations } from "../world/conversations.ts";
import type { MessageStore } from "../world/messages.ts";
import type { StoredMessage } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { isVisibleTo, messageListsOf } from "./message-lists.ts";
import { requireUser } from "./require.ts";
import { userParams } from "./say.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  conversations: Conversations;
  clock: Clock;
  deliveries: Deliveries;
  warnings: Warnings;
  log: Log;
}

const all = z.literal("all");

/** `"all"`, `{"messageId": "all"}`, optionally of one chat, or one message. */
const bodySchema = z.union([
  all.transform((messageId) => ({ messageId, conversationId: undefined })),
  z.object({ messageId: z.string(), conversationId: z.string().optional() }),
]);

export const readRoute = (deps: Deps) =>
  controlRoute({
    method: "POST",
    path: "/users/:userId/read",
    summary: "A person reads one message or all of them; reading a DING confirms it.",
    params: userParams,
    body: bodySchema,
    reply: z.object({ read: z.array(z.string()) }),
    run: ({ params: { userId }, body: { messageId, conversationId } }) => {
      const user = requireUser(deps, userId);
      const unread = messageListsOf(deps, userId, conversationId ?? "*")
        .flatMap((box) => deps.messages.since(box, 0))
        .filter((message) => messageId === "all" || message.id === messageId);
      if (messageId !== "all" && unread.length === 0) throw notFound("messageUnknown", `没有消息 ${messageId}`);
      return { read: unread.filter((message) => read(deps, user, message)).map(({ id }) => id) };
    },
  });

/** @returns whether it was unread */
function read(
  deps: Pick<Deps, "world" | "messages" | "clock" | "deliveries" | "warnings" | "log">,
  user: EmulatedUser,
  message: StoredMessage,
): boolean {
  if (!message.fromRobot || message.readBy.includes(user.userId) || !isVisibleTo(user.userId)(message)) return false;
  deps.messages.update(message.id, {
    readBy: [...message.readBy, user.userId],
    ...(message.ding === undefined ? {} : { ding: { ...message.ding, confirmed: true } }),
  });
  askSources(deps, user, message);
  const app = [...deps.world.apps.values()].find((one) => one.robotCode === message.robotCode);
  if (app === undefined || message.processQueryKey === undefined) return true;
  const at = deps.clock.now().getTime();
  deps.deliveries.event(app, {
    type: "robot_msg_read",
    at,
    data: {
      unionId: user.unionId,
      operatTime: String(at),
      robotCode: app.robotCode,
      openConversationId: message.conversationId,
      userId: user.userId,
      processQueryKey: message.processQueryKey,
    },
  });
  return true;
}

/** The answer of the card's sources is not awaited. */
function askSources(
  deps: Pick<Deps, "world" | "messages" | "clock" | "deliveries" | "warnings" | "log">,
  { userId }: EmulatedUser,
  { outTrackId }: StoredMessage,
): void {
  const card = deps.world.cards.get(outTrackId ?? "");
  const app = deps.world.apps.get(card?.clientId ?? "");
  if (card === undefined || app === undefined) return;
  pullSources(deps, app, { card, userId }).catch((error: unknown) => {
    deps.log.error({ error: String(error) }, "querying a card's data sources failed");
  });
}
