import pg from "pg";
import type { Database } from "../../storage/database.ts";

/** Advisory lock that each bot process holds in shared mode while its connection lives. */
const LOCK = 4_120_230_812;
const RECONNECT_MS = 1_000;

/** Makes this process visible to the others. @returns a function that ends it; so does the death of the process */
export async function announcePresence(database: Database): Promise<() => Promise<void>> {
  let stopped = false;
  let client: pg.Client | undefined;
  async function connect(): Promise<void> {
    client = new pg.Client({ connectionString: database.url, keepAlive: true, application_name: "jiayuan-alive" });
    client.on("error", () => undefined);
    client.on("end", () => {
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

/** Whether no other bot process uses this database. */
export async function isOnlyInstance(database: Database): Promise<boolean> {
  const rows = await database.query<{ holders: number }>(
    `select count(*)::int as holders from pg_locks
     where locktype = 'advisory' and ((classid::bigint << 32) | objid::bigint) = $1 and granted`,
    [LOCK],
  );
  return (rows[0]?.holders ?? 0) <= 1;
}
