import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Parts } from "../parts.ts";
import { platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";
import { settingsOf } from "../world/facts.ts";
import { requireRobot } from "./require-robot.ts";

/** Most receivers: 200 in the app, 20 by text message or call. */
const mostReceivers = (remindType: number): number => (remindType === 1 ? 200 : 20);

/** A DING; only paid editions have it, which the emulator plays. */
export const dingSend = (parts: Parts) =>
  platformCall({
    method: "POST",
    path: "/v1.0/robot/ding/send",
    gateway: "api",
    auth: "token",
    counted: true,
    body: z.object({
      robotCode: z.string(),
      remindType: z.int().min(1).max(3),
      receiverUserIdList: z.array(z.string()),
      content: z.string(),
    }),
    run: ({ app, body: { robotCode, remindType, receiverUserIdList, content } }) => {
      requireRobot(app, robotCode);
      if (receiverUserIdList.length > mostReceivers(remindType) && settingsOf(parts.world).strict) {
        throw new PlatformError(400, "invalidParameter.receiverUserIdList.overMax", "too many receivers");
      }
      const openDingId = `ding${randomBytes(12).toString("base64url")}`;
      const known = receiverUserIdList.filter((userId) => parts.world.users.get(userId)?.active === true);
      for (const userId of known) {
        parts.messages.add({
          box: `ding:${userId}`,
          conversationId: "ding",
          at: parts.clock.now().getTime(),
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
    },
  });
