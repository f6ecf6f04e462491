import type { Rows, TableName } from "./records.ts";
import { makeTable, type Table } from "./table.ts";

export type Tables = { readonly [K in TableName]: Table<Rows[K]> };

export interface TableChange {
  table: TableName;
  key: string;
  /** undefined: removed */
  value: unknown;
}

/** All persisted state. Indexes, the journal and the feed listen for changes here. */
export interface World extends Tables {
  /** Listeners are called synchronously, in the order they were added. @returns a function that removes the listener */
  onChange(listener: (change: TableChange) => void): () => void;
}

/** The order of loading and clearing: tables that indexes look up come first. */
export const tableNames: readonly TableName[] = [
  "facts",
  "apps",
  "users",
  "groups",
  "templates",
  "files",
  "routes",
  "cards",
  "faces",
  "todos",
  "tops",
  "notices",
  "plugins",
  "events",
  "months",
  "messages",
];

export function makeWorld(): World {
  const listeners = new Set<(change: TableChange) => void>();
  const table = <K extends TableName>(name: K): Table<Rows[K]> =>
    makeTable<Rows[K]>((key, value) => {
      for (const listener of listeners) listener({ table: name, key, value });
    });
  return {
    facts: table("facts"),
    apps: table("apps"),
    users: table("users"),
    groups: table("groups"),
    templates: table("templates"),
    messages: table("messages"),
    cards: table("cards"),
    faces: table("faces"),
    files: table("files"),
    routes: table("routes"),
    todos: table("todos"),
    tops: table("tops"),
    notices: table("notices"),
    plugins: table("plugins"),
    events: table("events"),
    months: table("months"),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Removes every row. */
export function clearWorld(world: World): void {
  for (const name of tableNames.toReversed()) {
    const table = world[name];
    for (const [key] of [...table.entries()]) table.remove(key);
  }
}
