import type { Outcome, Run } from "./table.ts";

/** What a statement does, as its text says. */
type Kind =
  /** `isGround`: of a table in {@link GROUNDS}. */
  | { does: "read"; names: ReadonlySet<string>; isGround: boolean }
  /** A lock: others' changes before it are seen from then on. `tables`: what it writes besides. */
  | { does: "lock"; tables: readonly string[]; locksGround: boolean }
  /** Without tables where the text does not say which. */
  | { does: "write"; tables: readonly string[] };

const MOST_KINDS = 2_000;
const kinds = new Map<string, Kind>();

/** Insert, update and delete; locks; functions whose answer is another each time, or that change something. */
const NO_READ =
  /\b(insert|update|delete|truncate|set_config|nextval|setval|clock_timestamp|random|gen_random_uuid)\b|\bfor (no key )?(update|share|key share)\b|_lock\w*\(/iu;
const LOCKS = /\bfor (no key )?(update|share|key share)\b|_lock\w*\(/iu;
const WRITTEN = /\b(?:insert into|update|delete from)\s+(?:public\.)?"?(\w+)/giu;
/** Tables that a trigger writes with another. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  journal_entry: ["journal_change", "journal_unsealed"],
};

/**
 * What a turn goes by from its beginning to its end: the campaign and the decisions in force. A lock of something else
 * does not have it read again, or one turn would go by two of them.
 */
const GROUNDS: ReadonlySet<string> = new Set(["campaign", "ruling_answer"]);
const FROM = /\bfrom\s+(?:public\.)?"?(\w+)/iu;

function kindOf(text: string): Kind {
  const known = kinds.get(text);
  if (known) return known;
  if (kinds.size >= MOST_KINDS) kinds.clear();
  const kind = readKind(text);
  kinds.set(text, kind);
  return kind;
}

function readKind(text: string): Kind {
  if (/^\s*(select|with)\b/iu.test(text) && !NO_READ.test(text)) {
    return { does: "read", names: new Set(text.match(/\w+/gu)), isGround: GROUNDS.has(FROM.exec(text)?.[1] ?? "") };
  }
  const tables = [...text.matchAll(WRITTEN)].flatMap(([, name = ""]) => [name, ...(FOLLOWS[name] ?? [])]);
  const locks = LOCKS.test(text) && !/\bset_config\b/iu.test(text) && !locksItsOwn(text, tables);
  if (!locks) return { does: "write", tables };
  const ofNoTable = /_lock\w*\(/iu.test(text);
  return {
    does: "lock",
    tables,
    locksGround: ofNoTable || (text.match(/\w+/gu) ?? []).some((name) => GROUNDS.has(name)),
  };
}

/** Locks only rows that it changes, as an update does by itself: others' changes of these are seen with it. */
function locksItsOwn(text: string, written: readonly string[]): boolean {
  const own = new Set([...text.matchAll(/(\w+) as (?:not )?(?:materialized )?\(/giu)].map(([, name = ""]) => name));
  const read = [...text.matchAll(/\b(?:from|join)\s+(?:public\.)?"?(\w+)\b"?(?!\s*\()/giu)].map(
    ([, name = ""]) => name,
  );
  return !/_lock\w*\(/iu.test(text) && read.every((name) => own.has(name) || written.includes(name));
}

/** Tables that the statement writes, as far as its text says. */
export function tablesWritten(text: string): readonly string[] {
  const kind = kindOf(text);
  return kind.does === "read" ? [] : kind.tables;
}

interface Remembering {
  /**
   * Nobody else's changes matter, and nobody changes in place what was read: a lock has nothing read again, and rows are
   * handed out as they are.
   */
  alone?: boolean;
}

/**
 * Runs the statements of one transaction, each read once: the same read is answered again until something that it names
 * is written, or a lock is taken. Other transactions' changes are seen after a lock, as before it nothing could be built
 * on them. Each who asks is given rows of its own.
 */
export function remembering(run: Run, { alone = false }: Remembering = {}): Run {
  /** By the statement, and by its values. */
  const reads = new Map<Extract<Kind, { does: "read" }>, Map<string, Promise<Outcome>>>();
  const forget = (kind: Exclude<Kind, { does: "read" }>): void => {
    const { tables } = kind;
    if (kind.does === "write" && tables.length === 0) {
      reads.clear();
      return;
    }
    const takesLock = kind.does === "lock" && !alone;
    for (const read of reads.keys())
      if ((takesLock && (!read.isGround || kind.locksGround)) || tables.some((table) => read.names.has(table)))
        reads.delete(read);
  };
  return (text, values) => {
    const kind = kindOf(text);
    if (kind.does !== "read") {
      forget(kind);
      return run(text, values);
    }
    const key = keyOf(values);
    const same = reads.get(kind) ?? new Map<string, Promise<Outcome>>();
    const outcome = same.get(key) ?? (alone ? run(text, values).then(madeOnce) : run(text, values));
    reads.set(kind, same.set(key, outcome));
    return outcome;
  };
}

const keyOf = (values: readonly unknown[]): string =>
  JSON.stringify(values.some((value) => typeof value !== "string") ? values.map(plain) : values);

/** For JSON, which knows no such numbers. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") return { bigint: String(value) };
  return Array.isArray(value) ? value.map(plain) : value;
}

/** The same rows for all who ask. */
const madeOnce = ({ rows, count }: Outcome): Outcome => ({ rows, count });
