import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import type { Files } from "../files/files.ts";
import type { Warnings } from "../instruments/warnings.ts";
import { addWarnings, contentWarnings } from "../message-content/content-warnings.ts";
import { platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";
import { refuseOrWarn } from "../platform/refuse-or-warn.ts";
import { directId } from "../world/conversations.ts";
import { randomId } from "../world/ids.ts";
import type { MessageStore } from "../world/messages.ts";
import type { World } from "../world/world.ts";
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

const MAX_USERS = 20;

/** Resembles the platform's keys. */
export const makeQueryKey = (): string => randomId(17);

/** A message to each of several people in their direct chats with the robot. */
export const batchSend = (deps: Deps) =>
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
      if (userIds.length > MAX_USERS) {
        const error = new PlatformError(400, "invalidParameter.userIds.overMax", "userIds over max");
        refuseOrWarn(deps, error, `单聊消息一次发给了 ${userIds.length} 人，超过 ${MAX_USERS} 人`);
      }
      const content = readRobotContent(deps.files, msgKey, msgParam);
      addWarnings(deps.warnings, contentWarnings(content));
      const processQueryKey = makeQueryKey();
      const invalidStaffIdList: string[] = [];
      for (const userId of userIds) {
        if (deps.world.users.get(userId)?.active !== true) invalidStaffIdList.push(userId);
        else
          post(deps, { robotCode, conversationId: directId(deps.world, userId, robotCode), content, processQueryKey });
      }
      return { processQueryKey, invalidStaffIdList, flowControlledStaffIdList: [] };
    },
  });
