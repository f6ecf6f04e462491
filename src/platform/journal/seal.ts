import { createHash } from "node:crypto";
import type { Database, Transaction } from "../storage/database.ts";

/** Advisory lock: one process at a time extends the chain. */
const LOCK = 4_120_230_811;
const BATCH = 500;
/** Predecessor of the first seal. */
export const GENESIS = "0".repeat(64);

/** An entry in the form in which it is hashed: its columns as JSON text, serialised by the database. */
export interface SealableEntry {
  id: string;
  text: string;
}

export const sealHash = (previous: string, entry: SealableEntry): string =>
  createHash("sha256").update(`${previous}\n${entry.text}`).digest("hex");

/** SQL of the sealed text. `shape` is part of it from shape 2 on; `case_id` is not, it only serves queries. */
export const ENTRY_TEXT = `(jsonb_build_array(e.id, e.campaign_id, e.at, e.recorded_at, e.actor, e.action, e.changes,
  e.reason, e.ruling) || case when e.shape > 1 then jsonb_build_array(e.shape) else '[]'::jsonb end)::text`;

/**
 * Adds all committed entries without a seal to the hash chain, in time that does not grow with the journal. Sealing is
 * separate so that writers do not contend for the head of the chain.
 * @returns the number of sealed entries
 */
export async function sealJournal(database: Database): Promise<number> {
  let sealed = 0;
  for (;;) {
    const count = await database.inTransaction(sealBatch);
    sealed += count;
    if (count < BATCH) return sealed;
  }
}

async function sealBatch(tx: Transaction): Promise<number> {
  await tx.$executeRawUnsafe("select pg_advisory_xact_lock($1::bigint)", LOCK);
  const entries = await tx.$queryRawUnsafe<SealableEntry[]>(
    `with taken as (
       delete from journal_unsealed
       where entry_id in (select entry_id from journal_unsealed order by entry_id limit ${BATCH}) returning entry_id)
     select e.id::text as id, ${ENTRY_TEXT} as text from taken join journal_entry e on e.id = taken.entry_id order by e.id`,
  );
  if (entries.length === 0) return 0;
  const head = await tx.$queryRawUnsafe<{ number: bigint; hash: string }[]>(
    "select number, hash from journal_seal order by number desc limit 1",
  );
  let hash = head[0]?.hash ?? GENESIS;
  const hashes = entries.map((entry) => {
    hash = sealHash(hash, entry);
    return hash;
  });
  await tx.$executeRawUnsafe(
    `insert into journal_seal (number, entry_id, hash)
     select $1::bigint + place, entry, hash
     from unnest($2::bigint[], $3::text[]) with ordinality as seal(entry, hash, place)`,
    head[0]?.number ?? 0n,
    entries.map(({ id }) => id),
    hashes,
  );
  return entries.length;
}
