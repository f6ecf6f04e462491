import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Faults } from "../instruments/faults.ts";
import type { Usage } from "../instruments/usage.ts";
import type { Activity } from "../world/activity.ts";
import type { App } from "../world/records.ts";
import type { World } from "../world/world.ts";
import type { PlatformCall } from "./call.ts";
import { OapiError, PlatformError } from "./errors.ts";
import type { Throttle } from "./throttle.ts";
import type { Tokens } from "./tokens.ts";
import { strikeCall } from "./weather.ts";

export interface AnswerDeps {
  world: World;
  tokens: Tokens;
  throttle: Throttle;
  usage: Usage;
  faults: Faults;
  activity: Activity;
}

/** Answers one call: weather, token, limits, the call itself, the quota; errors in the words of its gateway. */
export function makeAnswerCall(deps: AnswerDeps) {
  return async (call: PlatformCall, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const end = deps.activity.begin();
    try {
      const struck = await strikeCall(deps.faults, { call, request, reply });
      if (struck === "gone") return reply.hijack();
      if (struck === "throttle") throw throttled(call);
      const result = await run(deps, call, request);
      if (struck === "loseReply") {
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
  if (app !== undefined && !deps.throttle.admit(app.clientId, `${call.method} ${call.path}`)) throw throttled(call);
  const result = await call.handle(request, () => {
    if (app === undefined) throw new Error(`${call.path} takes no token, so it knows no app`);
    return app;
  });
  if (call.counted) deps.usage.countCall(`${call.method} ${call.path}`);
  return result;
}

const oapiQuery = z.object({ access_token: z.string().optional() });

function authenticate({ tokens, world }: AnswerDeps, call: PlatformCall, request: FastifyRequest): App {
  const token =
    call.gateway === "oapi"
      ? oapiQuery.parse(request.query).access_token
      : request.headers["x-acs-dingtalk-access-token"];
  const clientId = typeof token === "string" ? tokens.check(token) : undefined;
  const app = world.apps.get(clientId ?? "");
  if (app !== undefined) return app;
  if (call.gateway === "oapi") throw new OapiError(40014, "不合法的access_token");
  throw new PlatformError(400, "InvalidAuthentication", "不合法的access_token");
}

function throttled(call: PlatformCall): Error {
  const message = "您的企业应用调用钉钉开放平台当前接口的所有请求都被暂时禁用了";
  return call.gateway === "oapi"
    ? new OapiError(90018, message)
    : new PlatformError(403, "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi", message);
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
