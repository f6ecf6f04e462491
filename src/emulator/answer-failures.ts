import { randomUUID } from "node:crypto";
import type { FastifyError, FastifyInstance } from "fastify";
import type { Log } from "../shared/log.ts";

/** What no call answered itself: bodies that cannot be read, and our own faults, which are logged. */
export function answerFailures(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ error: error.stack, url: request.url }, "a call failed in the emulator");
    reply.code(status);
    return request.url.startsWith("/_emulator")
      ? { error: { code: error.code || "failed", message: error.message } }
      : { code: status >= 500 ? "system.busy" : "invalidParameter", requestid: randomUUID(), message: error.message };
  });
}
