import type { TrafficEntry } from "../../instruments/contract.ts";
import { textAt } from "./json.ts";
import { CARD_TOPIC, kindOf, MESSAGE_TOPIC, messageIdOf } from "./kind.ts";

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

/**
 * Calls that reached the same person after what they did and before they did something else: what the bot most likely
 * did for it. A push that comes again is no other.
 */
export function callsAfter(push: TrafficEntry, entries: readonly TrafficEntry[]): TrafficEntry[] {
  const [userId] = push.userIds ?? [];
  if (userId === undefined || !isAct(push)) return [];
  const later = entries.filter(({ id, userIds }) => id > push.id && userIds?.includes(userId) === true);
  const data = textAt(push.request, "data");
  const end = later.findIndex((entry) => isAct(entry) && textAt(entry.request, "data") !== data);
  const until = end < 0 ? later : later.slice(0, end);
  return until.filter((entry) => kindOf(entry) === "call").slice(0, MOST_CALLS);
}

/** Something that a person did, rather than something that was observed of them. */
const isAct = (entry: TrafficEntry): boolean =>
  kindOf(entry) === "push" && (entry.name === MESSAGE_TOPIC || entry.name === CARD_TOPIC);
