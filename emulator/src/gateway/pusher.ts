import { z } from "zod";
import type { Faults } from "../instruments/faults.ts";
import type { Traffic } from "../instruments/traffic.ts";
import type { UsageCounter } from "../instruments/usage.ts";
import type { Warnings } from "../instruments/warnings.ts";
import type { Connection, Connections } from "./connections.ts";
import { makeFrame } from "./frame.ts";
import { isFreeEvent, type Push, type PushOutcome, usersOfPush } from "./push.ts";
import { makeFrameSender } from "./send-frame.ts";

export interface Pusher {
  /** Sends one frame to one connection and waits for its acknowledgement. */
  push(push: Push): Promise<PushOutcome>;
  /** Handles data from a client. */
  receive(connection: Connection, text: string): void;
  /** Cancels everything pending without another attempt. */
  cancelAll(): void;
}

interface Deps {
  connections: Connections;
  faults: Faults;
  traffic: Traffic;
  usage: UsageCounter;
  warnings: Warnings;
}

interface PendingPush {
  push: Push;
  sentAt: number;
  resolve(outcome: PushOutcome): void;
}

const ackSchema = z.object({
  code: z.number(),
  headers: z.object({ messageId: z.string() }),
  data: z.string().default(""),
});

export function makePusher(deps: Deps): Pusher {
  const waiting = new Map<string, PendingPush>();
  const send = makeFrameSender(deps);
  const wait = (push: Push, messageId: string): Promise<PushOutcome> =>
    new Promise((resolve) => {
      const settle = (outcome: PushOutcome): void => {
        clearTimeout(timer);
        waiting.delete(messageId);
        resolve(outcome);
      };
      const timer = setTimeout(() => settle({ kind: "unanswered" }), push.ackTimeoutMs);
      waiting.set(messageId, { push, sentAt: performance.now(), resolve });
    });
  return {
    push: (push) => {
      const connection = deps.connections.pick(push.clientId, `${push.type} ${push.topic}`);
      if (connection === undefined) return Promise.resolve({ kind: "unreachable" });
      const frame = makeFrame(connection, push);
      const outcome = wait(push, frame.headers.messageId);
      if (!isFreeEvent(push)) deps.usage.countPush();
      send({ connection, frame, push });
      return outcome;
    },
    receive: (connection, text) => receive(deps, { connection, text, waiting }),
    cancelAll: () => {
      for (const { resolve } of [...waiting.values()]) resolve({ kind: "unreachable" });
    },
  };
}

interface Received {
  connection: Connection;
  text: string;
  waiting: ReadonlyMap<string, PendingPush>;
}

function receive(deps: Deps, { connection, text, waiting }: Received): void {
  const ack = readAck(text);
  if (connection.halfOpen) return;
  if (ack === undefined) {
    deps.warnings.add("stream.unreadable", `应用 ${connection.clientId} 发来无法识别的帧，已忽略`);
    return;
  }
  const found = waiting.get(ack.headers.messageId);
  const mine = found?.push.clientId === connection.clientId ? found : undefined;
  const userIds = mine === undefined ? [] : usersOfPush(mine.push);
  const lost = mine && ackFault(deps.faults, mine.push);
  deps.traffic.record({
    way: "fromBot",
    kind: "frame",
    name: "ack",
    clientId: connection.clientId,
    connectionId: connection.connectionId,
    ...(mine === undefined ? {} : { ms: Math.round(performance.now() - mine.sentAt) }),
    ...(userIds.length === 0 ? {} : { userIds }),
    request: ack,
    ...(lost === undefined ? {} : { fault: lost.action }),
  });
  if (mine === undefined || lost !== undefined) return;
  if (mine.push.accepts?.(ack) === false) {
    deps.warnings.add(
      "ack.refused",
      `推送 ${mine.push.topic} 的应答（${ack.code}，${ack.data.slice(0, 100)}）不算成功，将重新推送`,
    );
    return;
  }
  mine.resolve({ kind: "answered", code: ack.code, data: ack.data });
}

const ackFault = (faults: Faults, { topic, userId }: Push) =>
  faults.consume({ direction: "fromBot", topic, userIds: userId === undefined ? [] : [userId] }, ["loseReply", "drop"]);

function readAck(text: string): z.output<typeof ackSchema> | undefined {
  try {
    return ackSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
