import { z } from "zod";
import { contentDoubts, tellDoubts } from "../message-content/content-warnings.ts";
import type { Parts } from "../parts.ts";
import { platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";
import { overLimit } from "../platform/refuse-or-warn.ts";
import { makeQueryKey } from "./batch-send.ts";
import { post } from "./post.ts";
import { requireRobot } from "./require-robot.ts";
import { readRobotContent } from "./robot-content.ts";

const MOST_PARAM_BYTES = 15_000;

/** A message to a group that the robot is in. */
export const groupSend = (parts: Parts) =>
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
      const group = parts.world.groups.get(openConversationId);
      if (group === undefined || !group.robotCodes.includes(robotCode)) {
        throw new PlatformError(400, "invalid.openConversationId", "the robot is not in this group");
      }
      if (Buffer.byteLength(msgParam) > MOST_PARAM_BYTES) {
        const error = new PlatformError(400, "invalidParameter.msgParam.tooLong", "msgParam is too long");
        overLimit(parts, error, `群消息的 msgParam 超过 ${MOST_PARAM_BYTES} 字节`);
      }
      const content = readRobotContent(parts.files, msgKey, msgParam);
      tellDoubts(parts.warnings, contentDoubts(content));
      const processQueryKey = makeQueryKey();
      post(parts, { robotCode, conversationId: openConversationId, content, processQueryKey });
      return { processQueryKey };
    },
  });
