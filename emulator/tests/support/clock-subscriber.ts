import { type FastifyInstance, fastify } from "fastify";
import { onTestFinished } from "vitest";

export interface Due {
  kind: string;
  key: string;
  dueAt: string;
}

/** A bot's control base that follows the clock with a ledger of its own. */
export interface Follower {
  url: string;
  /** Every time it was told, in order. */
  told: string[];
  resets: string[];
  /** How often it says that it is busy before it says idle. */
  busyFor(answers: number): void;
  app: FastifyInstance;
}

/** @param onFire may give further due moments that a fired one brings about */
export async function startFollower(dues: Due[], onFire: (due: Due) => Due[] = () => []): Promise<Follower> {
  const app = fastify();
  const told: string[] = [];
  const resets: string[] = [];
  let open = dues;
  let busy = 0;
  const nextDueAt = () => open.map(({ dueAt }) => dueAt).sort((one, other) => one.localeCompare(other))[0] ?? null;
  app.post<{ Body: { now: string } }>("/now", ({ body }) => {
    told.push(body.now);
    const fired = open.filter(({ dueAt }) => dueAt <= body.now);
    open = [...open.filter(({ dueAt }) => dueAt > body.now), ...fired.flatMap(onFire)];
    return { nextDueAt: nextDueAt(), fired };
  });
  app.get("/idle", () => {
    busy -= 1;
    return { idle: busy < 0, nextDueAt: nextDueAt() };
  });
  app.get("/timeline", () => ({ spans: [], points: [{ at: "x", label: "截止", kind: "deadline" }], tour: [] }));
  app.post<{ Body: { now: string } }>("/reset", async ({ body }, reply) => {
    resets.push(body.now);
    await reply.code(204).send();
  });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => app.close());
  return {
    url,
    told,
    resets,
    busyFor: (answers) => {
      busy = answers;
    },
    app,
  };
}
