import { once } from "node:events";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { openRawStream } from "./samples/raw-stream.ts";
import { startEmulator } from "./support/world.ts";

type Emulator = Awaited<ReturnType<typeof startEmulator>>;

const connections = async (emulator: Emulator): Promise<number[]> => {
  const { body } = await emulator.control<{ robots: { connections: number }[] }>("/state");
  return body.robots.map((robot) => robot.connections);
};
const strike = (emulator: Emulator, rule: object) => emulator.control("/faults", { rules: [rule] });

async function addressOf(emulator: Emulator): Promise<string> {
  const { body } = await emulator.request<{ endpoint: string; ticket: string }>("/v1.0/gateway/connections/open", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ clientId: "dingtestapp", clientSecret: "test-secret", subscriptions: [] }),
  });
  return `${body.endpoint}?ticket=${body.ticket}`;
}

test("a half-open stream answers no ping, and counts no more once its client gave it up", async () => {
  const emulator = await startEmulator();
  const { socket } = await openRawStream(emulator);
  await strike(emulator, { action: "halfOpen" });
  let pongs = 0;
  socket.on("pong", () => {
    pongs += 1;
  });

  socket.ping();
  await emulator.control("/users/district/say", { text: "有人吗", at: true });
  expect([pongs, await connections(emulator)]).toEqual([0, [1]]);
  socket.ping();
  socket.terminate();

  await expect.poll(() => connections(emulator)).toEqual([0]);
});

test("back at first start no half-open stream is left", async () => {
  const emulator = await startEmulator();
  const { socket } = await openRawStream(emulator);
  await strike(emulator, { action: "halfOpen" });

  const closed = once(socket, "close");
  await emulator.control("/reset", {});
  await closed;

  await expect.poll(() => connections(emulator)).toEqual([0]);
});

test.each([
  ["status:503", "unexpected-response"],
  ["refuse", "error"],
])("a handshake can be struck by %s", async (action, told) => {
  const emulator = await startEmulator();
  const address = await addressOf(emulator);
  await strike(emulator, { match: { api: "/connect" }, action, times: 1 });

  const socket = new WebSocket(address);
  socket.on("error", () => {});
  const [, response] = await once(socket, told);

  expect(response?.statusCode).toBe(action === "refuse" ? undefined : 503);
  expect(await connections(emulator)).toEqual([0]);
});

test("a handshake that hangs is left to the client's patience, and the ticket is not used up", async () => {
  const emulator = await startEmulator();
  const address = await addressOf(emulator);
  await strike(emulator, { match: { api: "/connect" }, action: "hang", times: 1 });

  const impatient = new WebSocket(address, { handshakeTimeout: 50 });
  const [error] = await once(impatient, "error");
  const patient = new WebSocket(address);
  await once(patient, "open");
  patient.terminate();

  expect(String(error)).toContain("timed out");
});
