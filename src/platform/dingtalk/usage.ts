import { AsyncLocalStorage } from "node:async_hooks";
import { dayOf } from "../../shared/civil-date.ts";
import type { Clock } from "../../shared/clock.ts";
import type { Log } from "../../shared/log.ts";
import { phrases } from "./phrases.ts";
import type { Sql } from "./sql.ts";

/** Billed calls and pushes of one month of campaign time. */
export interface MonthlyUsage {
  apiCalls: number;
  pushes: number;
  /** Calls by what they do: 发送卡片. */
  byWork: Record<string, number>;
}

export interface Usage {
  countCall(api: string): void;
  /** @param person staffId of who wrote or pressed */
  countPush(topic: string, person?: string): void;
  /** Calls of the work count as the person's. */
  inChatOf<Result>(person: string, work: () => Promise<Result>): Promise<Result>;
  /**
   * @param month `yyyy-MM`
   * @param without staffIds of people whose direct chats are left out
   */
  readUsage(month: string, without?: readonly string[]): Promise<MonthlyUsage>;
  /** Stores the remaining counts and ends the background writes. */
  stop(): Promise<void>;
}

export interface UsageDeps {
  sql: Sql;
  clock: Clock;
  log: Log;
}

const FLUSH_MS = 500;

const ADD = `
  INSERT INTO api_usage AS used (month, kind, name, person, count)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[])
  ON CONFLICT (month, kind, name, person) DO UPDATE SET count = used.count + excluded.count`;
const READ = `
  SELECT kind, name, sum(count)::int AS count FROM api_usage
  WHERE month = $1 AND person <> ALL ($2::text[]) GROUP BY kind, name ORDER BY name`;

interface Counted {
  month: string;
  kind: "call" | "push";
  name: string;
  person: string;
  count: number;
}

/** Counts calls and pushes per month. A killed process loses at most half a second of counts. */
class UsageCounter implements Usage {
  readonly #deps: UsageDeps;
  #counted = new Map<string, Counted>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  readonly #chat = new AsyncLocalStorage<string>();

  constructor(deps: UsageDeps) {
    this.#deps = deps;
  }

  countCall = (name: string): void =>
    this.#add({ month: this.#month(), kind: "call", name, person: this.#chat.getStore() ?? "", count: 1 });
  countPush = (name: string, person = ""): void =>
    this.#add({ month: this.#month(), kind: "push", name, person, count: 1 });
  inChatOf = <Result>(person: string, work: () => Promise<Result>): Promise<Result> => this.#chat.run(person, work);

  readUsage = async (month: string, without: readonly string[] = []): Promise<MonthlyUsage> => {
    await this.#flush();
    const rows = await this.#deps.sql.query<{ kind: string; name: string; count: number }>(READ, [month, without]);
    const calls = rows.filter((row) => row.kind === "call");
    const total = (some: typeof rows) => some.reduce((sum, row) => sum + row.count, 0);
    const byWork = Map.groupBy(calls, ({ name }) => phrases.work(name));
    return {
      apiCalls: total(calls),
      pushes: total(rows.filter((row) => row.kind === "push")),
      byWork: Object.fromEntries([...byWork].map(([work, some]) => [work, total(some)])),
    };
  };

  async stop(): Promise<void> {
    await this.#flush();
    clearTimeout(this.#timer);
  }

  #month(): string {
    return dayOf(this.#deps.clock.now()).slice(0, 7);
  }

  #add({ month, kind, name, person, count }: Counted): void {
    const key = `${month} ${kind} ${name} ${person}`;
    const known = this.#counted.get(key);
    if (known === undefined) this.#counted.set(key, { month, kind, name, person, count });
    else known.count += count;
    this.#timer ??= setTimeout(() => void this.#flush(), FLUSH_MS);
  }

  #flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  /** Sorted, so that processes writing the same rows cannot deadlock. */
  async #write(): Promise<void> {
    const batch = [...this.#counted].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
    if (batch.length === 0) return;
    this.#counted = new Map();
    const columns = (["month", "kind", "name", "person", "count"] as const).map((column) =>
      batch.map((row) => row[column]),
    );
    try {
      await this.#deps.sql.query(ADD, columns);
    } catch (error) {
      this.#deps.log.warn({ err: error }, "could not store usage, retrying");
      for (const row of batch) this.#add(row);
    }
  }
}

export const makeUsage = (deps: UsageDeps): Usage => new UsageCounter(deps);
