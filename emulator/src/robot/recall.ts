import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { Warnings } from "../instruments/warnings.ts";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";
import { refuseOrWarn } from "../platform/refuse-or-warn.ts";
import type { Conversations } from "../world/conversations.ts";
import type { MessageStore } from "../world/messages.ts";
import type { App, StoredMessage } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { requireRobot } from "./require-robot.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  conversations: Conversations;
  clock: Clock;
  deliveries: Deliveries;
  warnings: Warnings;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
const MAX_KEYS = 20;

const bodySchema = z.object({ robotCode: z.string(), processQueryKeys: z.array(z.string()) });

/** A robot recalls what it sent within 24 hours of emulated time; its app is notified. */
export const recallCalls = (deps: Deps): PlatformCall[] => [
  platformCall({
    method: "POST",
    // The paths of the two calls differ in case, as on the platform.
    path: "/v1.0/robot/otoMessages/batchRecall",
    gateway: "api",
    auth: "token",
    counted: true,
    body: bodySchema,
    run: ({ app, body }) => recall(deps, app, { ...body, isInChat: () => true }),
  }),
  platformCall({
    method: "POST",
    path: "/v1.0/robot/groupMessages/recall",
    gateway: "api",
    auth: "token",
    counted: true,
    body: bodySchema.extend({ openConversationId: z.string().default("") }),
    run: ({ app, body: { openConversationId, ...body } }) => {
      if (openConversationId === "") {
        const error = new PlatformError(400, "miss.openConversationId", "openConversationId is missing");
        refuseOrWarn(deps, error, "撤回群消息未给出 openConversationId");
      } else if (!deps.world.groups.has(openConversationId)) {
        throw new PlatformError(400, "invalid.openConversationId", "openConversationId is invalid");
      }
      const isInChat = (message: StoredMessage) =>
        openConversationId === "" || message.conversationId === openConversationId;
      return recall(deps, app, { ...body, isInChat });
    },
  }),
];

interface Recall extends z.output<typeof bodySchema> {
  isInChat(message: StoredMessage): boolean;
}

function recall(deps: Deps, app: App, { robotCode, processQueryKeys, isInChat }: Recall): object {
  requireRobot(app, robotCode);
  if (processQueryKeys.length > MAX_KEYS) {
    const error = new PlatformError(400, "invalidParameter.processQueryKeys.overMax", "too many processQueryKeys");
    refuseOrWarn(deps, error, `一次撤回的消息超过 ${MAX_KEYS} 条`);
  }
  const since = deps.clock.now().getTime() - DAY_MS;
  const successResult = processQueryKeys.filter((key) => {
    const sent = deps.messages.byProcessQueryKey(key);
    const own = sent.filter((one) => one.robotCode === robotCode && one.at >= since && isInChat(one));
    for (const message of own) takeBack(deps, app, message);
    return own.length > 0;
  });
  const failed = processQueryKeys.filter((key) => !successResult.includes(key));
  return { successResult, failedResult: Object.fromEntries(failed.map((key) => [key, "processQueryKey invalid"])) };
}

/** The event's page does not say whom `userId` names; assumed is the person of a direct chat. */
function takeBack(
  {
    messages,
    conversations,
    world,
    deliveries,
    clock,
  }: Pick<Deps, "world" | "messages" | "conversations" | "clock" | "deliveries">,
  app: App,
  message: StoredMessage,
) {
  if (message.recalled === true) return;
  messages.update(message.id, { recalled: true });
  const at = clock.now().getTime();
  const chat = conversations.find(message.conversationId);
  const userId = chat?.type === "direct" ? (chat.memberIds[0] ?? "") : "";
  deliveries.event(app, {
    type: "robot_msg_recall",
    at,
    data: {
      unionId: world.users.get(userId)?.unionId ?? "",
      operatTime: String(at),
      robotCode: app.robotCode,
      openConversationId: message.conversationId,
      userId,
      processQueryKey: message.processQueryKey ?? "",
    },
  });
}
