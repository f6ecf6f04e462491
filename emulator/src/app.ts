import { existsSync } from "node:fs";
import { join } from "node:path";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import fastifyStatic from "@fastify/static";
import { type FastifyInstance, fastify } from "fastify";
import { answerFailures } from "./answer-failures.ts";
import type { ControlRoute } from "./control/control-route.ts";
import type { Feed } from "./control/feed.ts";
import { serveControl } from "./control/serve-control.ts";
import { isWebSocket } from "./gateway/is-web-socket.ts";
import type { Parts } from "./parts.ts";
import type { PlatformCall } from "./platform/call.ts";
import { servePlatform } from "./platform/serve-platform.ts";
import { readBodies } from "./read-bodies.ts";
import type { Journal } from "./world/journal.ts";

const MOST_FILE_BYTES = 25 * 1024 * 1024;
/** A snapshot with its files comes as one body. */
const MOST_BODY_BYTES = 256 * 1024 * 1024;
const PAGE_FOLDER = join(import.meta.dirname, "../dist/page");

export interface AppDeps {
  parts: Parts;
  journal: Journal;
  feed: Feed;
  calls: readonly PlatformCall[];
  routes: readonly ControlRoute[];
}

/** The emulator's HTTP side; does not listen. What changed is on disk before any reply leaves. */
export async function buildApp({ parts, journal, feed, calls, routes }: AppDeps): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    bodyLimit: MOST_BODY_BYTES,
    forceCloseConnections: true,
    http: { shouldUpgradeCallback: isWebSocket },
  });
  readBodies(app);
  answerFailures(app, parts.log);
  await app.register(helmet, { contentSecurityPolicy: { directives: pagePolicy }, strictTransportSecurity: false });
  await app.register(multipart, { limits: { fileSize: MOST_FILE_BYTES } });
  app.addHook("onSend", (_request, _reply, payload, done) => {
    journal.flush();
    done(null, payload);
  });
  servePlatform(app, { parts, calls });
  serveControl(app, { feed, routes });
  if (existsSync(PAGE_FOLDER)) await app.register(fastifyStatic, { root: PAGE_FOLDER, wildcard: false });
  else app.get("/", (_request, reply) => reply.type("text/html; charset=utf-8").send(NO_PAGE));
  return app;
}

/** Nothing from outside; styles may stand in elements, as charts and drawn cards need. */
const pagePolicy = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", "data:", "blob:"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  fontSrc: ["'self'", "data:"],
  upgradeInsecureRequests: null,
};

const NO_PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>本地模拟器</title>
<p>本地模拟器正在运行。网页尚未生成，请执行 <code>npm run page</code> 后重新启动。</p></html>`;
