import { createHash } from "node:crypto";
import type { EmulatedConversation, EmulatedUser } from "../contract/control.ts";
import { corpIdOf } from "../world/facts.ts";
import type { App, StoredMessage } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { SESSION_LIFE_MS, signSession } from "./session-webhook.ts";

interface Deps {
  world: World;
  /** Where this app reaches session webhooks, without a trailing slash. */
  webhookBase(clientId: string): string;
}

/** What differs between kinds of messages: `msgtype` and its own field. */
export type RobotContent =
  | { msgtype: "text"; text: { content: string } & Partial<Quote> }
  | { msgtype: "picture" | "audio" | "file" | "video" | "richText"; content: object };

export interface Quote {
  isReplyMsg: true;
  repliedMsg: object;
}

export interface RobotMessage {
  message: StoredMessage;
  app: App;
  /** All that are mentioned, `app` among them. */
  listeners: readonly App[];
  user: EmulatedUser;
  conversation: EmulatedConversation;
  content: RobotContent;
  originalMsgId?: string;
  /** Of a quoted message of the robot. */
  originalProcessQueryKey?: string | undefined;
}

/** The body a robot gets, the same over a stream and over HTTP. Source: the robot message page, samples 30–37. */
export function robotMessageBody(deps: Deps, input: RobotMessage): object {
  const { message, app, user, conversation, content } = input;
  const corpId = corpIdOf(deps.world);
  const expires = message.at + SESSION_LIFE_MS;
  const session = signSession(app, {
    conversationId: conversation.conversationId,
    userId: user.userId,
    messageId: message.id,
    until: expires,
  });
  const group = conversation.type === "group";
  const robots = input.listeners.map(({ robotCode }) => ({ dingtalkId: encryptedId(robotCode) }));
  return {
    senderPlatform: "Win",
    conversationId: conversation.conversationId,
    chatbotCorpId: corpId,
    chatbotUserId: encryptedId(app.robotCode),
    msgId: message.msgId,
    senderNick: user.name,
    isAdmin: false,
    senderStaffId: user.userId,
    sessionWebhookExpiredTime: expires,
    createAt: message.at,
    senderCorpId: corpId,
    conversationType: group ? "2" : "1",
    senderId: encryptedId(user.userId),
    sessionWebhook: `${deps.webhookBase(app.clientId)}/robot/sendBySession?session=${session}`,
    robotCode: app.robotCode,
    ...(group
      ? {
          conversationTitle: conversation.title,
          isInAtList: true,
          atUsers: [...robots, ...mentionedIn(deps, input)],
        }
      : { openThreadId: conversation.conversationId }),
    ...(input.originalMsgId === undefined ? {} : { originalMsgId: input.originalMsgId }),
    ...(input.originalProcessQueryKey === undefined ? {} : { originalProcessQueryKey: input.originalProcessQueryKey }),
    ...content,
  };
}

/** Members whose `@name` is part of the text: only the robot's @ is removed from it. */
const mentionedIn = ({ world }: Pick<Deps, "world">, { message, conversation }: RobotMessage) =>
  conversation.memberIds.flatMap((userId) => {
    const name = world.users.get(userId)?.name;
    const mentioned = name !== undefined && `${message.text ?? ""} `.includes(`@${name} `);
    return mentioned ? [{ dingtalkId: encryptedId(userId), staffId: userId }] : [];
  });

/** Resembles the platform's encrypted ids, which no API accepts. */
export const encryptedId = (id: string): string =>
  `$:LWCP_v1:$${createHash("sha256").update(id).digest("base64").slice(0, 24)}`;
