import { topics } from "dingtalk-payloads";
import type { Faults } from "../instruments/faults.ts";
import type { Traffic } from "../instruments/traffic.ts";
import type { Connection } from "./connections.ts";
import { makeHalfOpen, sendDisconnect } from "./disconnect.ts";
import { type Frame, makeFrame } from "./frame.ts";
import { type Push, usersOfPush } from "./push.ts";
import { withoutContent } from "./quota-notice.ts";

interface OutgoingFrame {
  connection: Connection;
  frame: Frame;
  push: Push;
  /** The injected fault. */
  fault?: string;
}

const DELAY_MS = 1_000;
/** A reordered frame waits at most this long for the next one. */
const REORDER_TIMEOUT_MS = 500;

type Effect = (sending: OutgoingFrame, ms: number | undefined) => void;

/** Sends frames to the bot and injects faults on the way. */
export function makeFrameSender({ faults, traffic }: { faults: Faults; traffic: Traffic }) {
  let held: OutgoingFrame[] = [];
  const send = (sending: OutgoingFrame): void => {
    sendAndRecord(traffic, sending);
    const late = held.filter((one) => one !== sending);
    held = [];
    for (const one of late) sendAndRecord(traffic, one);
  };
  const effects: Record<string, Effect> = {
    ...streamEffects,
    badFrame: (sending) => {
      record(traffic, sending);
      sending.connection.socket.send(JSON.stringify(sending.frame).slice(0, -20));
    },
    drop: () => {},
    delay: (sending, ms = DELAY_MS) => {
      setTimeout(send, ms, sending).unref();
    },
    reorder: (sending, ms = REORDER_TIMEOUT_MS) => {
      held.push(sending);
      setTimeout(() => held.includes(sending) && send(sending), ms).unref();
    },
    quota: (sending) => send({ ...sending, frame: { ...sending.frame, data: withoutContent(sending.frame.data) } }),
    duplicate: (sending) => {
      send(sending);
      send({ ...sending, frame: copyFor(sending) });
    },
    disconnect: (sending) => {
      send(sending);
      sendDisconnect(sending.connection);
    },
  };
  const actions = Object.keys(effects);
  return (sending: OutgoingFrame): void => {
    const { topic, userId } = sending.push;
    const userIds = userId === undefined ? [] : [userId];
    const fault = faults.consume({ direction: "toBot", topic, userIds }, actions);
    const effect = fault === undefined ? send : (effects[fault.action] ?? send);
    effect(fault === undefined ? sending : { ...sending, fault: fault.action }, fault?.ms);
  };
}

const streamEffects: Record<string, Effect> = {
  cut: ({ connection }) => connection.socket.terminate(),
  halfOpen: ({ connection }) => makeHalfOpen(connection),
};

/** A duplicated card callback is the same frame; any other duplicate has its own messageId. */
function copyFor({ connection, frame, push }: OutgoingFrame): Frame {
  return push.topic === topics.cardCallback ? frame : makeFrame(connection, push);
}

function sendAndRecord(traffic: Traffic, sending: OutgoingFrame): void {
  const { connection, frame } = sending;
  if (connection.halfOpen) return;
  record(traffic, sending);
  connection.socket.send(JSON.stringify(frame));
}

function record(traffic: Traffic, { connection, frame, push, fault }: OutgoingFrame): void {
  const userIds = usersOfPush(push);
  traffic.record({
    way: "toBot",
    kind: "frame",
    name: frame.headers.topic,
    clientId: connection.clientId,
    connectionId: connection.connectionId,
    ...(userIds.length === 0 ? {} : { userIds }),
    request: frame,
    ...(fault === undefined ? {} : { fault }),
  });
}
