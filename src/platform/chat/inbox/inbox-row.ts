import type { Inbound } from "../ports.ts";

/** What is stored of an event, sealed. */
export type Heard = Inbound & {
  /** Campaign time at which it came, ISO 8601; left out by earlier versions. */
  heardAt?: string;
  /** More of its lane waited than are worked on. */
  isTooMany?: true;
};

/** An event as it is worked on. */
export interface InboxRow {
  id: bigint;
  lane: string;
  pressKey: string | null;
  receivedAt: Date;
  attempts: number;
  inbound: Inbound;
  /** Campaign time at which it came; left out by an earlier version. */
  heardAt?: Date;
  /** More of its lane waited than are worked on: it is refused. */
  isTooMany?: true;
  /** Of its files those that are in the store already: a process died, or the work on them failed. */
  fetched: readonly FetchedFile[];
}

/** A file of a message: in the store, or refused before it came there. */
export type FetchedFile = { hash: string; size: number } | { refused: string };
