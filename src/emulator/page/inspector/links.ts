import type { TrafficEntry } from "../../contract.ts";
import { kindOf, messageIdOf } from "./kind.ts";

/** Frames and acknowledgements by their messageId. */
export interface Links {
  ackOf(frame: TrafficEntry): TrafficEntry | undefined;
  frameOf(ack: TrafficEntry): TrafficEntry | undefined;
}

export function linksIn(entries: readonly TrafficEntry[]): Links {
  const frames = new Map<string, TrafficEntry>();
  const acks = new Map<string, TrafficEntry>();
  for (const entry of entries) {
    const kind = kindOf(entry);
    if (kind === "push") frames.set(messageIdOf(entry), entry);
    if (kind === "ack" && !acks.has(messageIdOf(entry))) acks.set(messageIdOf(entry), entry);
  }
  return {
    ackOf: (frame) => acks.get(messageIdOf(frame)),
    frameOf: (ack) => frames.get(messageIdOf(ack)),
  };
}

const MOST_CALLS = 12;

/** Calls that reached the same person after a push and before that person's next: what the bot most likely did for it. */
export function callsAfter(push: TrafficEntry, entries: readonly TrafficEntry[]): TrafficEntry[] {
  const [userId] = push.userIds ?? [];
  if (userId === undefined || kindOf(push) !== "push") return [];
  const later = entries.filter(({ id, userIds }) => id > push.id && userIds?.includes(userId) === true);
  const end = later.findIndex((entry) => kindOf(entry) === "push" && messageIdOf(entry) !== messageIdOf(push));
  const until = end < 0 ? later : later.slice(0, end);
  return until.filter((entry) => kindOf(entry) === "call").slice(0, MOST_CALLS);
}
