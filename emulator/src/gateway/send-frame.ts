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

type Effect = (outgoing: OutgoingFrame, ms: number | undefined) => void;

/** Sends frames to the bot and injects faults on the way. */
export function makeFrameSender({ faults, traffic }: { faults: Faults; traffic: Traffic }) {
  let held: OutgoingFrame[] = [];
  const send = (outgoing: OutgoingFrame): void => {
    sendAndRecord(traffic, outgoing);
    const late = held.filter((one) => one !== outgoing);
    held = [];
    for (const one of late) sendAndRecord(traffic, one);
  };
  const effects: Record<string, Effect> = {
    ...streamEffects,
    badFrame: (outgoing) => {
      record(traffic, outgoing);
      outgoing.connection.socket.send(JSON.stringify(outgoing.frame).slice(0, -20));
    },
    drop: () => {},
    delay: (outgoing, ms = DELAY_MS) => {
      setTimeout(send, ms, outgoing).unref();
    },
    reorder: (outgoing, ms = REORDER_TIMEOUT_MS) => {
      held.push(outgoing);
      setTimeout(() => held.includes(outgoing) && send(outgoing), ms).unref();
    },
    quota: (outgoing) => send({ ...outgoing, frame: { ...outgoing.frame, data: withoutContent(outgoing.frame.data) } }),
    duplicate: (outgoing) => {
      send(outgoing);
      send({ ...outgoing, frame: copyFor(outgoing) });
    },
    disconnect: (outgoing) => {
      send(outgoing);
      sendDisconnect(outgoing.connection);
    },
  };
  const actions = Object.keys(effects);
  return (outgoing: OutgoingFrame): void => {
    const { topic, userId } = outgoing.push;
    const userIds = userId === undefined ? [] : [userId];
    const fault = faults.consume({ direction: "toBot", topic, userIds }, actions);
    const effect = fault === undefined ? send : (effects[fault.action] ?? send);
    effect(fault === undefined ? outgoing : { ...outgoing, fault: fault.action }, fault?.ms);
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

function sendAndRecord(traffic: Traffic, outgoing: OutgoingFrame): void {
  const { connection, frame } = outgoing;
  if (connection.halfOpen) return;
  record(traffic, outgoing);
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
