import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import fastifyStatic from "@fastify/static";
import { type FastifyError, type FastifyInstance, fastify } from "fastify";
import type { Activity } from "./clock/activity.ts";
import type { ControlRoute } from "./control-api/control-route.ts";
import type { Feed } from "./control-api/feed.ts";
import { serveControl } from "./control-api/serve-control.ts";
import type { Faults } from "./instruments/faults.ts";
import type { Log } from "./instruments/log.ts";
import { redact } from "./instruments/redact.ts";
import type { Traffic } from "./instruments/traffic.ts";
import type { UsageCounter } from "./instruments/usage.ts";
import type { Warnings } from "./instruments/warnings.ts";
import type { CallLimits } from "./limits/call-limits.ts";
import { isWebSocket } from "./net/is-web-socket.ts";
import type { PlatformCall } from "./platform/call.ts";
import { gatewayOf } from "./platform/gateway-of.ts";
import { servePlatform } from "./platform/serve-platform.ts";
import type { Tokens } from "./platform/tokens.ts";
import type { Journal } from "./storage/journal.ts";
import type { Conversations } from "./world/conversations.ts";
import type { World } from "./world/world.ts";

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

/** More than a robot can fetch (20 MB), so that a bot can be tried on what is too large for it. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** A snapshot with its files comes as one body. */
const MAX_BODY_BYTES = 256 * 1024 * 1024;
const PAGE_FOLDER = join(import.meta.dirname, "../dist/page");

export interface HttpServerOptions {
  journal: Journal;
  feed: Feed;
  calls: readonly PlatformCall[];
  routes: readonly ControlRoute[];
}

/** Builds the HTTP server without listening. Changes are on disk before a reply is sent. */
export async function buildHttpServer(deps: Deps, options: HttpServerOptions): Promise<FastifyInstance> {
  const { journal, feed, calls, routes } = options;
  const app = fastify({
    logger: false,
    bodyLimit: MAX_BODY_BYTES,
    forceCloseConnections: true,
    http: { shouldUpgradeCallback: isWebSocket },
  });
  addBodyParsers(app);
  handleErrors(app, deps.log);
  await app.register(helmet, { contentSecurityPolicy: { directives: pagePolicy }, strictTransportSecurity: false });
  await app.register(multipart, { limits: { fileSize: MAX_FILE_BYTES } });
  app.addHook("onSend", (_request, _reply, payload, done) => {
    journal.flush();
    done(null, payload);
  });
  servePlatform(app, deps, calls);
  serveControl(app, { feed, routes });
  if (existsSync(PAGE_FOLDER)) await app.register(fastifyStatic, { root: PAGE_FOLDER, wildcard: false });
  else app.get("/", (_request, reply) => reply.type("text/html; charset=utf-8").send(NO_PAGE));
  return app;
}

/** Nothing is loaded from other hosts. Inline styles are allowed, as charts and rendered cards need them. */
const pagePolicy = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", "data:", "blob:"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  fontSrc: ["'self'", "data:"],
  upgradeInsecureRequests: null,
};

const NO_PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>本地模拟器</title>
<p>本地模拟器正在运行。网页尚未生成，请执行 <code>npm run page</code> 后重新启动。</p></html>`;

/** The old gateway answers everything with status 200. These codes for errors outside its calls are assumed. */
function oapiFailure(status: number, message: string): object {
  if (status >= 500) return { errcode: -1, errmsg: "系统繁忙" };
  return status === 413 ? { errcode: 40006, errmsg: "不合法的文件大小" } : { errcode: 40035, errmsg: message };
}

/** Handles errors outside of calls: unreadable bodies, and internal errors, which are logged. */
export function handleErrors(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ error: error.stack, url: redact(request.url) }, "request failed");
    if (gatewayOf(request.url) === "oapi") return oapiFailure(status, error.message);
    reply.code(status);
    return request.url.startsWith("/_emulator")
      ? { error: { code: error.code || "failed", message: error.message } }
      : { code: status >= 500 ? "system.busy" : "invalidParameter", requestid: randomUUID(), message: error.message };
  });
}

/** JSON, where an empty body counts as none, and forms, which the old gateway also accepts. */
function addBodyParsers(app: FastifyInstance): void {
  app.removeContentTypeParser("application/json");
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) => {
    const text = String(body);
    try {
      done(null, text.trim() === "" ? undefined : JSON.parse(text));
    } catch {
      done(Object.assign(new Error("the body is not valid JSON"), { statusCode: 400, code: "badJson" }));
    }
  });
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });
}
