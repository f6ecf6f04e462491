import { randomBytes } from "node:crypto";
import { z } from "zod";
import { contentDoubts, tellDoubts } from "../message-content/content-warnings.ts";
import type { Parts } from "../parts.ts";
import { platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";
import { overLimit } from "../platform/refuse-or-warn.ts";
import { directId } from "../world/conversations.ts";
import { post } from "./post.ts";
import { requireRobot } from "./require-robot.ts";
import { readRobotContent } from "./robot-content.ts";

const MOST_USERS = 20;

/** Looks like the platform's keys. */
export const makeQueryKey = (): string => `${randomBytes(15).toString("base64url")}=`;

/** A message to each of several people in their direct chats with the robot. */
export const batchSend = (parts: Parts) =>
  platformCall({
    method: "POST",
    path: "/v1.0/robot/oToMessages/batchSend",
    gateway: "api",
    auth: "token",
    counted: true,
    body: z.object({
      robotCode: z.string(),
      userIds: z.array(z.string()),
      msgKey: z.string(),
      msgParam: z.string(),
    }),
    run: ({ app, body: { robotCode, userIds, msgKey, msgParam } }) => {
      requireRobot(app, robotCode);
      if (userIds.length === 0) throw new PlatformError(400, "invalidParameter.userIds.empty", "userIds is empty");
      if (userIds.length > MOST_USERS) {
        const error = new PlatformError(400, "invalidParameter.userIds.overMax", "userIds over max");
        overLimit(parts, error, `单聊消息一次发给了 ${userIds.length} 人，超过 ${MOST_USERS} 人`);
      }
      const content = readRobotContent(parts.files, msgKey, msgParam);
      tellDoubts(parts.warnings, contentDoubts(content));
      const processQueryKey = makeQueryKey();
      const invalidStaffIdList: string[] = [];
      for (const userId of userIds) {
        if (parts.world.users.get(userId)?.active !== true) invalidStaffIdList.push(userId);
        else post(parts, { robotCode, conversationId: directId(userId, robotCode), content, processQueryKey });
      }
      return { processQueryKey, invalidStaffIdList, flowControlledStaffIdList: [] };
    },
  });
