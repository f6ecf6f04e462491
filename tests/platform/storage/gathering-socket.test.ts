import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { GatheringSocket } from "../../../src/platform/storage/gathering-socket.ts";

const server = createServer();
const opened: Socket[] = [];

afterEach(() => {
  for (const socket of opened) socket.destroy();
  server.close();
});

test("what is written in pieces in one turn of the event loop leaves together, in its order", async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const accepted = once(server, "connection");
  const socket = new GatheringSocket();
  socket.connect(port, "127.0.0.1");
  const [[other]] = (await Promise.all([accepted, once(socket, "connect")])) as [[Socket], unknown];
  opened.push(socket, other);
  const received = once(other, "data");
  const pieces = (...words: string[]): void => {
    socket.cork();
    for (const word of words) socket.write(word);
    socket.uncork();
  };
  pieces("a", "b");
  socket.write("c");
  await Promise.resolve();
  pieces("d");
  expect(socket.writableLength).toBe(4);
  expect(String((await received)[0])).toBe("abcd");
  expect(socket.writableCorked).toBe(0);
  const next = once(other, "data");
  pieces("e");
  expect(String((await next)[0])).toBe("e");
});
