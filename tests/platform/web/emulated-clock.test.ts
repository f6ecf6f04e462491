import fastify from "fastify";
import { expect, test } from "vitest";
import { emulatedClockRoutes } from "../../../src/platform/web/emulated-clock.ts";

async function resets(headers: Record<string, string>, remoteAddress = "127.0.0.1") {
  const moved: Date[] = [];
  const app = fastify();
  await app.register(
    emulatedClockRoutes({
      moveTo: async () => ({ nextDueAt: null, fired: [] }),
      idle: async () => ({ idle: true, nextDueAt: null }),
      reset: async (now) => moved.push(now) > 0,
      timeline: async () => ({}),
    }),
  );
  const payload = { now: "2023-08-09T09:00:00+08:00" };
  const { statusCode } = await app.inject({ method: "POST", url: "/_clock/reset", headers, remoteAddress, payload });
  return { statusCode, moved: moved.length };
}

test.each([
  ["by address", { host: "127.0.0.1:3000" }],
  ["by name", { host: "localhost:3000" }],
  ["over IPv6", { host: "[::1]:3000" }],
])("a program on this machine moves the clock %s", async (_, headers) => {
  expect(await resets(headers)).toEqual({ statusCode: 204, moved: 1 });
});

test.each([
  ["a web page", { host: "127.0.0.1:3000", origin: "http://example.org" }, "127.0.0.1"],
  ["a sandboxed page", { host: "127.0.0.1:3000", origin: "null" }, "127.0.0.1"],
  ["a page of this host", { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" }, "127.0.0.1"],
  ["a rebound name", { host: "rebound.example:3000" }, "127.0.0.1"],
  ["a name that begins like this machine's", { host: "127.0.0.1.example:3000" }, "127.0.0.1"],
  ["a proxy", { host: "127.0.0.1:3000", "x-forwarded-for": "203.0.113.9" }, "127.0.0.1"],
  ["another machine", { host: "127.0.0.1:3000" }, "203.0.113.9"],
])("%s finds no clock", async (_, headers, address) => {
  expect(await resets(headers, address)).toEqual({ statusCode: 404, moved: 0 });
});
