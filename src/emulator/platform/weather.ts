import { setTimeout as pause } from "node:timers/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Faults } from "../instruments/faults.ts";
import type { PlatformCall } from "./call.ts";
import { PlatformError } from "./errors.ts";

interface Struck {
  call: PlatformCall;
  request: FastifyRequest;
  reply: FastifyReply;
}

const callFaults = ["cut", "drop", "hang", "delay", "throttle", "loseReply", "status"] as const;

/**
 * Lets an ordered fault strike a call before it is handled.
 * `gone`: no reply will come; `loseReply`: to be handled, then the reply is to be lost.
 * @throws PlatformError for an ordered 5xx
 */
export async function strikeCall(
  faults: Faults,
  { call, request }: Struck,
): Promise<"gone" | "throttle" | "loseReply" | undefined> {
  const fault = faults.strike({ direction: "fromBot", api: call.path, userIds: userIdsIn(request.body) }, callFaults);
  if (fault === undefined) return undefined;
  switch (fault.action) {
    case "hang":
      return "gone";
    case "cut":
    case "drop":
      request.raw.socket.destroy();
      return "gone";
    case "delay":
      await pause(fault.ms ?? 1_000);
      return undefined;
    case "throttle":
    case "loseReply":
      return fault.action;
    default:
      throw new PlatformError(Number(fault.action.slice("status:".length)), "system.busy", "system busy");
  }
}

const addressedSchema = z.object({
  userIds: z.array(z.string()).optional(),
  openSpaceId: z.string().optional(),
  userid: z.string().optional(),
});

function userIdsIn(body: unknown): string[] {
  const { success, data } = addressedSchema.safeParse(body);
  if (!success) return [];
  const direct = data.openSpaceId?.match(/IM_ROBOT\.([^;]+)/i)?.[1];
  return [...(data.userIds ?? []), ...(direct === undefined ? [] : [direct]), data.userid ?? []].flat();
}
