import { journalSchema } from "../../src/campaign/features.ts";
import { type RecordedState, readRecordedState, replayJournal } from "../../src/platform/journal/replay.ts";
import { databaseOf } from "./database.ts";
import type { World } from "./world.ts";

/** The recorded tables of a world, copied while it goes on, to be compared with what the journal says of then. */
export interface Copies {
  /** Replaces the copy of the same moment: later steps may follow while the clock stands. */
  take(): Promise<void>;
  moments(): readonly Date[];
  /** Ids of the cases that the newest copy up to this moment has. */
  casesAt(at: Date): readonly string[];
  /**
   * Names of tables whose rows the journal gives otherwise than the newest copy up to this moment.
   * @param caseId compares what is replayed for this case alone, in every table that has rows of it
   */
  compare(at: Date, caseId?: string): Promise<string[]>;
  close(): Promise<void>;
}

export async function makeCopies(world: World): Promise<Copies> {
  const database = await databaseOf(world);
  const schema = journalSchema();
  /** By moment and table, the rows as text: hundreds of copies share what did not change. */
  const copies = new Map<number, ReadonlyMap<string, string>>();
  let last: ReadonlyMap<string, string> = new Map();
  const copyAt = (at: Date): ReadonlyMap<string, string> => {
    const moment = [...copies.keys()].filter((one) => one <= at.getTime()).at(-1);
    if (moment === undefined) throw new Error(`nothing was copied up to ${at.toISOString()}`);
    return copies.get(moment) ?? new Map();
  };
  return {
    async take() {
      const { now } = await world.call<{ now: string }>("/clock");
      const state = await readRecordedState(database, schema);
      const texts = Object.entries(state).map(([name, rows]) => [name, JSON.stringify(rows)] as const);
      last = new Map(texts.map(([name, text]) => [name, last.get(name) === text ? (last.get(name) ?? text) : text]));
      copies.set(Date.parse(now), last);
    },
    moments: () => [...copies.keys()].map((at) => new Date(at)),
    casesAt: (at) => rowsIn(copyAt(at), "application").map(({ id }) => String(id)),
    async compare(at, caseId) {
      const copy = copyAt(at);
      const then = await replayJournal(database, schema, { until: at, ...(caseId === undefined ? {} : { caseId }) });
      const names = schema.tables.map(({ name }) => name);
      if (caseId === undefined) return names.filter((name) => copy.get(name) !== JSON.stringify(then[name]));
      return names.filter((name) => textOf(rowsIn(copy, name), caseId) !== textOf(rowsOf(then, name), caseId));
    },
    close: () => database.close(),
  };
}

type Row = Readonly<Record<string, unknown>>;

const rowsIn = (copy: ReadonlyMap<string, string>, table: string): Row[] =>
  JSON.parse(copy.get(table) ?? "[]") as Row[];
const rowsOf = (state: RecordedState, table: string): Row[] => (state[table] ?? []) as Row[];

/** The rows that name the case as theirs. */
const textOf = (rows: readonly Row[], caseId: string): string =>
  JSON.stringify(rows.filter((row) => [row.case_id, row.application_id, row.id].includes(caseId)));
