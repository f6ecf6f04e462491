import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "../../../shared/log.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Database, Transaction } from "../../storage/database.ts";
import type { Encryption } from "../../storage/encryption.ts";
import { chatPhrases } from "../phrases.ts";
import type { CallbackAnswer, Inbound } from "../ports.ts";
import { MOST_WAITING } from "./flood-meter.ts";
import type { FetchedFile, Heard, InboxRow } from "./inbox-row.ts";
import { laneLock } from "./lane-lock.ts";
import type { Semaphore } from "./semaphore.ts";

/** An event that fails this often is parked, so that it does not block its lane. */
const MAX_ATTEMPTS = 3;
const RETRY_MS = 500;
/** How long to wait before asking again for a lane that another process works on. */
const TAKEN_MS = 100;
/** Code of the refusal of what comes while too many wait. */
export const TOO_MANY = "inbox.too-many";
/** Events of a lane read by one query. */
const BATCH = 20;

export interface ProcessDeps {
  database: Database;
  encryption: Encryption;
  log: Log;
  /** Reserves database connections for storing new events, whatever the load. */
  semaphore: Semaphore;
  /**
   * Begins to handle the event in the transaction that marks it done, with the statement that does: what every turn reads.
   * @returns handles it, once it is known that it is this process's turn
   */
  begin(tx: Transaction, row: InboxRow): () => Promise<CallbackAnswer>;
  /** Network requests that must finish before the transaction begins. */
  prepare(row: InboxRow): Promise<void>;
  /** Informs the person, in a separate transaction after the rollback. */
  refused(tx: Transaction, row: InboxRow, refusal: RefusalError): Promise<CallbackAnswer>;
  failed(tx: Transaction, row: InboxRow, reference: string): Promise<CallbackAnswer>;
  /** Informs who looks after the program, in the same transaction as `failed`. */
  parked(tx: Transaction, row: InboxRow, reference: string): Promise<void>;
  onProcessed(id: bigint, answer: CallbackAnswer): void;
}

/**
 * Processes the stored events of one lane, oldest first. Whoever stores another event runs the lane again. An event is
 * marked done in the transaction of its effects, so after a crash it is either entirely done or still to do.
 * @param first the lane's oldest event, just stored by this process: it is not read again
 */
export async function processLane(lane: string, deps: ProcessDeps, first?: InboxRow): Promise<void> {
  if (first && (await processInOrder([first], deps))) return;
  for (;;) {
    const rows = await readOldest(lane, deps);
    const allDone = await processInOrder(rows, deps);
    if (allDone && rows.length < BATCH) return;
  }
}

/** @returns false when an event failed, or another process works on the lane: it must be read again */
async function processInOrder(rows: readonly InboxRow[], deps: ProcessDeps): Promise<boolean> {
  for (const row of rows) {
    const answer = await processEvent(row, deps);
    if (answer === "taken") await pause(TAKEN_MS);
    if (!answer || answer === "taken") return false;
    deps.onProcessed(row.id, answer);
  }
  return true;
}

async function processEvent(row: InboxRow, deps: ProcessDeps): Promise<Outcome> {
  try {
    if (row.isTooMany) throw new RefusalError(TOO_MANY, chatPhrases.tooMany(MOST_WAITING));
    await deps.prepare(row);
    return await finishEvent(row, "done", deps, (tx) => deps.begin(tx, row));
  } catch (error) {
    if (error instanceof RefusalError) {
      deps.log.info({ event: String(row.id), code: error.code }, "event refused");
      return await finishEvent(row, "refused", deps, (tx) => () => deps.refused(tx, row, error));
    }
    return await recordFailure(row, deps, error);
  }
}

/** Undefined: another process was first, or it failed and is tried again. `taken`: another works on the lane now. */
type Outcome = CallbackAnswer | "taken" | undefined;

/**
 * Marks the event and does the work in one transaction. Waiting for the lane would hold one of the places that other
 * lanes need: a lane that is taken is asked for again later.
 */
async function finishEvent(
  row: InboxRow,
  state: string,
  deps: ProcessDeps,
  begin: (tx: Transaction) => () => Promise<CallbackAnswer>,
): Promise<Outcome> {
  return deps.semaphore(() =>
    deps.database.inTransaction(async (tx) => {
      // The lock is taken before the row is read, so one statement does both.
      const beginning = tx.$queryRaw<{ mine: boolean; marked: bigint | null }[]>`
        with turn as materialized (select ${laneLock(row.lane)} as mine),
          marked as (update inbox_event set state = ${state}, finished_at = now() from turn
            where turn.mine and id = ${row.id} and state = 'new' returning id)
        select turn.mine, marked.id as marked from turn left join marked on true`;
      const work = begin(tx);
      const [turn] = await beginning;
      if (turn?.mine !== true) return "taken";
      return turn.marked === null ? undefined : work();
    }),
  );
}

async function recordFailure(row: InboxRow, deps: ProcessDeps, error: unknown): Promise<Outcome> {
  const reference = `E${row.id}`;
  const attempt = row.attempts + 1;
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  deps.log.error({ event: String(row.id), reference, attempt, cause }, "processing an event failed");
  if (attempt >= MAX_ATTEMPTS) return park(row, deps, reference);
  await deps.database.query("update inbox_event set attempts = attempts + 1 where id = $1", [row.id]);
  await pause(RETRY_MS * attempt);
  return undefined;
}

async function park(row: InboxRow, deps: ProcessDeps, reference: string): Promise<Outcome> {
  const tellPerson = (tx: Transaction) => deps.failed(tx, row, reference);
  try {
    return await finishEvent(row, "parked", deps, (tx) => async () => {
      await deps.parked(tx, row, reference);
      return tellPerson(tx);
    });
  } catch (error) {
    // The same mistake may be met here again: the lane becomes free all the same.
    deps.log.error({ event: String(row.id), reference, error: String(error) }, "nobody was told of a parked event");
    return finishEvent(row, "parked", deps, (tx) => () => tellPerson(tx));
  }
}

interface StoredEvent {
  id: string;
  lane: string;
  pressKey: string | null;
  receivedAt: Date;
  attempts: number;
  body: Buffer;
  fetched: Buffer | null;
}

async function readOldest(lane: string, { database, encryption }: ProcessDeps): Promise<InboxRow[]> {
  const rows = await database.query<StoredEvent>(
    `select id, lane, press_key as "pressKey", received_at as "receivedAt", attempts, body, fetched
     from inbox_event where lane = $1 and state = 'new' order by id limit ${BATCH}`,
    [lane],
  );
  return rows.map((row) => ({
    ...row,
    id: BigInt(row.id),
    ...opened(encryption.open(row.body) as Heard),
    fetched: row.fetched === null ? [] : (encryption.open(row.fetched) as FetchedFile[]),
  }));
}

const opened = ({ heardAt, isTooMany, ...inbound }: Heard): Pick<InboxRow, "inbound" | "heardAt" | "isTooMany"> => ({
  inbound: reviveDates(inbound as Inbound),
  ...(heardAt === undefined ? {} : { heardAt: new Date(heardAt) }),
  ...(isTooMany ? { isTooMany } : {}),
});

const reviveDates = (inbound: Inbound): Inbound =>
  inbound.kind === "message" ? { ...inbound, sentAt: new Date(inbound.sentAt) } : inbound;
