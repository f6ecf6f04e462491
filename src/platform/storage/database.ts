import { randomBytes } from "node:crypto";
import pg from "pg";
import { StartError } from "../../shared/start-error.ts";
import { type Copies, type InCopy, makeCopies } from "./copies.ts";
import { GatheringSocket } from "./gathering-socket.ts";
import { Prisma } from "./generated/client.ts";
import { storagePhrases } from "./phrases.ts";
import { makeStatementNames } from "./statement-names.ts";
import { makeStatements, type Transaction } from "./tables/statements.ts";
import {
  type DatabaseCounts,
  inTransaction,
  type Prepared,
  runnerOn,
  WRITES_ONLY_BEGUN,
  withoutValues,
} from "./transactions.ts";

export type { InCopy, Transaction };
/** For raw statements put together from parts. */
export { Prisma };

export interface Database {
  url: string;
  /** Name of this process among those that use the database; all its connections carry it. */
  session: string;
  /** For reads that need no transaction. */
  tables: Transaction;
  /** A plain query on the same pool, without the tables' types: whole numbers of 64 bits come as text. */
  query<Row>(text: string, values: unknown[]): Promise<Row[]>;
  /** Runs a transaction; retried after a deadlock or serialization failure. */
  inTransaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /**
   * Transactions whose statements name temporary tables, on connections of their own; every one is rolled back.
   * @param create SQL that creates these tables, empty, once for each connection
   */
  openCopies(create: string): InCopy;
  /** Calls `then` once the transaction has committed; never if it is rolled back or the process ends before. */
  afterCommit(tx: Transaction, then: () => void): void;
  /** Calls `then` after each transaction of this process that wrote one of the tables. */
  afterWriting(tables: readonly string[], then: () => void): void;
  counts: Readonly<DatabaseCounts>;
  close(): Promise<void>;
}

/** Connections for transactions, and for single statements. */
const POOL_SIZES = { transactions: 12, statements: 6 };
const WAIT_MS = 10_000;
/** Sets the isolation level per session, which saves a round trip per transaction. */
const SETTINGS = [
  "statement_timeout=30000",
  "idle_in_transaction_session_timeout=60000",
  "timezone=UTC",
  "default_transaction_isolation=read\\ committed",
  // A prepared statement is planned once: planned anew for its values, small ones take longer to plan than to run.
  "plan_cache_mode=force_generic_plan",
];
/** Of the connections of one process. */
const optionsOf = (session: string): string =>
  [...SETTINGS, `application_name=${session}`].map((setting) => `-c ${setting}`).join(" ");

/**
 * Connects and checks that the server's commits are durable (fsync).
 * @throws {StartError} when the server cannot be used
 */
export async function openDatabase(url: string): Promise<Database> {
  await checkServer(url);
  const session = `jiayuan-${randomBytes(6).toString("hex")}`;
  const target = inSession(url, optionsOf(session));
  const pool = openPool(target, POOL_SIZES.statements);
  const transactions = openPool(inSession(target, WRITES_ONLY_BEGUN), POOL_SIZES.transactions);
  const nameOf = makeStatementNames();
  const counts: DatabaseCounts = { statements: 0, roundTrips: 0 };
  const prepared: Prepared = { nameOf, known: new Map(), counts };
  const copies: Copies[] = [];
  const afterCommit = new WeakMap<Transaction, (() => void)[]>();
  const afterWriting: { tables: readonly string[]; then: () => void }[] = [];
  return {
    url,
    session,
    tables: makeStatements((text, values) => runnerOn(pool, prepared)(text, values)),
    counts,
    async query<Row>(text: string, values: unknown[]) {
      counts.statements++;
      counts.roundTrips++;
      const statement = { ...(values.length > 0 ? { name: nameOf(text) } : {}), text, values };
      const { rows } = await pool.query(statement).catch((error: unknown) => {
        throw withoutValues(error);
      });
      return rows as Row[];
    },
    async inTransaction(work) {
      const { result: done, written } = await inTransaction(transactions, prepared, async (tx) => {
        const calls: (() => void)[] = [];
        afterCommit.set(tx, calls);
        return { result: await work(tx), calls };
      });
      for (const call of done.calls) call();
      for (const { tables, then } of afterWriting) if (tables.some((table) => written.has(table))) then();
      return done.result;
    },
    openCopies(create) {
      let opened: Copies | undefined;
      return (work) => {
        if (!opened) {
          opened = makeCopies(target, create);
          copies.push(opened);
        }
        return opened.inCopy(work);
      };
    },
    afterCommit: (tx, then) => void afterCommit.get(tx)?.push(then),
    afterWriting: (tables, then) => void afterWriting.push({ tables, then }),
    async close() {
      for (const one of copies) await one.close();
      await Promise.all([pool.end(), transactions.end()]);
    },
  };
}

function openPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    ...{ connectionString, max, connectionTimeoutMillis: WAIT_MS },
    // Statements that are begun together do not wait for each other's answer, and are sent together.
    pipeline: true,
    stream: () => new GatheringSocket(),
  });
  // The pool replaces broken idle connections; without a listener the error would end the process.
  pool.on("error", () => undefined);
  return pool;
}

/** With the settings of a session after those that the address brings: without them seals and times would differ. */
function inSession(url: string, settings: string): string {
  const target = new URL(url);
  target.searchParams.set("options", `${target.searchParams.get("options") ?? ""} ${settings}`.trim());
  return target.href;
}

async function checkServer(url: string): Promise<void> {
  if (!/^postgres(ql)?:$/.test(URL.parse(url)?.protocol ?? "")) throw new StartError(storagePhrases.badUrl());
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ fsync: string }>("select current_setting('fsync') as fsync");
    if (rows[0]?.fsync !== "on") throw new StartError(storagePhrases.fsyncOff());
  } catch (cause) {
    throw cause instanceof StartError ? cause : new StartError(sentenceFor(cause, url), { cause });
  } finally {
    await client.end().catch(() => undefined);
  }
}

function sentenceFor(cause: unknown, url: string): string {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const target = URL.canParse(url) ? new URL(url) : undefined;
  if (code === "28P01" || code === "28000") return storagePhrases.wrongPassword();
  if (code === "3D000") return storagePhrases.noSuchDatabase(target?.pathname.slice(1) ?? "");
  return storagePhrases.unreachable(target?.host ?? "");
}
