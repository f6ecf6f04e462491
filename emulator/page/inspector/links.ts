import type { TrafficEntry } from "../../src/contract/instruments.ts";
import { CARD_TOPIC, kindOf, MESSAGE_TOPIC, messageIdOf, pushPayload, topicOf } from "./kind.ts";

/** Frames and acknowledgements by their messageId. */
export interface Links {
  ackOf(push: TrafficEntry): TrafficEntry | undefined;
  frameOf(ack: TrafficEntry): TrafficEntry | undefined;
}

export function linkTraffic(entries: readonly TrafficEntry[]): Links {
  const frames = new Map<string, TrafficEntry>();
  const acks = new Map<string, TrafficEntry>();
  for (const entry of entries) {
    if (entry.kind !== "frame") continue;
    if (kindOf(entry) === "push") frames.set(messageIdOf(entry), entry);
    else if (!acks.has(messageIdOf(entry))) acks.set(messageIdOf(entry), entry);
  }
  return {
    ackOf: (push) => acks.get(messageIdOf(push)),
    frameOf: (ack) => frames.get(messageIdOf(ack)),
  };
}

const MAX_CALLS = 12;

/**
 * Calls that reached the same person between this action and their next one: most likely the bot's reaction. A
 * redelivered push is not another action.
 */
export function callsAfter(push: TrafficEntry, entries: readonly TrafficEntry[]): TrafficEntry[] {
  const [userId] = push.userIds ?? [];
  if (userId === undefined || !isUserAction(push)) return [];
  const later = entries.filter(({ id, userIds }) => id > push.id && userIds?.includes(userId) === true);
  const payload = JSON.stringify(pushPayload(push));
  const end = later.findIndex((entry) => isUserAction(entry) && JSON.stringify(pushPayload(entry)) !== payload);
  const until = end < 0 ? later : later.slice(0, end);
  return until.filter((entry) => kindOf(entry) === "call").slice(0, MAX_CALLS);
}

/** An action of a person, as opposed to something observed about them. */
const isUserAction = (entry: TrafficEntry): boolean =>
  kindOf(entry) === "push" && [MESSAGE_TOPIC, CARD_TOPIC].includes(topicOf(entry));
