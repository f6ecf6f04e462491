import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { isLoopback } from "../net/hosts.ts";
import { ControlError } from "./control-error.ts";
import type { ControlRoute } from "./control-route.ts";
import { describeRoutes } from "./describe-routes.ts";
import type { Feed } from "./feed.ts";

const BASE = "/_emulator";

/** Routes for the page only may change and are not described. */
const isDescribed = ({ path }: ControlRoute): boolean => !path.startsWith("/page/");

/** Serves the control interface, its description and the feed. */
export function serveControl(app: FastifyInstance, { feed, routes }: { feed: Feed; routes: readonly ControlRoute[] }) {
  app.addHook("onRequest", (request, reply, done) => {
    // By the matched route: an address can be written in several ways.
    if (request.routeOptions.url?.startsWith(`${BASE}/`) !== true || isLocal(request)) return done();
    void reply.code(403).send({ error: { code: "notLocal", message: "控制接口只接受本机程序和本页面的请求" } });
  });
  for (const route of routes) {
    app.route({
      method: route.method,
      url: `${BASE}${route.path}`,
      handler: async (request, reply) => {
        try {
          return await route.handle(request, reply);
        } catch (error) {
          return answerError(error, reply);
        }
      },
    });
  }
  app.get(`${BASE}/openapi.json`, () => describeRoutes(BASE, routes.filter(isDescribed)));
  app.get(`${BASE}/feed`, (_request, reply) => {
    reply.hijack();
    feed.subscribe(reply.raw);
  });
}

function answerError(error: unknown, reply: FastifyReply): object {
  if (error instanceof z.ZodError) {
    reply.code(400);
    return { error: { code: "badRequest", message: z.prettifyError(error) } };
  }
  if (!(error instanceof ControlError)) throw error;
  reply.code(error.status);
  return { error: { code: error.code, message: error.message } };
}

/**
 * Whether a request comes from a program on this machine or the emulator's page. Other pages open in a local browser
 * can send requests too, but then `Origin` or `Host` differs.
 */
function isLocal({ headers: { host = "", origin } }: FastifyRequest): boolean {
  if (!isLoopback(host)) return false;
  return origin === undefined || origin === `http://${host}`;
}
