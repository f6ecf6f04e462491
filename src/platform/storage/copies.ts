import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client.ts";
import type { Transaction } from "./tables/statements.ts";

export type InCopy = <Result>(work: (tx: Transaction) => Promise<Result>) => Promise<Result>;

export interface Copies {
  inCopy: InCopy;
  close(): Promise<void>;
}

/**
 * Transactions on temporary tables, through Prisma's client. Creating some sixty tables takes longer than all else that is
 * done with them, so a connection keeps them. Rows that were rolled back still take room in them: a connection ends after
 * so many transactions, or when nobody needs it.
 * @param create SQL that creates the tables, empty
 */
export function makeCopies(connectionString: string, create: string): Copies {
  const pool = new pg.Pool({
    ...{ connectionString, max: 2, maxUses: 100, idleTimeoutMillis: 60_000 },
    onConnect: async (client) => void (await client.query(create)),
  });
  pool.on("error", () => undefined);
  // Names no statements: some of what they name is created anew in each transaction.
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: false, schema: "pg_temp" }),
    transactionOptions: { maxWait: 10_000, timeout: 30_000 },
  });
  return {
    inCopy: (work) => discarded(prisma, work),
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

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
