import { createHash } from "node:crypto";
import type { Database } from "../../storage/database.ts";
import type { Encryption } from "../../storage/encryption.ts";
import type { Inbound } from "../ports.ts";

export interface Recorded {
  /** Missing when the event was stored before: it is being worked on, or done. */
  id: bigint | undefined;
  lane: string;
}

export type RecordInbound = (inbound: Inbound) => Promise<Recorded>;

interface Waiting {
  inbound: Inbound;
  receivedAt: Date;
  done: (recorded: Recorded) => void;
  failed: (error: unknown) => void;
}

const BATCH = 200;

/**
 * Stores inbound events before they are acknowledged. While one write is under way the next events gather, and go into
 * the following write together, so that a burst costs a few commits and no waiting.
 */
export function makeRecordInbound(deps: { database: Database; encryption: Encryption }): RecordInbound {
  let waiting: Waiting[] = [];
  let writing = false;

  async function write(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      await insert(batch, deps).catch((error) => {
        for (const entry of batch) entry.failed(error);
      });
    }
    writing = false;
  }

  return (inbound) =>
    new Promise((done, failed) => {
      waiting.push({ inbound, receivedAt: new Date(), done, failed });
      if (!writing) void write();
    });
}

const INSERT = `insert into inbox_event (dedupe_key, kind, lane, press_key, body, received_at)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::timestamptz[])
  on conflict (dedupe_key) do nothing returning id, dedupe_key`;

async function insert(batch: readonly Waiting[], deps: { database: Database; encryption: Encryption }): Promise<void> {
  const keys = batch.map(({ inbound }) => dedupeKeyOf(inbound));
  const rows = await deps.database.query<{ id: string; dedupe_key: string }>(INSERT, [
    keys,
    batch.map(({ inbound }) => inbound.kind),
    batch.map(({ inbound }) => laneOf(inbound)),
    batch.map(({ inbound }) => pressKeyOf(inbound)),
    batch.map(({ inbound }) => deps.encryption.seal(inbound)),
    batch.map(({ receivedAt }) => receivedAt),
  ]);
  const ids = new Map(rows.map((row) => [row.dedupe_key, BigInt(row.id)]));
  for (const [index, entry] of batch.entries()) {
    const key = keys[index] ?? "";
    entry.done({ id: ids.get(key), lane: laneOf(entry.inbound) });
    // The same event twice in one batch: the second is the repetition.
    ids.delete(key);
  }
}

/** PostgreSQL's text has no place for a NUL. */
const clean = (text: string): string => text.replaceAll("\u0000", "");

function dedupeKeyOf(inbound: Inbound): string {
  if (inbound.kind === "message") return clean(`message:${inbound.messageId}`);
  if (inbound.kind === "callback") return clean(`callback:${inbound.deliveryId}`);
  return clean(`event:${inbound.eventId}`);
}

/** One order a person over messages and presses alike. */
function laneOf(inbound: Inbound): string {
  if (inbound.kind === "message") return clean(inbound.from ?? `outside:${inbound.nick}`);
  if (inbound.kind === "callback") return clean(inbound.person);
  return "events";
}

/** Presses with the same card, person, action, face and values mean the same. */
function pressKeyOf(inbound: Inbound): string | null {
  if (inbound.kind !== "callback") return null;
  const { cardId, person, action, subject, version, form } = inbound;
  const meaning = JSON.stringify([cardId, person, action, subject, version, form ?? null]);
  return createHash("sha256").update(meaning).digest("hex");
}
