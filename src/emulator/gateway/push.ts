import { z } from "zod";
import type { Faults } from "../instruments/faults.ts";
import type { Traffic } from "../instruments/traffic.ts";
import type { Usage } from "../instruments/usage.ts";
import type { Warnings } from "../instruments/warnings.ts";
import type { Connection, Connections } from "./connections.ts";
import { type Frame, type FrameDraft, makeFrame } from "./frame.ts";

export interface Push extends FrameDraft {
  clientId: string;
  /** The person it comes from. */
  userId?: string;
  /** Machine time. */
  answerWithinMs: number;
}

export type PushOutcome =
  /** No connection had subscribed to the topic, or the wait was given up. */
  { kind: "unreachable" } | { kind: "answered"; code: number; data: string } | { kind: "unanswered" };

export interface Pusher {
  /** Sends one frame to one connection and waits for its acknowledgement. */
  push(push: Push): Promise<PushOutcome>;
  /** Takes what a client sent. */
  receive(connection: Connection, text: string): void;
  /** Gives up everything still waiting, without another try. */
  abandon(): void;
}

interface Deps {
  connections: Connections;
  faults: Faults;
  traffic: Traffic;
  usage: Usage;
  warnings: Warnings;
}

interface Waiting {
  clientId: string;
  sentAt: number;
  settle(outcome: PushOutcome): void;
}

const ackSchema = z.object({
  code: z.number(),
  headers: z.object({ messageId: z.string() }),
  data: z.string().default(""),
});

export function makePusher(deps: Deps): Pusher {
  const waiting = new Map<string, Waiting>();
  const wait = (push: Push, messageId: string): Promise<PushOutcome> =>
    new Promise((resolve) => {
      const settle = (outcome: PushOutcome): void => {
        clearTimeout(timer);
        waiting.delete(messageId);
        resolve(outcome);
      };
      const timer = setTimeout(() => settle({ kind: "unanswered" }), push.answerWithinMs);
      waiting.set(messageId, { clientId: push.clientId, sentAt: performance.now(), settle });
    });
  return {
    push: (push) => {
      const connection = deps.connections.pick(push.clientId, `${push.type} ${push.topic}`);
      if (connection === undefined) return Promise.resolve({ kind: "unreachable" });
      const frame = makeFrame(connection, push);
      const outcome = wait(push, frame.headers.messageId);
      if (push.type !== "EVENT") deps.usage.countPush();
      sendThroughWeather(deps, { connection, frame, push });
      return outcome;
    },
    receive: (connection, text) => receive(deps, { connection, text, waiting }),
    abandon: () => {
      for (const { settle } of [...waiting.values()]) settle({ kind: "unreachable" });
    },
  };
}

interface Sending {
  connection: Connection;
  frame: Frame;
  push: Push;
}

const frameFaults = ["cut", "drop", "delay", "duplicate", "disconnect"] as const;

function sendThroughWeather(deps: Deps, sending: Sending): void {
  const { connection, push } = sending;
  const fault = deps.faults.strike(
    { direction: "toBot", topic: push.topic, userIds: push.userId === undefined ? [] : [push.userId] },
    frameFaults,
  );
  if (fault?.action === "cut") connection.socket.terminate();
  if (fault?.action === "drop" || fault?.action === "cut") return;
  if (fault?.action === "delay") {
    setTimeout(() => send(deps, sending), fault.ms ?? 1_000).unref();
    return;
  }
  send(deps, sending);
  if (fault?.action === "duplicate") send(deps, { ...sending, frame: copyFor(sending) });
  if (fault?.action === "disconnect") sayGoodbye(connection);
}

/** A second copy of a card callback is the same frame; of anything else it carries a messageId of its own. */
function copyFor({ connection, frame, push }: Sending): Frame {
  return push.topic === "/v1.0/card/instances/callback" ? frame : makeFrame(connection, push);
}

function send(deps: Deps, { connection, frame }: Sending): void {
  deps.traffic.record({
    way: "toBot",
    kind: "frame",
    name: frame.headers.topic,
    clientId: connection.clientId,
    connectionId: connection.connectionId,
    request: frame,
  });
  connection.socket.send(JSON.stringify(frame));
}

const GOODBYE_MS = 10_000;

/** Announces the end as the platform does, falls silent and closes ten seconds later. */
export function sayGoodbye(connection: Connection): void {
  connection.leaving = true;
  const frame = makeFrame(connection, {
    type: "SYSTEM",
    topic: "disconnect",
    data: JSON.stringify({ reason: "connection is expired" }),
  });
  connection.socket.send(JSON.stringify(frame));
  setTimeout(() => connection.socket.close(), GOODBYE_MS).unref();
}

interface Received {
  connection: Connection;
  text: string;
  waiting: ReadonlyMap<string, Waiting>;
}

function receive(deps: Deps, { connection, text, waiting }: Received): void {
  const ack = readAck(text);
  if (ack === undefined) {
    deps.warnings.add("stream.unreadable", `应用 ${connection.clientId} 发来无法识别的帧，已忽略`);
    return;
  }
  const found = waiting.get(ack.headers.messageId);
  const mine = found?.clientId === connection.clientId ? found : undefined;
  deps.traffic.record({
    way: "fromBot",
    kind: "frame",
    name: "ack",
    clientId: connection.clientId,
    connectionId: connection.connectionId,
    ...(mine === undefined ? {} : { ms: Math.round(performance.now() - mine.sentAt) }),
    request: ack,
  });
  if (mine === undefined) return;
  if (deps.faults.strike({ direction: "fromBot", topic: "ack" }, ["loseReply", "drop"]) !== undefined) return;
  mine.settle({ kind: "answered", code: ack.code, data: ack.data });
}

function readAck(text: string): z.output<typeof ackSchema> | undefined {
  try {
    return ackSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
