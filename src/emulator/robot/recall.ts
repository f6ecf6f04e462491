import { z } from "zod";
import type { Parts } from "../parts.ts";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { requireRobot } from "./require-robot.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;
const MOST_KEYS = 20;

/** A robot takes back what it sent within 24 hours of emulated time. */
export const recallCalls = (parts: Parts): PlatformCall[] =>
  // The two paths differ in case as the platform writes them.
  ["/v1.0/robot/otoMessages/batchRecall", "/v1.0/robot/groupMessages/recall"].map((path) =>
    platformCall({
      method: "POST",
      path,
      gateway: "api",
      auth: "token",
      counted: true,
      body: z.object({ robotCode: z.string(), processQueryKeys: z.array(z.string()).max(MOST_KEYS) }),
      run: ({ app, body: { robotCode, processQueryKeys } }) => {
        requireRobot(app, robotCode);
        const successResult = processQueryKeys.filter((key) => recallAll(parts, robotCode, key));
        const failed = processQueryKeys.filter((key) => !successResult.includes(key));
        return {
          successResult,
          failedResult: Object.fromEntries(failed.map((key) => [key, "processQueryKey invalid"])),
        };
      },
    }),
  );

function recallAll({ messages, clock }: Parts, robotCode: string, key: string): boolean {
  const since = clock.now().getTime() - DAY_MS;
  const sent = messages.byProcessQueryKey(key).filter((one) => one.robotCode === robotCode && one.at >= since);
  for (const { id } of sent) messages.change(id, { recalled: true });
  return sent.length > 0;
}
