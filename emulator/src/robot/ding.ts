import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import type { Warnings } from "../instruments/warnings.ts";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";
import { refuseOrWarn } from "../platform/refuse-or-warn.ts";
import type { MessageStore } from "../world/messages.ts";
import type { World } from "../world/world.ts";
import { requireRobot } from "./require-robot.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  clock: Clock;
  warnings: Warnings;
}

/** Most receivers: 200 in the app, 20 by text message or call. */
const maxReceivers = (remindType: number): number => (remindType === 1 ? 200 : 20);

const sendSchema = z.object({
  robotCode: z.string(),
  remindType: z.int().min(1).max(3),
  receiverUserIdList: z.array(z.string()),
  content: z.string(),
});

/** DINGs. Only paid editions have them; the emulator always does. */
export const dingCalls = (deps: Deps): PlatformCall[] => [
  platformCall({
    method: "POST",
    path: "/v1.0/robot/ding/send",
    gateway: "api",
    auth: "token",
    counted: true,
    body: sendSchema,
    run: ({ app, body }) => {
      requireRobot(app, body.robotCode);
      const max = maxReceivers(body.remindType);
      if (body.receiverUserIdList.length > max) {
        const error = new PlatformError(400, "ding.receivercount.limit", "ding receiver count limit");
        refuseOrWarn(deps, error, `DING 的接收人超过 ${max} 人`);
      }
      return send(deps, body);
    },
  }),
  platformCall({
    method: "POST",
    path: "/v1.0/robot/ding/recall",
    gateway: "api",
    auth: "token",
    counted: true,
    body: z.object({ robotCode: z.string(), openDingId: z.string() }),
    run: ({ app, body: { robotCode, openDingId } }) => {
      requireRobot(app, robotCode);
      const sent = [...deps.world.messages.values()].filter(
        (message) => message.ding?.id === openDingId && message.robotCode === robotCode,
      );
      if (sent.length === 0) {
        throw new PlatformError(400, "recall.ding.exception", `recall.ding.exception ${openDingId}`);
      }
      for (const { id } of sent) deps.messages.update(id, { recalled: true });
      return { openDingId };
    },
  }),
];

function send(
  { world, messages, clock }: Pick<Deps, "world" | "messages" | "clock">,
  body: z.output<typeof sendSchema>,
): object {
  const { robotCode, remindType, receiverUserIdList, content } = body;
  const openDingId = `ding${randomBytes(12).toString("base64url")}`;
  const known = receiverUserIdList.filter((userId) => world.users.get(userId)?.active === true);
  for (const userId of known) {
    messages.add({
      box: `ding:${userId}`,
      conversationId: "ding",
      at: clock.now().getTime(),
      from: robotCode,
      fromRobot: true,
      robotCode,
      kind: "ding",
      text: content,
      ding: { id: openDingId, remindType, confirmed: false },
      readBy: [],
    });
  }
  const failed = receiverUserIdList.filter((userId) => !known.includes(userId));
  return { openDingId, ...(failed.length === 0 ? {} : { failedList: { userIdNotExist: failed } }) };
}
