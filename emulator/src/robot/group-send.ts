import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import type { Files } from "../files/files.ts";
import type { Warnings } from "../instruments/warnings.ts";
import { addWarnings, contentWarnings } from "../message-content/content-warnings.ts";
import { platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";
import { refuseOrWarn } from "../platform/refuse-or-warn.ts";
import type { MessageStore } from "../world/messages.ts";
import type { World } from "../world/world.ts";
import { makeQueryKey } from "./batch-send.ts";
import { post } from "./post.ts";
import { requireRobot } from "./require-robot.ts";
import { readRobotContent } from "./robot-content.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  clock: Clock;
  files: Files;
  warnings: Warnings;
}

const MAX_PARAM_BYTES = 15_000;

/** A message to a group that the robot is in. */
export const groupSend = (deps: Deps) =>
  platformCall({
    method: "POST",
    path: "/v1.0/robot/groupMessages/send",
    gateway: "api",
    auth: "token",
    counted: true,
    body: z.object({
      robotCode: z.string(),
      openConversationId: z.string(),
      msgKey: z.string(),
      msgParam: z.string(),
    }),
    run: ({ app, body: { robotCode, openConversationId, msgKey, msgParam } }) => {
      requireRobot(app, robotCode);
      const group = deps.world.groups.get(openConversationId);
      if (group === undefined) throw new PlatformError(400, "invalid.openConversationId", "无效的openConversationId");
      if (!group.robotCodes.includes(robotCode)) {
        throw new PlatformError(400, "invalidParameter.robotCode.notExsit", "机器人不存在，请检查机器人是否在群内");
      }
      if (Buffer.byteLength(msgParam) > MAX_PARAM_BYTES) {
        const error = new PlatformError(400, "invalidParameter.msgParam.tooLong", "msgParam is too long");
        refuseOrWarn(deps, error, `群消息的 msgParam 超过 ${MAX_PARAM_BYTES} 字节`);
      }
      const content = readRobotContent(deps.files, msgKey, msgParam);
      addWarnings(deps.warnings, contentWarnings(content));
      const processQueryKey = makeQueryKey();
      post(deps, { robotCode, conversationId: openConversationId, content, processQueryKey });
      return { processQueryKey };
    },
  });
