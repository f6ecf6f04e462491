import { journalSchema } from "../../src/campaign/features.ts";
import { type RecordedState, readRecordedState, replayJournal } from "../../src/platform/journal/replay.ts";
import { databaseOf } from "./database.ts";
import { eachState, rowsOf as foldedRows, type JournalLine, journalOf } from "./journal-fold.ts";
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
   * @param caseId compares what is replayed for this case alone: its rows with the copy, and all rows with the entries of
   * this case and of none, read one after the other
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
  /** Read once nothing more is played. */
  let lines: JournalLine[] | undefined;
  const machinery = new Set(schema.tables.flatMap(({ name, machinery }) => (machinery ? [name] : [])));
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
      lines ??= await journalOf(world);
      const folded = foldedUpTo(lines, at, caseId);
      return names.filter(
        (name) =>
          textOf(rowsIn(copy, name), caseId) !== textOf(rowsOf(then, name), caseId) ||
          (!machinery.has(name) && inAnyOrder(rowsOf(then, name)) !== inAnyOrder(folded(name))),
      );
    },
    close: () => database.close(),
  };
}

type Row = Readonly<Record<string, unknown>>;

/** What the entries of the case and of none lead to, without any index and without the sources. */
function foldedUpTo(lines: readonly JournalLine[], at: Date, caseId: string): (table: string) => Row[] {
  const about = lines.filter((line) => line.at <= at.getTime() && [null, caseId].includes(line.caseId));
  let found: (table: string) => Row[] = () => [];
  eachState(about, (line, tables) => {
    if (line === about.at(-1)) found = (table) => foldedRows(tables, table);
  });
  return found;
}

const inAnyOrder = (rows: readonly Row[]): string =>
  rows
    .map((row) => JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1))))
    .sort()
    .join();

const rowsIn = (copy: ReadonlyMap<string, string>, table: string): Row[] =>
  JSON.parse(copy.get(table) ?? "[]") as Row[];
const rowsOf = (state: RecordedState, table: string): Row[] => (state[table] ?? []) as Row[];

/** The rows that name the case as theirs. */
const textOf = (rows: readonly Row[], caseId: string): string =>
  JSON.stringify(rows.filter((row) => [row.case_id, row.application_id, row.id].includes(caseId)));
