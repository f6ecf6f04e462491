import type pg from "pg";
import { type KnownColumns, type StatementBatches, statementBatches } from "./statement-batch.ts";
import { remembering, tablesWritten } from "./tables/remembered.ts";
import { makeStatements, type Transaction } from "./tables/statements.ts";
import type { Run } from "./tables/table.ts";
import { valueTypes } from "./tables/value-types.ts";

/** The longest is a rehearsal of months on a busy machine. */
const TRANSACTION_MS = 60_000;
const MAX_ATTEMPTS = 4;

export type NameOf = (text: string) => string;

/** What this process asked of the database so far. */
export interface DatabaseCounts {
  statements: number;
  /** Statements that went out while no other of their transaction was under way: each waits for the network once. */
  roundTrips: number;
}

/** What is kept for all connections. */
export interface Prepared {
  nameOf: NameOf;
  known: KnownColumns;
  counts: DatabaseCounts;
}

/** Runs statements on their own, prepared under their names. */
export function runnerOn(pool: pg.Pool, { nameOf, counts }: Prepared): Run {
  return async (text, values) => {
    counts.statements++;
    counts.roundTrips++;
    try {
      const { rows, rowCount } = await pool.query({ name: nameOf(text), text, values, types: valueTypes });
      return { rows, count: rowCount ?? 0 };
    } catch (error) {
      throw withoutValues(error);
    }
  };
}

/** Runs the statements of a transaction, which leave with those that are begun at the same time. */
function runnerInside(batches: StatementBatches, { nameOf, counts }: Prepared): Run {
  let underWay = 0;
  return async (text, values) => {
    counts.statements++;
    if (underWay++ === 0) counts.roundTrips++;
    try {
      return await batches.run(nameOf(text), text, values);
    } catch (error) {
      throw withoutValues(error);
    } finally {
      underWay--;
    }
  };
}

/** What a constraint says of a row may be somebody's name; errors are logged. */
export function withoutValues(error: unknown): unknown {
  if (error instanceof Error)
    for (const part of ["detail", "where", "internalQuery"]) Reflect.deleteProperty(error, part);
  return error;
}

/** Begins statements of a transaction that nobody waits for. */
const unawaited = new WeakMap<Transaction, (begin: () => Promise<unknown>) => void>();

/**
 * Goes on without waiting for a statement: it goes out with the next that is begun, those run after it, and nothing is
 * committed if it fails. Where statements do not run in the order in which they are begun, it is waited for now.
 */
export async function beforeCommit(tx: Transaction, begin: () => Promise<unknown>): Promise<void> {
  const beginUnawaited = unawaited.get(tx);
  if (!beginUnawaited) return void (await begin());
  beginUnawaited(begin);
}

interface Committed<Result> {
  result: Result;
  /** Names of the tables that were written, as far as the statements say. */
  written: ReadonlySet<string>;
}

/**
 * Runs a transaction on a connection of its own; again after a deadlock or serialization failure. Statements that are
 * begun together go out together and run in that order.
 */
export async function inTransaction<Result>(
  pool: pg.Pool,
  prepared: Prepared,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Committed<Result>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(pool, prepared, work);
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isRetryable(error)) throw error;
    }
  }
}

async function once<Result>(
  pool: pg.Pool,
  prepared: Prepared,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Committed<Result>> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // Without a listener the error would end the process; the statement under way fails as well.
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on("error", onError);
  const batches = statementBatches(client, prepared.known);
  const run = runnerInside(batches, prepared);
  const { counts } = prepared;
  const endsAt = performance.now() + TRANSACTION_MS;
  let ended = false;
  const written = new Set<string>();
  // What is still under way when the work has failed must not run outside of the transaction.
  const guarded: Run = (text, values) => {
    if (ended) return Promise.reject(new Error("the transaction has ended"));
    if (performance.now() > endsAt) return Promise.reject(new Error("the transaction took too long"));
    if (!READS.test(text)) for (const table of tablesWritten(text)) written.add(table);
    return run(text, values);
  };
  const tx = makeStatements(remembering(guarded));
  const open: Promise<unknown>[] = [];
  unawaited.set(tx, (begin) => {
    const statement = batches.withNext(begin);
    // Met at the commit.
    statement.catch(() => undefined);
    open.push(statement);
  });
  try {
    counts.statements++;
    counts.roundTrips++;
    // In one write with the first statement, which runs after it; see WRITES_ONLY_BEGUN.
    const begun = run(BEGIN, []);
    begun.catch(() => undefined);
    const result = await work(tx);
    await begun;
    // Most have been answered with a later one that was waited for; an answer may begin others.
    for (let at = 0; at < open.length; at++) {
      batches.send();
      await open[at];
    }
    ended = true;
    batches.send();
    const { command } = await client.query(COMMIT);
    if (command !== "COMMIT") throw new Error("a statement of the transaction had failed: nothing of it is stored");
    return { result, written };
  } catch (error) {
    ended = true;
    batches.send();
    await client.query(ROLLBACK).catch(onError);
    throw error;
  } finally {
    client.removeListener("error", onError);
    client.release(broken);
  }
}

/** Surely writes nothing. */
const READS = /^\s*select\b/iu;

/**
 * Setting of the connections for transactions. Statements are not held back until `begin` has been answered: should it
 * fail, nothing that follows may be stored on its own.
 */
export const WRITES_ONLY_BEGUN = "-c default_transaction_read_only=on";
const BEGIN = "begin read write";
const COMMIT = { name: "commit", text: "commit" };
const ROLLBACK = { name: "rollback", text: "rollback" };

/** A deadlock, or a transaction that could not be serialized. */
const isRetryable = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "40P01" || error.code === "40001");
