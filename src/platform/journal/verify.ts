import type { Database } from "../storage/database.ts";
import { ENTRY_TEXT, GENESIS, sealHash } from "./seal.ts";

export interface Verification {
  /** Entries with a valid seal, counted from the first. */
  sealed: number;
  /** Entries without a seal, written since the last batch. */
  unsealed: number;
  /** The first invalid seal, if any. */
  broken?: { number: number; entryId: string; why: "changed" | "missing" | "gap" };
}

interface SealedRow {
  number: string;
  entry_id: string;
  hash: string;
  id: string | null;
  text: string | null;
}

const PAGE = 1_000;

/** Recomputes the whole hash chain. */
export async function verifyJournal(database: Database): Promise<Verification> {
  let previous = GENESIS;
  let number = 0n;
  for (;;) {
    const rows = await database.query<SealedRow>(
      `select s.number, s.entry_id, s.hash, e.id::text as id, ${ENTRY_TEXT} as text
       from journal_seal s left join journal_entry e on e.id = s.entry_id
       where s.number > $1 order by s.number limit ${PAGE}`,
      [number],
    );
    for (const row of rows) {
      const why = faultOf(row, BigInt(number) + 1n, previous);
      if (why) return { ...(await counts(database, Number(number))), broken: brokenAt(row, why) };
      previous = row.hash;
      number = BigInt(row.number);
    }
    if (rows.length < PAGE) return counts(database, Number(number));
  }
}

const brokenAt = (row: SealedRow, why: "changed" | "missing" | "gap") => ({
  number: Number(row.number),
  entryId: String(row.entry_id),
  why,
});

function faultOf(row: SealedRow, expected: bigint, previous: string): "changed" | "missing" | "gap" | undefined {
  if (BigInt(row.number) !== expected) return "gap";
  if (row.id === null || row.text === null) return "missing";
  return sealHash(previous, { id: row.id, text: row.text }) === row.hash ? undefined : "changed";
}

async function counts(database: Database, sealed: number): Promise<Verification> {
  const rows = await database.query<{ unsealed: number }>(
    `select count(*)::int as unsealed from journal_entry e
     where not exists (select 1 from journal_seal s where s.entry_id = e.id)`,
    [],
  );
  return { sealed, unsealed: rows[0]?.unsealed ?? 0 };
}
