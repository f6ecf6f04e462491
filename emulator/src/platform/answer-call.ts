import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Activity } from "../clock/activity.ts";
import type { Faults } from "../instruments/faults.ts";
import type { UsageCounter } from "../instruments/usage.ts";
import type { CallLimits } from "../limits/call-limits.ts";
import { settingsOf } from "../world/facts.ts";
import type { App } from "../world/records.ts";
import type { World } from "../world/world.ts";
import type { PlatformCall } from "./call.ts";
import { OapiError, PlatformError } from "./errors.ts";
import { type InjectedFault, injectFault } from "./inject-faults.ts";
import { refuseCall } from "./refuse-call.ts";
import { tokenOf } from "./token-of.ts";
import type { Tokens } from "./tokens.ts";

export interface AnswerDeps {
  world: World;
  tokens: Tokens;
  limits: Pick<CallLimits, "throttle">;
  usage: UsageCounter;
  faults: Faults;
  activity: Activity;
  /** Called with the fault injected into a call. */
  noteFault(request: FastifyRequest, fault: string): void;
}

/** Answers one call: faults, token, limits, the call itself, the quota. Errors have the form of the gateway. */
export function makeAnswerCall(deps: AnswerDeps) {
  return async (call: PlatformCall, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const end = deps.activity.begin();
    try {
      const fault = await injectFault(deps, { call, request });
      if (fault === "gone") return reply.hijack();
      if (fault !== undefined && fault !== "loseReply") throw refusalFor(deps, { call, request, fault });
      const result = await run(deps, call, request);
      if (fault === "loseReply") {
        request.raw.socket.destroy();
        return reply.hijack();
      }
      return result;
    } catch (error) {
      return answerError(call, error, reply);
    } finally {
      end();
    }
  };
}

async function run(deps: AnswerDeps, call: PlatformCall, request: FastifyRequest): Promise<unknown> {
  const app = call.auth === "token" ? authenticate(deps, call, request) : undefined;
  if (app !== undefined && !deps.limits.throttle.tryAcquire(app.clientId, `${call.method} ${call.path}`)) {
    throw refuseCall(call, "throttle");
  }
  if (call.counted && isUsedUp(deps)) throw refuseCall(call, "quota");
  const result = await call.handle(request, () => {
    if (app === undefined) throw new Error(`${call.path} takes no token and has no app`);
    return app;
  });
  if (call.counted) deps.usage.countCall(`${call.method} ${call.path}`);
  return result;
}

function isUsedUp({ world, usage }: AnswerDeps): boolean {
  const { monthlyApiCalls } = settingsOf(world);
  return monthlyApiCalls > 0 && usage.month().apiCalls >= monthlyApiCalls;
}

function authenticate({ tokens, world }: AnswerDeps, call: PlatformCall, request: FastifyRequest): App {
  const app = world.apps.get(tokens.check(tokenOf(call, request)) ?? "");
  if (app === undefined) throw refuseCall(call, "token");
  return app;
}

/** Token faults revoke the token before it is checked. */
function refusalFor({ tokens }: AnswerDeps, { call, request, fault }: RefusedCall): Error {
  if (fault !== "expireToken" && fault !== "revokeToken") return refuseCall(call, fault);
  tokens.revoke(tokenOf(call, request));
  return refuseCall(call, "token");
}

interface RefusedCall {
  call: PlatformCall;
  request: FastifyRequest;
  fault: Exclude<InjectedFault, "gone" | "loseReply">;
}

function answerError(call: PlatformCall, error: unknown, reply: FastifyReply): unknown {
  if (error instanceof z.ZodError) {
    const where = error.issues.map((issue) => issue.path.join(".")).join(", ");
    return answerError(call, wrongShape(call, where), reply);
  }
  if (error instanceof OapiError) return error.body();
  if (!(error instanceof PlatformError)) throw error;
  reply.code(error.status);
  return error.body();
}

/** The real names of shape errors differ from call to call; these general ones are assumed. */
function wrongShape(call: PlatformCall, where: string): Error {
  if (call.gateway === "oapi") return new OapiError(40035, `不合法的参数: ${where}`);
  const code = call.path.startsWith("/v1.0/card/") ? "param.invalid" : "invalidParameter";
  return new PlatformError(400, code, `invalid parameter: ${where}`);
}
