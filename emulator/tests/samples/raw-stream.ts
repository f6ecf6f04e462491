import { once } from "node:events";
import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { queue } from "../support/queue.ts";
import type { startEmulator } from "../support/world.ts";
import { bodyOf } from "./sample-world.ts";

export interface RawFrame {
  type: string;
  headers: Record<string, string>;
  data: string;
}

export interface RawStream {
  socket: WebSocket;
  /** The next frame the emulator pushes. */
  next(): Promise<RawFrame>;
  /** Every frame so far. */
  frames: RawFrame[];
  /** Sends a sample as the answer to a frame; only its `messageId` is another. */
  answer(number: string, frame: RawFrame): void;
}

type Emulator = Awaited<ReturnType<typeof startEmulator>>;

/** A stream without any client: what is answered is up to the test. */
export async function openRawStream(emulator: Emulator, opening: object = bodyOf("01")): Promise<RawStream> {
  const { body } = await emulator.request<{ endpoint: string; ticket: string }>("/v1.0/gateway/connections/open", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(opening),
  });
  const socket = new WebSocket(`${body.endpoint}?ticket=${body.ticket}`);
  onTestFinished(() => socket.terminate());
  const frames: RawFrame[] = [];
  const arrived = queue<RawFrame>();
  socket.on("message", (text) => {
    const frame: RawFrame = JSON.parse(String(text));
    frames.push(frame);
    arrived.put(frame);
  });
  await once(socket, "open");
  return {
    socket,
    frames,
    next: arrived.take,
    answer: (number, { headers }) => {
      const ack = bodyOf(number);
      const own = { ...Object(ack.headers), messageId: headers.messageId };
      socket.send(JSON.stringify({ ...ack, headers: own }));
    },
  };
}
