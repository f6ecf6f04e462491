import { type FastifyInstance, fastify } from "fastify";
import { onTestFinished } from "vitest";

export interface Due {
  kind: string;
  key: string;
  dueAt: string;
}

/** A clock subscriber: the control base of a bot with its own list of due moments. */
export interface ClockSubscriber {
  url: string;
  /** Every announced time, in order. */
  announced: string[];
  resets: string[];
  /** How many times it answers busy before idle. */
  busyFor(answers: number): void;
  app: FastifyInstance;
}

/** @param onFire may return further due moments caused by a fired one */
export async function startClockSubscriber(
  dues: Due[],
  onFire: (due: Due) => Due[] = () => [],
): Promise<ClockSubscriber> {
  const app = fastify();
  const announced: string[] = [];
  const resets: string[] = [];
  let open = dues;
  let busy = 0;
  const nextDueAt = () => open.map(({ dueAt }) => dueAt).sort((one, other) => one.localeCompare(other))[0] ?? null;
  app.post<{ Body: { now: string } }>("/now", ({ body }) => {
    announced.push(body.now);
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
    announced,
    resets,
    busyFor: (answers) => {
      busy = answers;
    },
    app,
  };
}
