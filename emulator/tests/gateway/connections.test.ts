import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { type Connection, makeConnections } from "../../src/gateway/connections.ts";

const EVENT = { type: "EVENT", topic: "*" };
const MESSAGE = { type: "CALLBACK", topic: "/v1.0/im/bot/messages/get" };

/** A socket as the server makes it before any handshake; its types leave the options out. */
const unconnected = (): WebSocket => Reflect.construct(WebSocket, [null, undefined, {}]);

/** Streams of one app; which is picked follows the given random numbers. */
function streamsOf(...numbers: number[]) {
  const connections = makeConnections({ random: () => numbers.shift() ?? 0, onChange: () => {} });
  const open = (clientId: string, ...subscriptions: (typeof EVENT)[]): Connection =>
    connections.add({ clientId, subscriptions, byName: false }, unconnected(), new PassThrough());
  return { connections, open };
}

test("each push goes to one of an app's streams, whichever chance picks", () => {
  const { connections, open } = streamsOf(0, 0.34, 0.99);
  const [first, second, third] = [open("app", EVENT), open("app", EVENT), open("app", EVENT)];

  const picked = [1, 2, 3].map(() => connections.pick("app", "EVENT *"));

  expect(picked).toEqual([first, second, third]);
});

test("no push goes to a stream of another app, without the subscription, told to go, or gone", () => {
  const { connections, open } = streamsOf();
  open("other", EVENT);
  open("app", MESSAGE);
  open("app", EVENT).disconnecting = true;
  connections.remove(open("app", EVENT));

  expect(connections.pick("app", "EVENT *")).toBeUndefined();
  const fit = open("app", EVENT);
  expect(connections.pick("app", "EVENT *")).toBe(fit);
});
