import type { Log } from "../../../shared/log.ts";
import { Refusal } from "../../../shared/refusal.ts";
import type { Database, Transaction } from "../../storage/database.ts";
import type { Encryption } from "../../storage/encryption.ts";
import type { CallbackAnswer, Inbound } from "../ports.ts";
import type { Gate } from "./gate.ts";

/** After this many failures an event is parked, so that one poisonous event does not stop a person's lane. */
const TRIES = 3;
const RETRY_MS = 500;
/** Events of a lane read at once. */
const READ_AT_ONCE = 20;

export interface InboxRow {
  id: bigint;
  lane: string;
  pressKey: string | null;
  receivedAt: Date;
  attempts: number;
  inbound: Inbound;
}

export interface WorkDeps {
  database: Database;
  encryption: Encryption;
  log: Log;
  /** Keeps connections free for events that are to be stored, however much there is to do. */
  gate: Gate;
  /** Does the work in the transaction; what it returns is handed to whoever waits for the event. */
  handle(tx: Transaction, row: InboxRow): Promise<CallbackAnswer>;
  /** Whatever must be fetched from outside before the transaction opens. */
  prepare(row: InboxRow): Promise<void>;
  /** Tells the person; in a transaction of its own, after the work was rolled back. */
  refused(tx: Transaction, row: InboxRow, refusal: Refusal): Promise<CallbackAnswer>;
  failed(tx: Transaction, row: InboxRow, reference: string): Promise<CallbackAnswer>;
  onDone(id: bigint, answer: CallbackAnswer): void;
}

/**
 * Works off what one lane holds now, oldest event first; whoever stores another event sets the lane to work again. The
 * event is marked done in the transaction of its effects: killed anywhere, it is either wholly done or still to do.
 */
export async function workLane(lane: string, deps: WorkDeps): Promise<void> {
  for (;;) {
    const rows = await oldest(lane, deps);
    const allDone = await workInOrder(rows, deps);
    if (allDone && rows.length < READ_AT_ONCE) return;
  }
}

/** @returns false when an event failed or another process did it: then the lane is to be read anew */
async function workInOrder(rows: readonly InboxRow[], deps: WorkDeps): Promise<boolean> {
  for (const row of rows) {
    const answer = await workOne(row, deps);
    if (!answer) return false;
    deps.onDone(row.id, answer);
  }
  return true;
}

async function workOne(row: InboxRow, deps: WorkDeps): Promise<CallbackAnswer | undefined> {
  try {
    await deps.prepare(row);
    return await inLane(row, "done", deps, (tx) => deps.handle(tx, row));
  } catch (error) {
    if (error instanceof Refusal) {
      deps.log.info({ event: String(row.id), code: error.code }, "refused");
      return await inLane(row, "refused", deps, (tx) => deps.refused(tx, row, error));
    }
    return await noteFailure(row, deps, error);
  }
}

/** Runs the work if the event is still to do: another process may share the lane. */
async function inLane(
  row: InboxRow,
  state: string,
  deps: WorkDeps,
  work: (tx: Transaction) => Promise<CallbackAnswer>,
): Promise<CallbackAnswer | undefined> {
  return deps.gate(() =>
    deps.database.inTransaction(async (tx) => {
      // The lock is held before the row is looked at again, so one statement serves for both.
      const marked = await tx.$executeRaw`
        with turn as materialized (select pg_advisory_xact_lock(hashtextextended(${row.lane}, 1)))
        update inbox_event set state = ${state}, finished_at = now() from turn where id = ${row.id} and state = 'new'`;
      return marked === 1 ? work(tx) : undefined;
    }),
  );
}

async function noteFailure(row: InboxRow, deps: WorkDeps, error: unknown): Promise<CallbackAnswer | undefined> {
  const reference = `E${row.id}`;
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  deps.log.error({ event: String(row.id), reference, attempt: row.attempts + 1, cause }, "working on an event failed");
  if (row.attempts + 1 >= TRIES) return inLane(row, "parked", deps, (tx) => deps.failed(tx, row, reference));
  await deps.database.query("update inbox_event set attempts = attempts + 1 where id = $1", [row.id]);
  await new Promise((done) => setTimeout(done, RETRY_MS * (row.attempts + 1)));
  return undefined;
}

interface StoredEvent {
  id: string;
  lane: string;
  pressKey: string | null;
  receivedAt: Date;
  attempts: number;
  body: Buffer;
}

async function oldest(lane: string, { database, encryption }: WorkDeps): Promise<InboxRow[]> {
  const rows = await database.query<StoredEvent>(
    `select id, lane, press_key as "pressKey", received_at as "receivedAt", attempts, body
     from inbox_event where lane = $1 and state = 'new' order by id limit ${READ_AT_ONCE}`,
    [lane],
  );
  return rows.map((row) => ({
    ...row,
    id: BigInt(row.id),
    inbound: reviveDates(encryption.open(row.body) as Inbound),
  }));
}

const reviveDates = (inbound: Inbound): Inbound =>
  inbound.kind === "message" ? { ...inbound, sentAt: new Date(inbound.sentAt) } : inbound;
