import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Dump, dumpWorld, loadDump, putRow } from "../world/dump.ts";
import type { TableName } from "../world/records.ts";
import { tableNames, type World } from "../world/world.ts";

const COMPACT_AT_BYTES = 32 * 1024 * 1024;
const LAZY_FLUSH_MS = 200;
/** Counters: after a kill their newest value may be up to 200 ms old. */
const lazyTables: ReadonlySet<TableName> = new Set<TableName>(["months"]);

const lineSchema = z.object({ t: z.enum(tableNames), k: z.string(), v: z.unknown() });

/** Persists the world over restarts. */
export interface Journal {
  /** All changes are in the file when this returns. Called before any reply that depends on a change. */
  flush(): void;
  close(): void;
}

export const noJournal: Journal = { flush: () => {}, close: () => {} };

/**
 * Loads what an earlier run stored and appends every later change: `world.json` is the state at the last start,
 * `journal.jsonl` the changes since. A line truncated by a kill is ignored.
 * @throws when the folder cannot be written
 */
export function openJournal(world: World, folder: string): Journal {
  mkdirSync(folder, { recursive: true });
  const paths = { dump: join(folder, "world.json"), journal: join(folder, "journal.jsonl") };
  loadFrom(world, paths);
  return recordInto(world, paths);
}

interface Paths {
  dump: string;
  journal: string;
}

function loadFrom(world: World, paths: Paths): void {
  // Parse boundary: only this emulator writes this file.
  if (existsSync(paths.dump)) loadDump(world, JSON.parse(readFileSync(paths.dump, "utf8")) as Dump);
  if (!existsSync(paths.journal)) return;
  for (const line of readFileSync(paths.journal, "utf8").split("\n")) {
    const row = readLine(line);
    if (row !== undefined) putRow(world, row.t, { key: row.k, value: row.v });
  }
}

function readLine(line: string): z.output<typeof lineSchema> | undefined {
  if (line === "") return undefined;
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

function recordInto(world: World, paths: Paths): Journal {
  compact(world, paths);
  let file = openSync(paths.journal, "a");
  let bytes = 0;
  const eager = new Map<string, string>();
  const lazy = new Map<string, string>();
  const write = (pending: Map<string, string>): void => {
    if (pending.size === 0) return;
    const text = [...pending.values()].join("");
    pending.clear();
    bytes += writeSync(file, text);
    if (bytes < COMPACT_AT_BYTES) return;
    closeSync(file);
    compact(world, paths);
    file = openSync(paths.journal, "a");
    bytes = 0;
  };
  const stop = world.onChange(({ table, key, value }) => {
    const line = `${JSON.stringify({ t: table, k: key, v: value ?? null })}\n`;
    const pending = lazyTables.has(table) ? lazy : eager;
    pending.delete(`${table}/${key}`);
    pending.set(`${table}/${key}`, line);
  });
  const timer = setInterval(() => {
    write(eager);
    write(lazy);
  }, LAZY_FLUSH_MS).unref();
  return {
    flush: () => write(eager),
    close: () => {
      clearInterval(timer);
      stop();
      write(eager);
      write(lazy);
      closeSync(file);
    },
  };
}

function compact(world: World, paths: Paths): void {
  const next = `${paths.dump}.next`;
  writeFileSync(next, JSON.stringify(dumpWorld(world)));
  renameSync(next, paths.dump);
  writeFileSync(paths.journal, "");
}
