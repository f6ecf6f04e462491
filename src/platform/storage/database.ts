import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { StartError } from "../../shared/start-error.ts";
import { Prisma, PrismaClient } from "./generated/client.ts";
import { storagePhrases } from "./phrases.ts";
import { makeStatementNames } from "./statement-names.ts";

/** For raw statements put together from parts. */
export { Prisma };

/** First argument of every function that reads or writes the campaign's state. */
export type Transaction = Prisma.TransactionClient;

export interface Database {
  url: string;
  /** For reads that need no transaction. */
  prisma: PrismaClient;
  /** A plain query on the same pool, for statements that the ORM cannot express. */
  query<Row>(text: string, values: unknown[]): Promise<Row[]>;
  /** Runs a transaction; retried after a deadlock or serialization failure. */
  inTransaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /**
   * A transaction whose statements name temporary tables, which the work has to create first; it is always rolled back.
   */
  inCopy<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /** Calls `then` once the transaction has committed; never if it is rolled back or the process ends before. */
  afterCommit(tx: Transaction, then: () => void): void;
  close(): Promise<void>;
}

const POOL_SIZE = 12;
const MAX_ATTEMPTS = 4;
/** Sets the isolation level per session, which saves a round trip per transaction. */
const SESSION = [
  "statement_timeout=30000",
  "idle_in_transaction_session_timeout=60000",
  "timezone=UTC",
  "default_transaction_isolation=read\\ committed",
]
  .map((setting) => `-c ${setting}`)
  .join(" ");

/**
 * Connects and checks that the server's commits are durable (fsync).
 * @throws {StartError} when the server cannot be used
 */
export async function openDatabase(url: string): Promise<Database> {
  await checkServer(url);
  const pool = new pg.Pool({ connectionString: url, max: POOL_SIZE, options: SESSION });
  // The pool replaces broken idle connections; without a listener the error would end the process.
  pool.on("error", () => undefined);
  const nameOf = makeStatementNames();
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: false, statementNameGenerator: ({ sql }) => nameOf(sql) }),
    transactionOptions: { maxWait: 10_000, timeout: 30_000 },
  });
  let copies: PrismaClient | undefined;
  const afterCommit = new WeakMap<Transaction, (() => void)[]>();
  return {
    url,
    prisma,
    query: async <Row>(text: string, values: unknown[]) =>
      (await pool.query({ ...(values.length > 0 ? { name: nameOf(text) } : {}), text, values })).rows as Row[],
    async inTransaction(work) {
      const { result, calls } = await inTransaction(prisma, async (tx) => {
        const calls: (() => void)[] = [];
        afterCommit.set(tx, calls);
        return { result: await work(tx), calls };
      });
      for (const call of calls) call();
      return result;
    },
    inCopy(work) {
      copies ??= copyClient(pool);
      return discarded(copies, work);
    },
    afterCommit: (tx, then) => void afterCommit.get(tx)?.push(then),
    async close() {
      await copies?.$disconnect();
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

async function inTransaction<Result>(
  prisma: PrismaClient,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await prisma.$transaction(work);
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isRetryable(error)) throw error;
    }
  }
}

/** Names no statements: the same text means other tables here. */
const copyClient = (pool: pg.Pool): PrismaClient =>
  new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: false, schema: "pg_temp" }),
    transactionOptions: { maxWait: 10_000, timeout: 30_000 },
  });

class Discarded extends Error {}

async function discarded<Result>(prisma: PrismaClient, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  let found: { result: Result } | undefined;
  try {
    await prisma.$transaction(async (tx) => {
      found = { result: await work(tx) };
      throw new Discarded();
    });
  } catch (error) {
    if (!(error instanceof Discarded)) throw error;
  }
  if (!found) throw new Error("a transaction ended without its work");
  return found.result;
}

/** P2034: write conflict or deadlock. */
const isRetryable = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2034";

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
