import pg from "pg";
import type { Log } from "../../../shared/log.ts";
import type { Database } from "../../storage/database.ts";

/** Advisory lock that each bot process holds in shared mode while its connection lives. */
const LOCK = 4_120_230_812;
const RECONNECT_MS = 1_000;
const BEAT_MS = 500;
/** A process that has said nothing for so long is taken to be paused or cut off. */
export const SILENT_AFTER_MS = 3_000;
const LOOK_MS = 1_000;
const ALIVE = "-alive";

/**
 * Makes this process visible to the others: it speaks on a connection of its own twice a second.
 * @returns a function that ends it; so does the death of the process
 */
export async function announcePresence(database: Pick<Database, "url" | "session">): Promise<() => Promise<void>> {
  let stopped = false;
  let client: pg.Client | undefined;
  let beats: NodeJS.Timeout | undefined;
  async function connect(): Promise<void> {
    const application_name = `${database.session}${ALIVE}`;
    const own = new pg.Client({ connectionString: database.url, keepAlive: true, application_name });
    client = own;
    own.on("error", () => undefined);
    own.on("end", () => {
      clearInterval(beats);
      if (!stopped) setTimeout(() => void connect().catch(() => undefined), RECONNECT_MS).unref();
    });
    await own.connect();
    await own.query("select pg_advisory_lock_shared($1)", [LOCK]);
    beats = setInterval(() => void own.query("select 1").catch(() => undefined), BEAT_MS).unref();
  }
  await connect();
  return async () => {
    stopped = true;
    clearInterval(beats);
    await client?.end().catch(() => undefined);
  };
}

/** Whether no other bot process uses this database. */
export async function isOnlyInstance(database: Pick<Database, "query">): Promise<boolean> {
  const rows = await database.query<{ holders: number }>(
    `select count(*)::int as holders from pg_locks
     where locktype = 'advisory' and ((classid::bigint << 32) | objid::bigint) = $1 and granted`,
    [LOCK],
  );
  return (rows[0]?.holders ?? 0) <= 1;
}

/** Measured against this process's own: while the database itself stood still, nobody could speak. */
const SILENT = `select other.application_name as name from pg_stat_activity other, pg_stat_activity own
  where own.datname = current_database() and own.application_name = $1 and other.datname = own.datname
    and other.application_name like 'jiayuan-%${ALIVE}'
    and other.state_change < own.state_change - $2::int * interval '1 ms'`;
const END_SESSIONS = `select pg_terminate_backend(pid, 1000) from pg_stat_activity
  where datname = current_database() and application_name = any($1::text[])`;
const RELEASE = `update outbox_item set state = 'waiting', not_before = null, taken_by = null
  where state = 'sending' and taken_by = any($1::text[])`;

/**
 * Ends the database sessions of processes that have fallen silent, as often as one does: their transactions are rolled
 * back, their lanes and messages are anybody's. One that comes back finds its connections gone and what it was doing no
 * longer its own.
 * @returns the sessions that were ended
 */
export async function endSilent({ query, session }: Pick<Database, "query" | "session">): Promise<string[]> {
  const silent = await query<{ name: string }>(SILENT, [`${session}${ALIVE}`, SILENT_AFTER_MS]);
  if (silent.length === 0) return [];
  const sessions = silent.map(({ name }) => name.slice(0, -ALIVE.length));
  await query(END_SESSIONS, [[...sessions, ...silent.map(({ name }) => name)]]);
  await query(RELEASE, [sessions]);
  return sessions;
}

/** Looks for silent processes again and again. @returns a function that ends this */
export function watchOthers({ database, log }: { database: Database; log: Log }): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  async function look(): Promise<void> {
    try {
      const ended = await endSilent(database);
      if (ended.length > 0) log.warn({ ended }, "took over from a bot that has fallen silent");
    } catch (error) {
      log.debug({ error: String(error) }, "could not look for silent bots, trying again");
    }
    if (!stopped) timer = setTimeout(() => void look(), LOOK_MS).unref();
  }
  timer = setTimeout(() => void look(), LOOK_MS).unref();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
