import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Parts } from "../parts.ts";
import { makeAnswerCall } from "./answer-call.ts";
import type { PlatformCall } from "./call.ts";
import { recordCall } from "./record-call.ts";

/** Serves DingTalk's own interface; what it does not know is 501 with its name, never a silent success. */
export function servePlatform(
  app: FastifyInstance,
  { parts, calls }: { parts: Parts; calls: readonly PlatformCall[] },
) {
  const struck = new WeakMap<FastifyRequest, string>();
  const answer = makeAnswerCall({ ...parts, noteFault: (request, fault) => struck.set(request, fault) });
  const known = new Set(calls.map(({ path }) => path));
  const sent = new WeakMap<FastifyRequest, unknown>();
  app.addHook("onSend", (request, _reply, payload, done) => {
    sent.set(request, payload);
    done(null, payload);
  });
  app.addHook("onRequest", (request, reply, done) => {
    const startedAt = performance.now();
    // A connection that ends before its reply is only closed, never finished.
    reply.raw.once("close", () => {
      if (!known.has(request.routeOptions.url ?? "") && reply.statusCode !== 501) return;
      const ms = performance.now() - startedAt;
      try {
        recordCall(parts, { request, reply, ms, payload: sent.get(request), fault: struck.get(request) });
      } catch (error) {
        // Thrown in a listener, it would end the process.
        parts.log.error({ error: String(error) }, "a call could not be recorded in the emulator");
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
    parts.log.warn({ call: name }, "a call that the emulator does not know, answered 501");
    parts.warnings.add("platform.unknownCall", `模拟器不认识接口 ${name}，已答 501`);
    return reply.code(501).send({ code: "emulator.notImplemented", message: `the emulator does not know ${name}` });
  });
}

const asksForPage = (request: FastifyRequest): boolean =>
  request.method === "GET" && /text\/html|image\//.test(request.headers.accept ?? "");
