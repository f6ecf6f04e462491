import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { StartTrouble } from "../../shared/start-trouble.ts";
import { Prisma, PrismaClient } from "./generated/client.ts";
import { storagePhrases } from "./phrases.ts";

/** A running transaction; the required first argument of everything that reads or writes the campaign's state. */
export type Transaction = Prisma.TransactionClient;

export interface Database {
  url: string;
  /** For reads that need no transaction. */
  prisma: PrismaClient;
  /** A plain query on the same pool, for statements the ORM has no words for. */
  query<Row>(text: string, values: unknown[]): Promise<Row[]>;
  /** All or nothing; tried again when the database asks for it (deadlock, serialization). */
  inTransaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

const POOL_SIZE = 12;
const TRIES = 4;
/** The isolation is said once a session: saying it in every transaction would cost a round trip each. */
const SESSION = [
  "statement_timeout=30000",
  "idle_in_transaction_session_timeout=60000",
  "timezone=UTC",
  "default_transaction_isolation=read\\ committed",
]
  .map((setting) => `-c ${setting}`)
  .join(" ");

/**
 * Connects and checks that the database keeps what it confirms.
 * @throws {StartTrouble} with the sentence to print
 */
export async function openDatabase(url: string): Promise<Database> {
  await checkServer(url);
  const pool = new pg.Pool({ connectionString: url, max: POOL_SIZE, options: SESSION });
  // A connection that dies while idle is replaced on the next use; without a listener it would end the process.
  pool.on("error", () => undefined);
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: false }),
    transactionOptions: { maxWait: 10_000, timeout: 30_000 },
  });
  return {
    url,
    prisma,
    query: async <Row>(text: string, values: unknown[]) => (await pool.query(text, values)).rows as Row[],
    inTransaction: (work) => inTransaction(prisma, work),
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

async function inTransaction<Result>(
  prisma: PrismaClient,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let tried = 1; ; tried++) {
    try {
      return await prisma.$transaction(work);
    } catch (error) {
      if (tried === TRIES || !asksToRepeat(error)) throw error;
    }
  }
}

/** P2034: write conflict or deadlock. */
const asksToRepeat = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2034";

async function checkServer(url: string): Promise<void> {
  if (!/^postgres(ql)?:$/.test(URL.parse(url)?.protocol ?? "")) throw new StartTrouble(storagePhrases.badUrl());
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ fsync: string }>("select current_setting('fsync') as fsync");
    if (rows[0]?.fsync !== "on") throw new StartTrouble(storagePhrases.fsyncOff());
  } catch (cause) {
    throw cause instanceof StartTrouble ? cause : new StartTrouble(sentenceFor(cause, url), { cause });
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
