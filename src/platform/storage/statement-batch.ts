/// <reference path="./pg-lib.d.ts" />
import pg from "pg";
import { prepareValue } from "pg/lib/utils.js";
import type { Outcome } from "./tables/table.ts";
import { valueTypes } from "./tables/value-types.ts";

/** A column of a statement's result, as the server described it once. */
interface Column {
  name: string;
  read(text: string): unknown;
}

/** Columns by the name of a prepared statement, for all connections; of a statement without rows none. */
export type KnownColumns = Map<string, readonly Column[]>;

/** Of one row, by column. */
type Fields = readonly (string | null)[];

/** A statement that was begun and is not yet answered. */
interface Begun {
  /** Of the prepared statement; empty: prepared anew each time. */
  name: string;
  text: string;
  values: ReturnType<typeof prepareValue>[];
  /** As the server sent them. */
  rows: Fields[];
  columns: readonly Column[] | undefined;
  done(outcome: Outcome): void;
  fail(error: unknown): void;
}

/**
 * Names of the statements that a connection has prepared. Where preparing one was sent and something before it failed,
 * `unsure`: the server may have it or not.
 */
const prepared = new WeakMap<pg.Connection, Map<string, "prepared" | "unsure">>();

/**
 * Runs statements of one transaction in the order in which they are begun. Those that are begun in one turn of the event
 * loop go out together and are answered together: for each answer's end the server writes to the network once, which
 * costs it as much as a small statement. After one that fails none of the transaction runs, and each fails with its error.
 */
export function statementBatches(client: pg.PoolClient, known: KnownColumns) {
  let waiting: Begun[] = [];
  /** They are sent in this turn of the event loop. */
  let isLeaving = false;
  let isHolding = false;
  /** Of the transaction, until something succeeds again: what fails because of it says less. */
  let failure: unknown;
  const send = (): void => {
    isLeaving = false;
    if (waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    try {
      client.query(new StatementBatch(batch, known));
    } catch (error) {
      for (const { fail } of batch) fail(error);
    }
  };
  return {
    /** @param name of the prepared statement; empty: prepared anew each time */
    run: (name: string, text: string, values: readonly unknown[]): Promise<Outcome> =>
      new Promise((answer, reject) => {
        const done = (outcome: Outcome): void => {
          failure = undefined;
          answer(outcome);
        };
        const fail = (error: unknown): void => {
          failure ??= error;
          reject(failure);
        };
        const given = values.map((value) => prepareValue(value));
        // Behind one that fails it would be passed over, too.
        if (ROLLBACK.test(text)) send();
        if (!isHolding && !isLeaving) {
          isLeaving = true;
          process.nextTick(send);
        }
        waiting.push({ name, text, values: given, rows: [], columns: known.get(name), done, fail });
      }),
    /** Statements that are begun by the call, and that nobody waits for, go out with the next that is begun. */
    withNext<Result>(begin: () => Result): Result {
      isHolding = true;
      try {
        return begin();
      } finally {
        isHolding = false;
      }
    },
    /** What was begun goes out now, before what is asked of the connection itself. */
    send,
  };
}

const ROLLBACK = /^\s*rollback\b/iu;

export type StatementBatches = ReturnType<typeof statementBatches>;

class Answer implements Outcome {
  readonly count: number;
  readonly #columns: readonly Column[];
  readonly #rows: readonly Fields[];

  constructor(columns: readonly Column[], rows: readonly Fields[], count: number) {
    this.#columns = columns;
    this.#rows = rows;
    this.count = count;
  }

  get rows(): Outcome["rows"] {
    return this.#rows.map((fields) => {
      const row: Record<string, unknown> = {};
      for (const [at, { name, read }] of this.#columns.entries()) {
        const text = fields[at] ?? null;
        row[name] = text === null ? null : read(text);
      }
      return row;
    });
  }
}

/** Several prepared statements with one end; a query to pg, whose calls with what the server answers come in order. */
class StatementBatch extends pg.Query {
  readonly #begun: readonly Begun[];
  readonly #known: KnownColumns;
  /** The statement that is being answered. */
  #at = 0;
  #connection: pg.Connection | undefined;
  /** Set by pg where the database's address limits the time of a query. */
  declare callback?: () => void;

  constructor(begun: readonly Begun[], known: KnownColumns) {
    super("");
    this.#begun = begun;
    this.#known = known;
  }

  override submit = (connection: pg.Connection): void => {
    this.#connection = connection;
    const names = prepared.get(connection) ?? new Map<string, "prepared" | "unsure">();
    prepared.set(connection, names);
    connection.stream.cork();
    try {
      this.#write(connection, names);
    } catch (error) {
      // What the server has got of it is not known.
      connection.stream.destroy();
      throw error;
    } finally {
      connection.stream.uncork();
    }
  };

  #write(connection: pg.Connection, names: Map<string, "prepared" | "unsure">): void {
    for (const { name, text, values, columns } of this.#begun) {
      const state = name === "" ? undefined : names.get(name);
      if (state === "unsure") connection.close({ type: "S", name }, true);
      if (state !== "prepared") connection.parse({ name, text, types: [] }, true);
      if (name !== "") names.set(name, "prepared");
      connection.bind({ portal: "", statement: name, binary: "", values }, true);
      if (columns === undefined) connection.describe({ type: "P", name: "" }, true);
      connection.execute({ portal: "", rows: "" }, true);
    }
    connection.sync();
  }

  handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number }[] }): void {
    const statement = this.#begun[this.#at];
    if (!statement) return;
    statement.columns = fields.map(({ name, dataTypeID }) => ({
      name,
      read: valueTypes.getTypeParser(dataTypeID, "text"),
    }));
    if (statement.name !== "") this.#known.set(statement.name, statement.columns);
  }

  handleDataRow({ fields }: { fields: Fields }): void {
    this.#begun[this.#at]?.rows.push(fields);
  }

  handleCommandComplete({ text }: { text: string }): void {
    const statement = this.#begun[this.#at++];
    if (!statement) return;
    if (statement.columns === undefined && statement.name !== "") this.#known.set(statement.name, []);
    // INSERT 0 3, SELECT 3, BEGIN
    const count = Number(text.slice(text.lastIndexOf(" ") + 1)) || 0;
    statement.done(new Answer(statement.columns ?? [], statement.rows, count));
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: "" });
  }

  handleReadyForQuery(): void {
    this.callback?.();
  }

  /** The rest of the batch the server passes over. */
  handleError(error: unknown): void {
    const names = this.#connection && prepared.get(this.#connection);
    for (const { name, fail } of this.#begun.slice(this.#at)) {
      if (name !== "") names?.set(name, "unsure");
      fail(error);
    }
    this.callback?.();
  }
}
