import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { type ClientOptions, WebSocket } from "ws";
import { connectBot } from "./support/stream-client.ts";
import { credentials, startEmulator } from "./support/world.ts";

const OPEN = "/v1.0/gateway/connections/open";

const opening = (more: object = {}): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({
    ...credentials,
    subscriptions: [{ type: "CALLBACK", topic: "/v1.0/im/bot/messages/get" }],
    ...more,
  }),
});

interface Opened {
  endpoint: string;
  ticket: string;
}

/** `open`, or the status with which the handshake was refused. */
const handshake = (address: string, options: ClientOptions = {}): Promise<number | "open"> =>
  new Promise((resolve) => {
    const socket = new WebSocket(address, options);
    socket.on("error", () => {});
    socket.on("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
    socket.on("open", () => {
      socket.terminate();
      resolve("open");
    });
  });

describe("opening a stream", () => {
  test("with a wrong secret is refused as the platform refuses it", async () => {
    const emulator = await startEmulator();

    const { status, body } = await emulator.request(OPEN, opening({ clientSecret: "wrong" }));

    expect(status).toBe(401);
    expect(body).toEqual({ requestid: expect.any(String), code: "authFailed", message: "鉴权失败" });
  });

  test("takes each ticket once", async () => {
    const emulator = await startEmulator();
    const { body } = await emulator.request<Opened>(OPEN, opening());
    const address = `${body.endpoint}?ticket=${body.ticket}`;

    expect(await handshake(address)).toBe("open");
    expect(await handshake(address)).toBe(401);
  });

  test("refuses a ticket that is too old", async () => {
    const emulator = await startEmulator();
    await emulator.control("/settings", { ticketMs: 0 });
    const { body } = await emulator.request<Opened>(OPEN, opening());
    const issued = Date.now();
    while (Date.now() <= issued) await new Promise(setImmediate);

    expect(await handshake(`${body.endpoint}?ticket=${body.ticket}`)).toBe(401);
  });

  test("refuses an address that is none, and lives on", async () => {
    const emulator = await startEmulator();
    const finishRequest: ClientOptions["finishRequest"] = (request) => {
      request.path = "//[";
      request.end();
    };

    expect(await handshake(emulator.url.replace("http", "ws"), { finishRequest })).toBe(401);
    expect((await emulator.control("/state")).status).toBe(200);
  });

  test.each([
    ["https://pages.example.com", 401],
    ["http://localhost.example.com:3100", 401],
    ["http://127.0.0.1:3100", "open"],
    ["https://wss-open-connection.dingtalk.com", "open"],
    ["null", 401],
  ] as const)("by a page or program of %s: %s", async (origin, outcome) => {
    const emulator = await startEmulator();
    const { body } = await emulator.request<Opened>(OPEN, opening());

    expect(await handshake(`${body.endpoint}?ticket=${body.ticket}`, { origin })).toBe(outcome);
  });

  test("shows in the state of the world, and so does its end", async () => {
    const emulator = await startEmulator();
    const bot = await connectBot(emulator.url);
    const connections = async () =>
      (await emulator.control<{ robots: { connections: number }[] }>("/state")).body.robots.map(
        (robot) => robot.connections,
      );
    expect(await connections()).toEqual([1]);

    bot.client.disconnect();

    await expect.poll(connections).toEqual([0]);
  });
});

describe("a client's unreadable frame", () => {
  test("is passed over with a warning and breaks nothing", async () => {
    const emulator = await startEmulator();
    const { body } = await emulator.request<Opened>(OPEN, opening());
    const socket = new WebSocket(`${body.endpoint}?ticket=${body.ticket}`);
    await once(socket, "open");
    for (const text of ["no json", "{}", "[]", "null", '{"code":"200"}']) socket.send(text);
    const pong = once(socket, "pong");
    socket.ping();
    await pong;

    const { warnings } = (await emulator.control<{ warnings: { code: string }[] }>("/warnings")).body;
    expect(warnings.map(({ code }) => code)).toEqual(Array(5).fill("stream.unreadable"));
    expect((await emulator.control("/state")).status).toBe(200);
    socket.terminate();
  });
});

test("only subscribed topics are pushed", async () => {
  const emulator = await startEmulator();
  const { body } = await emulator.request<Opened>(OPEN, opening({ subscriptions: [{ type: "EVENT", topic: "*" }] }));
  const socket = new WebSocket(`${body.endpoint}?ticket=${body.ticket}`);
  await once(socket, "open");

  await emulator.control("/users/district/say", { text: "帮助" });
  await emulator.idle();

  expect((await emulator.messages("district")).at(0)?.delivery).toBe("lost");
  socket.terminate();
});
