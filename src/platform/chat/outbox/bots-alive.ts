import pg from "pg";
import type { Database } from "../../storage/database.ts";

/** Every living bot process holds this lock, shared, for as long as its connection lives. */
const LOCK = 4_120_230_812;
const RECONNECT_MS = 1_000;

/** Announces this process to the others until the returned function is called or the process dies. */
export async function announceAlive(database: Database): Promise<() => Promise<void>> {
  let stopped = false;
  let client: pg.Client | undefined;
  async function connect(): Promise<void> {
    client = new pg.Client({ connectionString: database.url, keepAlive: true, application_name: "jiayuan-alive" });
    client.on("error", () => undefined);
    client.on("end", () => {
      // The server went away and will be back.
      if (!stopped) setTimeout(() => void connect().catch(() => undefined), RECONNECT_MS).unref();
    });
    await client.connect();
    await client.query("select pg_advisory_lock_shared($1)", [LOCK]);
  }
  await connect();
  return async () => {
    stopped = true;
    await client?.end().catch(() => undefined);
  };
}

/** Whether no other bot process works on this database. */
export async function isAlone(database: Database): Promise<boolean> {
  const rows = await database.query<{ holders: number }>(
    `select count(*)::int as holders from pg_locks
     where locktype = 'advisory' and ((classid::bigint << 32) | objid::bigint) = $1 and granted`,
    [LOCK],
  );
  return (rows[0]?.holders ?? 0) <= 1;
}
