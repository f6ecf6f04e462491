import { createHash } from "node:crypto";
import type { Clock } from "../../../shared/clock.ts";
import type { Database } from "../../storage/database.ts";
import type { Encryption } from "../../storage/encryption.ts";
import type { Inbound, InboundMessage } from "../ports.ts";
import { makeFloodMeter } from "./flood-meter.ts";
import type { Heard, InboxRow } from "./inbox-row.ts";
import { picturesLane } from "./pictures-lane.ts";

export interface Recorded {
  /** Undefined for a redelivery: the event is already stored. */
  id: bigint | undefined;
  lane: string;
  /** The event as it is stored, where none of its lane waits before it. */
  oldest?: InboxRow;
}

export type RecordInbound = (inbound: Inbound) => Promise<Recorded>;

export interface RecordDeps {
  database: Pick<Database, "query">;
  encryption: Pick<Encryption, "seal">;
  clock: Clock;
}

interface PendingWrite {
  inbound: Inbound;
  /** On the process's own clock, which nobody sets. */
  receivedMs: number;
  heardAt: Date;
  resolve: (recorded: Recorded) => void;
  reject: (error: unknown) => void;
}

const BATCH = 200;

/**
 * Stores inbound events before they are acknowledged. Events that arrive during a write are batched into the next one,
 * so a burst costs few commits.
 */
export function makeRecordInbound(deps: RecordDeps): RecordInbound {
  const flood = makeFloodMeter(deps.database);
  let pending: PendingWrite[] = [];
  let writing = false;

  async function write(): Promise<void> {
    writing = true;
    while (pending.length > 0) {
      const batch = pending.slice(0, BATCH);
      pending = pending.slice(BATCH);
      await insert(batch).catch((error) => {
        for (const entry of batch) entry.reject(error);
      });
    }
    writing = false;
  }

  async function insert(batch: readonly PendingWrite[]): Promise<void> {
    const keys = batch.map(({ inbound }) => dedupeKeyOf(inbound));
    const lanes = batch.map(({ inbound }) => laneOf(inbound));
    const pressKeys = batch.map(({ inbound }) => pressKeyOf(inbound));
    const tooMany = await flood.tooMany(lanes);
    // What the platform announces of people and groups is nobody's flood: each says who may do what from now on.
    const refusals = batch.map(({ inbound }, at) =>
      tooMany[at] && inbound.kind !== "event" ? ({ isTooMany: true } as const) : {},
    );
    const sealed = batch.map(({ inbound, heardAt }, at) =>
      deps.encryption.seal({ ...inbound, heardAt: heardAt.toISOString(), ...refusals[at] } satisfies Heard),
    );
    const stored = await deps.database.query<StoredNow>(INSERT, [
      keys,
      batch.map(({ inbound }) => inbound.kind),
      lanes,
      pressKeys,
      sealed,
      batch.map(({ receivedMs }) => (performance.now() - receivedMs) / 1_000),
    ]);
    const rows = new Map(stored.map((row) => [row.key, row]));
    for (const [at, { inbound, heardAt, resolve }] of batch.entries()) {
      const [key = "", lane = "", pressKey = null] = [keys[at], lanes[at], pressKeys[at]];
      const { id, receivedAt, isFirst } = rows.get(key) ?? {};
      if (id === undefined || receivedAt === undefined) resolve({ id: undefined, lane });
      else if (!isFirst || lanes.indexOf(lane) < at) resolve({ id: BigInt(id), lane });
      else {
        const known = { lane, pressKey, inbound, heardAt, ...refusals[at], attempts: 0, fetched: [] };
        resolve({ id: BigInt(id), lane, oldest: { id: BigInt(id), receivedAt, ...known } });
      }
      // For an event that occurs twice in the batch, the second is the redelivery.
      rows.delete(key);
    }
  }

  return (inbound) =>
    new Promise((resolve, reject) => {
      pending.push({ inbound, receivedMs: performance.now(), heardAt: deps.clock.now(), resolve, reject });
      if (!writing) void write();
    });
}

/** Received so many seconds ago: bots compare the times of events, and their own clocks may differ. */
const INSERT = `insert into inbox_event (dedupe_key, kind, lane, press_key, body, received_at)
  select key, kind, lane, press, body, now() - make_interval(secs => ago)
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::float[])
    as heard(key, kind, lane, press, body, ago)
  on conflict (dedupe_key) do nothing returning id, dedupe_key as key, received_at as "receivedAt",
    not exists (select 1 from inbox_event before where before.lane = inbox_event.lane and before.state = 'new') as "isFirst"`;

interface StoredNow {
  id: string;
  key: string;
  receivedAt: Date;
  /** Before this statement none of the lane waited. */
  isFirst: boolean;
}

/** PostgreSQL's text type cannot hold NUL. */
const clean = (text: string): string => text.replaceAll("\u0000", "");

function dedupeKeyOf(inbound: Inbound): string {
  if (inbound.kind === "message") return clean(`message:${inbound.messageId}`);
  if (inbound.kind === "callback") return clean(`callback:${inbound.deliveryId}`);
  return clean(`event:${inbound.eventId}`);
}

/**
 * A person's messages and presses share one lane, so they are processed in order. Pictures without a word have another
 * one: to fetch many takes long, and a press need not wait for them.
 */
export function laneOf(inbound: Inbound): string {
  if (inbound.kind === "message") {
    const person = clean(inbound.from ?? `outside:${inbound.nick}`);
    return isPicturesOnly(inbound) ? picturesLane(person) : person;
  }
  if (inbound.kind === "callback") return clean(inbound.person);
  return "events";
}

const PICTURES = ["picture", "video"];

const isPicturesOnly = ({ text, files, chat }: InboundMessage): boolean =>
  chat.kind === "direct" && text === "" && files.length > 0 && files.every(({ kind }) => PICTURES.includes(kind));

/** Equal for presses with the same card, version, person, action and values. */
function pressKeyOf(inbound: Inbound): string | null {
  if (inbound.kind !== "callback") return null;
  const { cardId, person, action, subject, version, form } = inbound;
  const meaning = JSON.stringify([cardId, person, action, subject, version, form ?? null]);
  return createHash("sha256").update(meaning).digest("hex");
}
