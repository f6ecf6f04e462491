import { randomBytes } from "node:crypto";
import type { Clock } from "../clock/emulated-clock.ts";
import type { EmulatedConversation, EmulatedUser, MessageKind } from "../contract/control.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import { encryptedId, type Quote, type RobotContent, robotMessageBody } from "../delivery/robot-message.ts";
import type { MessageStore } from "../world/messages.ts";
import type { App, StoredMessage } from "../world/records.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  clock: Clock;
  deliveries: Deliveries;
  webhookBase(clientId: string): string;
}

export interface MessageFromPerson {
  user: EmulatedUser;
  conversation: EmulatedConversation;
  /** The apps whose robots receive it. */
  listeners: readonly App[];
  shown: { kind: MessageKind; text?: string; fileId?: string };
  /** What each of them receives. */
  content(app: App): RobotContent;
  quote?: StoredMessage | undefined;
}

/** Adds a person's message to the chat and starts its delivery without waiting for it. */
export function sendAsPerson(deps: Deps, sending: MessageFromPerson): StoredMessage & { msgId: string } {
  const { user, conversation, listeners, shown, quote } = sending;
  const msgId = `msg${randomBytes(18).toString("base64")}==`;
  const added = deps.messages.add({
    box: conversation.conversationId,
    conversationId: conversation.conversationId,
    at: deps.clock.now().getTime(),
    from: user.userId,
    fromRobot: false,
    ...shown,
    readBy: [],
    msgId,
    delivery: listeners.length === 0 ? "notAddressed" : "pending",
    ...(quote === undefined ? {} : { quote: quote.id }),
  });
  const message = { ...added, msgId };
  const original = quote?.msgId ?? quote?.id;
  for (const app of listeners) {
    const body = robotMessageBody(deps, {
      message,
      app,
      listeners,
      user,
      conversation,
      content: sending.content(app),
      ...(original === undefined ? {} : { originalMsgId: original }),
      originalProcessQueryKey: quote?.processQueryKey,
    });
    deps.deliveries.message({ app, userId: user.userId, messageId: message.id, body });
  }
  return message;
}

/** The undocumented shape of a quoted message; see sample 37. */
export const quoteOf = (message: StoredMessage): Quote => ({
  isReplyMsg: true,
  repliedMsg: {
    msgType: message.kind === "text" ? "text" : message.kind === "card" ? "interactiveCard" : "unknownMsgType",
    msgId: message.msgId ?? message.id,
    senderId: encryptedId(message.robotCode ?? message.from),
    createdAt: message.at,
    content: { text: message.text ?? "" },
  },
});
