import { randomUUID } from "node:crypto";
import pg from "pg";
import { WebSocket } from "ws";
import { atPace, type Pace } from "../pace.ts";
import { median, type Spread, spreadOf } from "../percentiles.ts";
import { startProgram } from "../program.ts";
import { CREATE, DROP } from "./sql.ts";

/** Round trips a second of the least peers, and their latency at the load's own pace. */
export interface StreamFloors {
  echo: { inFlight: number; perSecond: number }[];
  ack: { inFlight: number; perSecond: number }[];
  /** Frame to acknowledgement at the load's pace, in milliseconds: without and with storing the event. */
  pacedAck: Spread;
  pacedDurableAck: Spread;
}

export interface StreamOptions {
  databaseUrl: string;
  rounds: number;
  roundMs: number;
  pace: Pace;
}

const IN_FLIGHT = [1, 64] as const;
const FRAME_BYTES = 1_471;

export async function streamFloors({ databaseUrl, rounds, roundMs, pace }: StreamOptions): Promise<StreamFloors> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(CREATE);
  const [echo, ack, durable] = await Promise.all([openPeer("echo"), openPeer("ack"), openPeer("durable", databaseUrl)]);
  const rates = { echo: IN_FLIGHT.map(() => [] as number[]), ack: IN_FLIGHT.map(() => [] as number[]) };
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, inFlight] of IN_FLIGHT.entries()) {
      rates.echo[index]?.push(await rateOf(echo, inFlight, roundMs));
      rates.ack[index]?.push(await rateOf(ack, inFlight, roundMs));
    }
  }
  const pacedAck = await pacedTimes(ack, pace);
  const pacedDurableAck = await pacedTimes(durable, pace);
  await Promise.all([echo, ack, durable].map((peer) => peer.close()));
  await client.query(DROP);
  await client.end();
  const medians = (seen: readonly number[][]) =>
    IN_FLIGHT.map((inFlight, index) => ({ inFlight, perSecond: median(seen[index] ?? []) }));
  return { echo: medians(rates.echo), ack: medians(rates.ack), pacedAck, pacedDurableAck };
}

interface Peer {
  roundTrip(): Promise<void>;
  close(): Promise<void>;
}

async function openPeer(kind: string, databaseUrl = ""): Promise<Peer> {
  const program = startProgram(["bench/floors/stream-server.ts", kind, databaseUrl], {});
  const { text } = await program.line('{"ready":"floor"');
  const { url }: { url: string } = JSON.parse(text);
  const socket = new WebSocket(url, { perMessageDeflate: false });
  await new Promise((open, fail) => socket.once("open", open).once("error", fail));
  const waiting = new Map<string, () => void>();
  socket.on("message", (data) => {
    const { messageId } = JSON.parse(data.toString()).headers;
    waiting.get(messageId)?.();
    waiting.delete(messageId);
  });
  return {
    roundTrip: () =>
      new Promise((done) => {
        const messageId = randomUUID();
        waiting.set(messageId, done);
        socket.send(frameOf(messageId));
      }),
    async close() {
      socket.terminate();
      await program.end();
    },
  };
}

/** As large as a real robot message. */
function frameOf(messageId: string): string {
  const headers = {
    appId: "app",
    connectionId: "c",
    contentType: "application/json",
    messageId,
    topic: "/v1.0/im/bot/messages/get",
  };
  const bare = JSON.stringify({ specVersion: "1.0", type: "CALLBACK", headers, data: JSON.stringify({ text: "" }) });
  const text = "x".repeat(FRAME_BYTES - bare.length);
  return JSON.stringify({ specVersion: "1.0", type: "CALLBACK", headers, data: JSON.stringify({ text }) });
}

async function rateOf(peer: Peer, inFlight: number, roundMs: number): Promise<number> {
  const beganAt = performance.now();
  const until = beganAt + roundMs;
  let trips = 0;
  const one = async () => {
    while (performance.now() < until) {
      await peer.roundTrip();
      trips += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, one));
  return (trips * 1_000) / (performance.now() - beganAt);
}

async function pacedTimes(peer: Peer, pace: Pace): Promise<Spread> {
  const times: number[] = [];
  await atPace(pace, async () => {
    const sentAt = performance.now();
    await peer.roundTrip();
    times.push(performance.now() - sentAt);
  });
  return spreadOf(times);
}
