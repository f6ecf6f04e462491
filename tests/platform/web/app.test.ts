import { expect, test } from "vitest";
import { buildWebServer } from "../../../src/platform/web/app.ts";
import { emulatedClockRoutes } from "../../../src/platform/web/emulated-clock.ts";
import { webPhrases } from "../../../src/platform/web/phrases.ts";
import { silentLog } from "../../../src/shared/log.ts";

const server = (state = { database: true, stream: true }) =>
  buildWebServer({
    log: silentLog,
    health: { ready: async () => state, metrics: async () => "" },
    routes: [
      emulatedClockRoutes({
        moveTo: async () => ({ nextDueAt: null, fired: [] }),
        idle: async () => ({ idle: true, nextDueAt: null }),
        reset: async () => true,
        timeline: async () => ({}),
      }),
    ],
  });

test.each([
  [{ database: true, stream: true }, 200],
  [{ database: false, stream: true }, 503],
  [{ database: true, stream: false }, 503],
])("ready with %o is answered with %i, and says which", async (state, status) => {
  const reply = await (await server(state)).inject({ url: "/readyz" });

  expect([reply.statusCode, reply.json()]).toEqual([status, state]);
});

test.each([undefined, {}, { now: "yesterday" }, { now: "2023-08-09" }, [1]])(
  "a clock that is told %o says that it could not read it",
  async (payload) => {
    const headers = { host: "127.0.0.1" };
    const reply = await (await server()).inject({
      method: "POST",
      url: "/_clock/now",
      headers,
      ...(payload && { payload }),
    });

    expect([reply.statusCode, reply.json()]).toEqual([400, { error: webPhrases.unreadable() }]);
  },
);
