import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";
import type { Conversations } from "../world/conversations.ts";
import type { MessageStore } from "../world/messages.ts";
import type { StoredMessage } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { requireRobot } from "./require-robot.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  conversations: Conversations;
  clock: Clock;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Who read what a robot sent, for 24 hours of emulated time. */
export const readStatusCalls = (deps: Deps): PlatformCall[] => [
  platformCall({
    method: "GET",
    path: "/v1.0/robot/oToMessages/readStatus",
    gateway: "api",
    auth: "token",
    counted: true,
    query: z.object({ robotCode: z.string(), processQueryKey: z.string() }),
    run: ({ app, query }) => {
      requireRobot(app, query.robotCode);
      const sent = requireSent(deps, query.robotCode, query.processQueryKey);
      return { sendStatus: sendStatus(sent), messageReadInfoList: sent.flatMap((one) => readersOf(deps, one)) };
    },
  }),
  platformCall({
    method: "POST",
    path: "/v1.0/robot/groupMessages/query",
    gateway: "api",
    auth: "token",
    counted: true,
    body: z.object({
      robotCode: z.string().optional(),
      openConversationId: z.string().optional(),
      processQueryKey: z.string(),
      maxResults: z.int().max(200).default(200),
      nextToken: z.string().optional(),
    }),
    run: ({ app, body }) => {
      const sent = requireSent(deps, body.robotCode ?? app.robotCode, body.processQueryKey);
      const readers = sent.flatMap(({ readBy }) => readBy);
      const from = Number(body.nextToken ?? 0);
      const page = readers.slice(from, from + body.maxResults);
      const next = from + page.length;
      const hasMore = next < readers.length;
      return { sendStatus: sendStatus(sent), readUserIds: page, hasMore, ...(hasMore ? { nextToken: `${next}` } : {}) };
    },
  }),
];

function requireSent(
  { messages, clock }: Pick<Deps, "messages" | "clock">,
  robotCode: string,
  processQueryKey: string,
): StoredMessage[] {
  const since = clock.now().getTime() - DAY_MS;
  const sent = messages.byProcessQueryKey(processQueryKey).filter((one) => one.robotCode === robotCode);
  if (sent.length === 0 || sent.every(({ at }) => at < since)) {
    throw new PlatformError(400, "processQueryKey.expireTime", "processQueryKey is unknown or older than 24 hours");
  }
  return sent;
}

const sendStatus = (sent: readonly StoredMessage[]): string =>
  sent.every(({ recalled }) => recalled === true) ? "RECALLED" : "SUCCESS";

function readersOf(
  { conversations, world }: Pick<Deps, "world" | "conversations">,
  { conversationId, readBy }: StoredMessage,
) {
  const members = conversations.find(conversationId)?.memberIds ?? [];
  return members.map((userId) => ({
    name: world.users.get(userId)?.name ?? "",
    userId,
    readStatus: readBy.includes(userId) ? "READ" : "UNREAD",
  }));
}
