import { shanghaiIso } from "../shared/civil-date.ts";
import type { Clock } from "../shared/clock.ts";
import type { Log } from "../shared/log.ts";
import type { Sql } from "./sql.ts";

/** What the platform bills in a month of campaign time. */
export interface MonthlyUsage {
  apiCalls: number;
  pushes: number;
  byApi: Record<string, number>;
}

export interface Usage {
  countCall(api: string): void;
  countPush(topic: string): void;
  /** @param month `yyyy-MM` */
  readUsage(month: string): Promise<MonthlyUsage>;
  /** Writes what is counted but not yet stored, and counts no longer in the background. */
  stop(): Promise<void>;
}

export interface UsageDeps {
  sql: Sql;
  clock: Clock;
  log: Log;
}

const FLUSH_MS = 500;

const ADD = `
  INSERT INTO api_usage AS used (month, kind, name, count)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int[])
  ON CONFLICT (month, kind, name) DO UPDATE SET count = used.count + excluded.count`;
const READ = `SELECT kind, name, count::int AS count FROM api_usage WHERE month = $1 ORDER BY name`;

interface Counted {
  month: string;
  kind: "call" | "push";
  name: string;
  count: number;
}

/** Counts calls and pushes per month; a kill loses at most half a second of counting. */
export function makeUsage({ sql, clock, log }: UsageDeps): Usage {
  let counted = new Map<string, Counted>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  function add({ month, kind, name, count }: Counted): void {
    const key = `${month} ${kind} ${name}`;
    const known = counted.get(key);
    if (known === undefined) counted.set(key, { month, kind, name, count });
    else known.count += count;
    timer ??= setTimeout(() => void flush(), FLUSH_MS);
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write);
    return writing;
  }

  async function write(): Promise<void> {
    const batch = [...counted.values()].sort((one, other) => one.name.localeCompare(other.name));
    if (batch.length === 0) return;
    counted = new Map();
    const columns = [batch.map((row) => row.month), batch.map((row) => row.kind), batch.map((row) => row.name)];
    try {
      await sql.query(ADD, [...columns, batch.map((row) => row.count)]);
    } catch (error) {
      log.warn({ err: error }, "usage could not be stored and is kept for the next try");
      batch.forEach(add);
    }
  }

  const monthNow = (): string => shanghaiIso(clock.now()).slice(0, 7);

  return {
    countCall: (name) => add({ month: monthNow(), kind: "call", name, count: 1 }),
    countPush: (name) => add({ month: monthNow(), kind: "push", name, count: 1 }),
    async readUsage(month) {
      await flush();
      const rows = await sql.query<{ kind: string; name: string; count: number }>(READ, [month]);
      const calls = rows.filter((row) => row.kind === "call");
      const total = (some: typeof rows) => some.reduce((sum, row) => sum + row.count, 0);
      return {
        apiCalls: total(calls),
        pushes: total(rows.filter((row) => row.kind === "push")),
        byApi: Object.fromEntries(calls.map((row) => [row.name, row.count])),
      };
    },
    async stop() {
      await flush();
      clearTimeout(timer);
    },
  };
}
