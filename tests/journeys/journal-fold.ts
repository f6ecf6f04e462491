import { connect } from "./database.ts";
import type { World } from "./world.ts";

/** One entry of the journal as JSON, nothing of it read by the sources. */
export interface JournalLine {
  id: number;
  /** Campaign time. */
  at: number;
  action: string;
  /** The case that it is about, alone. */
  caseId: string | null;
  changes: readonly { table: string; key: object; after: Row | null }[];
}

/** A row as the journal has it: columns by their names in the database. */
export type Row = Readonly<Record<string, unknown>>;

/** Rows by table and key. */
export type Tables = ReadonlyMap<string, ReadonlyMap<string, Row>>;

export async function journalOf(world: World): Promise<JournalLine[]> {
  const database = await connect(world);
  const lines = await database.query<Omit<JournalLine, "id" | "at"> & { id: string; at: Date }>(
    `select id, at, action, case_id as "caseId", changes from journal_entry order by id`,
  );
  await database.close();
  return lines.map(({ id, at, ...line }) => ({ ...line, id: Number(id), at: at.getTime() }));
}

/** Goes through the journal; after each entry, the tables are as it left them. */
export function eachState(lines: readonly JournalLine[], look: (line: JournalLine, tables: Tables) => void): void {
  const tables = new Map<string, Map<string, Row>>();
  for (const line of lines) {
    for (const { table, key, after } of line.changes) {
      const rows = tables.get(table) ?? new Map<string, Row>();
      tables.set(table, rows);
      const name = Object.entries(key)
        .map(([column, value]) => `${column}=${String(value)}`)
        .sort()
        .join("&");
      if (after === null) rows.delete(name);
      else rows.set(name, after);
    }
    look(line, tables);
  }
}

export const rowsOf = (tables: Tables, table: string): Row[] => [...(tables.get(table)?.values() ?? [])];
