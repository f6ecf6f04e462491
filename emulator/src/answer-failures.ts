import { randomUUID } from "node:crypto";
import type { FastifyError, FastifyInstance } from "fastify";
import { redact } from "./instruments/redact.ts";
import type { Log } from "./log.ts";
import { gatewayOf } from "./platform/gateway-of.ts";

/** The old gateway says everything with status 200; these codes for what no call of its own answered are assumed. */
function oapiFailure(status: number, message: string): object {
  if (status >= 500) return { errcode: -1, errmsg: "系统繁忙" };
  return status === 413 ? { errcode: 40006, errmsg: "不合法的文件大小" } : { errcode: 40035, errmsg: message };
}

/** What no call answered itself: bodies that cannot be read, and our own faults, which are logged. */
export function answerFailures(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ error: error.stack, url: redact(request.url) }, "a call failed in the emulator");
    if (gatewayOf(request.url) === "oapi") return oapiFailure(status, error.message);
    reply.code(status);
    return request.url.startsWith("/_emulator")
      ? { error: { code: error.code || "failed", message: error.message } }
      : { code: status >= 500 ? "system.busy" : "invalidParameter", requestid: randomUUID(), message: error.message };
  });
}
