import { setTimeout as pause } from "node:timers/promises";
import type { FastifyRequest } from "fastify";
import type { Faults } from "../instruments/faults.ts";
import type { World } from "../world/world.ts";
import type { PlatformCall } from "./call.ts";
import { PlatformError } from "./errors.ts";
import type { CallRefusal } from "./refuse-call.ts";
import { usersNamedIn } from "./users-of-call.ts";

interface IncomingCall {
  call: PlatformCall;
  request: FastifyRequest;
}

interface FaultDeps {
  world: World;
  faults: Faults;
  noteFault(request: FastifyRequest, fault: string): void;
}

const CALL_FAULTS = [
  "cut",
  "drop",
  "refuse",
  "hang",
  "delay",
  "throttle",
  "quota",
  "expireToken",
  "revokeToken",
  "unsafeContent",
  "permission",
  "ban",
  "loseReply",
  "status",
] as const;

/** What is left to do for the code that answers the call. */
export type InjectedFault = "gone" | "loseReply" | "expireToken" | "revokeToken" | Exclude<CallRefusal, "token">;

/**
 * Injects a fault before a call is handled. `gone`: no reply will be sent; `loseReply`: the call is handled and its
 * reply dropped; the others are refusals.
 * @throws PlatformError for an injected 5xx
 */
export async function injectFault(
  deps: FaultDeps,
  { call, request }: IncomingCall,
): Promise<InjectedFault | undefined> {
  const apis = [call.path, request.url.split("?")[0] ?? ""];
  const userIds = usersNamedIn(deps.world, request.body);
  const fault = deps.faults.consume({ direction: "fromBot", method: call.method, apis, userIds }, CALL_FAULTS);
  if (fault === undefined) return undefined;
  deps.noteFault(request, fault.action);
  switch (fault.action) {
    case "hang":
      return "gone";
    case "cut":
    case "drop":
    case "refuse":
      request.raw.socket.destroy();
      return "gone";
    case "delay":
      await pause(fault.ms ?? 1_000);
      return undefined;
    case "throttle":
    case "quota":
    case "expireToken":
    case "revokeToken":
    case "unsafeContent":
    case "permission":
    case "ban":
    case "loseReply":
      return fault.action;
    default:
      throw new PlatformError(statusOf(fault.action), call.failure ?? "system.busy", call.failure ?? "system busy");
  }
}

/** `status:502` is 502, `status:5xx` is 500. */
const statusOf = (action: string): number => Number(action.replace("status:", "").replace("xx", "00"));
