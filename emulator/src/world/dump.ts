import type { Rows, TableName } from "./records.ts";
import type { Table } from "./table.ts";
import { type Tables, tableNames, type World } from "./world.ts";

/** The whole world as JSON: rows by table as `[key, row]`. */
export type Dump = Partial<Record<TableName, [string, unknown][]>>;

export function dumpWorld(world: World): Dump {
  const dump: Dump = {};
  for (const name of tableNames) dump[name] = [...world[name].entries()];
  // The message index expects messages in the order of their last change.
  dump.messages = [...world.messages.entries()].sort(([, one], [, other]) => one.seq - other.seq);
  return dump;
}

/** Writes a row that an earlier {@link dumpWorld} or journal line of this emulator contains. */
export function putRow(world: World, name: TableName, row: { key: string; value: unknown }): void {
  if (row.value === undefined || row.value === null) world[name].remove(row.key);
  else put(world, name, row);
}

function put<K extends TableName>(tables: Tables, name: K, { key, value }: { key: string; value: unknown }): void {
  const table: Table<Rows[K]> = tables[name];
  // Parse boundary: only this emulator writes these rows.
  table.put(key, value as Rows[K]);
}

export function loadDump(world: World, dump: Dump): void {
  for (const name of tableNames) {
    for (const [key, value] of dump[name] ?? []) putRow(world, name, { key, value });
  }
}
