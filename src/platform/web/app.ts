import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyInstance } from "fastify";
import { ZodError } from "zod";
import type { Log } from "../../shared/log.ts";
import { webPhrases } from "./phrases.ts";

export interface Health {
  /** State of the bot's dependencies. */
  ready(): Promise<{ database: boolean; stream: boolean }>;
  metrics(): Promise<string>;
}

export interface WebServerDeps {
  log: Log;
  health: Health;
  /** Routes of the platform's webhooks and of the emulated clock. */
  routes: readonly ((app: FastifyInstance) => Promise<void>)[];
}

const BODY_LIMIT = 1024 * 1024;

/** The HTTP server; does not listen yet. */
export async function buildWebServer({ log, health, routes }: WebServerDeps): Promise<FastifyInstance> {
  const app = Fastify({ logger: false, bodyLimit: BODY_LIMIT, trustProxy: false });
  await app.register(helmet);
  await app.register(rateLimit, { max: 600, timeWindow: "1 minute", allowList: ["127.0.0.1", "::1"] });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: webPhrases.notFound() }));
  app.setErrorHandler((error, request, reply) => {
    const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
    if (error instanceof ZodError) return reply.code(400).send({ error: webPhrases.unreadable() });
    if (status < 500) return reply.code(status).send({ error: error instanceof Error ? error.message : String(error) });
    log.error({ request: request.id, error: error instanceof Error ? error.stack : String(error) }, "request failed");
    return reply.code(500).send({ error: webPhrases.failure(request.id) });
  });
  app.get("/livez", async () => ({ alive: true }));
  app.get("/readyz", async (_request, reply) => {
    const state = await health.ready();
    return reply.code(state.database && state.stream ? 200 : 503).send(state);
  });
  app.get("/metrics", async (request, reply) => {
    // Only for the local machine.
    if (!["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(request.ip)) return reply.callNotFound();
    return reply.type("text/plain; version=0.0.4").send(await health.metrics());
  });
  for (const route of routes) await app.register(route);
  return app;
}
