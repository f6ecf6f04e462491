import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Parts } from "../parts.ts";
import { settingsOf } from "../world/facts.ts";
import { makeAnswerCall } from "./answer-call.ts";
import type { PlatformCall } from "./call.ts";
import { makeThrottle } from "./throttle.ts";
import type { Tokens } from "./tokens.ts";

const MOST_RECORDED_BYTES = 64 * 1024;

/** Serves DingTalk's own interface; what it does not know is 501 with its name, never a silent success. */
export function servePlatform(
  app: FastifyInstance,
  { parts, calls }: { parts: Parts; calls: readonly PlatformCall[] },
) {
  const throttle = makeThrottle(
    () => performance.now(),
    () => settingsOf(parts.world).callsPerSecond,
  );
  const answer = makeAnswerCall({ ...parts, throttle });
  const known = new Set(calls.map(({ path }) => path));
  const sent = new WeakMap<FastifyRequest, unknown>();
  app.addHook("onSend", (request, _reply, payload, done) => {
    sent.set(request, payload);
    done(null, payload);
  });
  app.addHook("onResponse", (request, reply, done) => {
    const answered = { request, status: reply.statusCode, ms: reply.elapsedTime, payload: sent.get(request) };
    if (known.has(request.routeOptions.url ?? "") || reply.statusCode === 501) record(parts, answered);
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
    parts.log.warn({ call: name }, "a call that the emulator does not know, answered 501");
    parts.warnings.add("platform.unknownCall", `模拟器不认识接口 ${name}，已答 501`);
    return reply.code(501).send({ code: "emulator.notImplemented", message: `the emulator does not know ${name}` });
  });
}

const asksForPage = (request: FastifyRequest): boolean =>
  request.method === "GET" && /text\/html|image\//.test(request.headers.accept ?? "");

interface Answered {
  request: FastifyRequest;
  status: number;
  ms: number;
  payload: unknown;
}

function record({ traffic, tokens }: Parts, { request, status, ms, payload }: Answered): void {
  const [path = ""] = request.url.split("?");
  const route = request.routeOptions.url;
  traffic.record({
    way: "fromBot",
    kind: "http",
    name: `${request.method} ${route ?? path}`,
    ...callerOf(tokens, request),
    status,
    ms: Math.round(ms * 100) / 100,
    request: { url: request.url, body: shortened(request.body, Number(request.headers["content-length"] ?? 0)) },
    response: typeof payload === "string" ? parsed(payload) : undefined,
  });
}

function callerOf(tokens: Tokens, { headers }: FastifyRequest): { clientId?: string } {
  const token = headers["x-acs-dingtalk-access-token"];
  const clientId = typeof token === "string" ? tokens.check(token) : undefined;
  return clientId === undefined ? {} : { clientId };
}

const shortened = (body: unknown, bytes: number): unknown => (bytes > MOST_RECORDED_BYTES ? { bytes } : body);

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return payload.slice(0, 1_000);
  }
}
