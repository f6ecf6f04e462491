import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import { notFound } from "../control-api/control-error.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { Conversations } from "../world/conversations.ts";
import type { MessageStore } from "../world/messages.ts";
import type { App, StoredMessage } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { heardText, listenersOf, requireConversation, requireUser } from "./require.ts";
import { quoteOf, sendAsPerson } from "./send.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  conversations: Conversations;
  clock: Clock;
  deliveries: Deliveries;
  webhookBase(clientId: string): string;
}

export const userParams = z.object({ userId: z.string() });

export interface TextFromPerson {
  userId: string;
  conversationId?: string | undefined;
  text: string;
  at: boolean;
  /** In a group with several robots the one mentioned, where the text names none. */
  robotCode?: string | undefined;
  /** id of the message answered to */
  quote?: string | undefined;
}

/** A person types a message. In a group the robot receives the text with the space left by the mention. */
export function say(
  deps: Deps,
  { userId, conversationId, text, at, robotCode, quote }: TextFromPerson,
): StoredMessage & { msgId: string } {
  const user = requireUser(deps, userId);
  const conversation = requireConversation(deps, userId, conversationId);
  const quoted = quote === undefined ? undefined : deps.world.messages.get(quote);
  // Only a message of the same chat can be quoted.
  if (quote !== undefined && quoted?.conversationId !== conversation.conversationId)
    throw notFound("messageUnknown", `会话中没有消息 ${quote}`);
  const quoting = quoted === undefined ? {} : quoteOf(quoted);
  const heard = (app: App) => (conversation.type === "group" ? heardText(text, app) : text);
  return sendAsPerson(deps, {
    user,
    conversation,
    listeners: listenersOf(deps, conversation, { at, text, robotCode }),
    shown: { kind: "text", text },
    content: (app) => ({ msgtype: "text", text: { content: heard(app), ...quoting } }),
    quote: quoted,
  });
}

export const sayRoute = (deps: Deps) =>
  controlRoute({
    method: "POST",
    path: "/users/:userId/say",
    summary:
      "A person sends a text message; in a group with an @ of a robot unless `at` is false: those the text names, else `robotCode`, else the group's first.",
    params: userParams,
    body: z.object({
      conversationId: z.string().optional(),
      text: z.string(),
      at: z.boolean().default(true),
      robotCode: z.string().optional(),
      quote: z.string().optional(),
    }),
    reply: z.object({ msgId: z.string() }),
    run: ({ params, body }) => ({ msgId: say(deps, { ...params, ...body }).msgId }),
  });
