import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Activity } from "../clock/activity.ts";
import type { Faults } from "../instruments/faults.ts";
import type { Log } from "../instruments/log.ts";
import type { Traffic } from "../instruments/traffic.ts";
import type { UsageCounter } from "../instruments/usage.ts";
import type { Warnings } from "../instruments/warnings.ts";
import type { CallLimits } from "../limits/call-limits.ts";
import type { Conversations } from "../world/conversations.ts";
import type { World } from "../world/world.ts";
import { makeAnswerCall } from "./answer-call.ts";
import type { PlatformCall } from "./call.ts";
import { OapiError } from "./errors.ts";
import { gatewayOf } from "./gateway-of.ts";
import { recordCall } from "./record-call.ts";
import type { Tokens } from "./tokens.ts";

interface Deps {
  world: World;
  conversations: Conversations;
  activity: Activity;
  tokens: Tokens;
  limits: CallLimits;
  faults: Faults;
  traffic: Traffic;
  usage: UsageCounter;
  warnings: Warnings;
  log: Log;
}

/**
 * Serves DingTalk's API. An unknown call is never a silent success: the old gateway has its own error for it, the new
 * one is answered 501 with its name.
 */
export function servePlatform(app: FastifyInstance, deps: Deps, calls: readonly PlatformCall[]): void {
  const injected = new WeakMap<FastifyRequest, string>();
  const answer = makeAnswerCall({ ...deps, noteFault: (request, fault) => injected.set(request, fault) });
  const known = new Set(calls.map(({ path }) => path));
  const unknown = new WeakSet<FastifyRequest>();
  const sent = new WeakMap<FastifyRequest, unknown>();
  app.addHook("onSend", (request, _reply, payload, done) => {
    sent.set(request, payload);
    done(null, payload);
  });
  app.addHook("onRequest", (request, reply, done) => {
    const startedAt = performance.now();
    // A connection that ends before its reply emits only `close`, never `finish`.
    reply.raw.once("close", () => {
      if (!known.has(request.routeOptions.url ?? "") && !unknown.has(request)) return;
      const ms = performance.now() - startedAt;
      try {
        recordCall(deps, { request, reply, ms, payload: sent.get(request), fault: injected.get(request) });
      } catch (error) {
        // Thrown in a listener, it would end the process.
        deps.log.error({ error: String(error) }, "recording a call failed");
      }
    });
    done();
  });
  for (const call of calls) {
    app.route({
      method: call.method,
      url: call.path,
      handler: (request, reply) => answer(call, request, reply),
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const [path = ""] = request.url.split("?");
    const name = `${request.method} ${path}`;
    if (path.startsWith("/_emulator") || asksForPage(request)) {
      return reply.code(404).send({ error: { code: "notFound", message: `没有 ${name}` } });
    }
    unknown.add(request);
    deps.log.warn({ call: name }, "unknown call");
    deps.warnings.add("platform.unknownCall", `模拟器不认识接口 ${name}，已答“没有此接口”`);
    if (gatewayOf(path) === "oapi") return new OapiError(404, "请求的URI地址不存在").body();
    return reply.code(501).send({ code: "emulator.notImplemented", message: `the emulator does not know ${name}` });
  });
}

/** A browser's request, also for a script of a page built anew since. */
const asksForPage = (request: FastifyRequest): boolean =>
  request.method === "GET" &&
  (/text\/html|image\//.test(request.headers.accept ?? "") || request.url.startsWith("/assets/"));
