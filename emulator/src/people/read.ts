import { z } from "zod";
import { pullSources } from "../card-delivery/pull-sources.ts";
import type { EmulatedUser } from "../contract/control.ts";
import { notFound } from "../control-api/control-error.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { Parts } from "../parts.ts";
import type { StoredMessage } from "../world/records.ts";
import { boxesOf, isVisibleTo } from "./message-lists.ts";
import { requireUser } from "./require.ts";
import { userParams } from "./say.ts";

const all = z.literal("all");

/** `"all"`, `{"messageId": "all"}`, optionally of one chat, or one message. */
const bodySchema = z.union([
  all.transform((messageId) => ({ messageId, conversationId: undefined })),
  z.object({ messageId: z.string(), conversationId: z.string().optional() }),
]);

export const readRoute = (parts: Parts) =>
  controlRoute({
    method: "POST",
    path: "/users/:userId/read",
    summary: "A person reads one message or all of them; reading a DING confirms it.",
    params: userParams,
    body: bodySchema,
    reply: z.object({ read: z.array(z.string()) }),
    run: ({ params: { userId }, body: { messageId, conversationId } }) => {
      const user = requireUser(parts, userId);
      const unread = boxesOf(parts, userId, conversationId ?? "*")
        .flatMap((box) => parts.messages.since(box, 0))
        .filter((message) => messageId === "all" || message.id === messageId);
      if (messageId !== "all" && unread.length === 0) throw notFound("messageUnknown", `没有消息 ${messageId}`);
      return { read: unread.filter((message) => read(parts, user, message)).map(({ id }) => id) };
    },
  });

/** @returns whether it was unread */
function read(parts: Parts, user: EmulatedUser, message: StoredMessage): boolean {
  if (!message.fromRobot || message.readBy.includes(user.userId) || !isVisibleTo(user.userId)(message)) return false;
  parts.messages.change(message.id, {
    readBy: [...message.readBy, user.userId],
    ...(message.ding === undefined ? {} : { ding: { ...message.ding, confirmed: true } }),
  });
  askSources(parts, user, message);
  const app = [...parts.world.apps.values()].find((one) => one.robotCode === message.robotCode);
  if (app === undefined || message.processQueryKey === undefined) return true;
  const at = parts.clock.now().getTime();
  parts.deliveries.event(app, {
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

/** Nobody waits for what a card's sources answer. */
function askSources(parts: Parts, { userId }: EmulatedUser, { outTrackId }: StoredMessage): void {
  const card = parts.world.cards.get(outTrackId ?? "");
  const app = parts.world.apps.get(card?.clientId ?? "");
  if (card === undefined || app === undefined) return;
  pullSources(parts, app, { card, userId }).catch((error: unknown) => {
    parts.log.error({ error: String(error) }, "a card's sources could not be asked in the emulator");
  });
}
