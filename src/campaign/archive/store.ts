import { z } from "zod";
import { journalTable } from "../../platform/journal/journal-table.ts";
import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import type { Database, Transaction } from "../../platform/storage/database.ts";
import { staffId } from "../../shared/brand.ts";
import type { Archive, MadeArchive } from "./archive.ts";
import { EDITIONS } from "./proof/manifest.ts";
import { KEEPS } from "./rules.ts";

export const archiveTable = journalTable("archive", ["campaign_id", "number"]);

const made: z.ZodType<MadeArchive[]> = z.array(
  z.object({
    edition: z.enum(EDITIONS),
    name: z.string(),
    size: z.number(),
    entries: z.number(),
    hash: z.string(),
  }),
);

type Row = NonNullable<Awaited<ReturnType<Transaction["archive"]["findFirst"]>>>;

const archiveOf = (row: Row): Archive => ({
  number: row.number,
  keep: z.enum(KEEPS).parse(row.keep),
  // Written by this part only.
  state: row.state as Archive["state"],
  requestedBy: staffId(row.requestedBy),
  requestedAt: row.requestedAt,
  decidedBy: row.decidedBy === null ? null : staffId(row.decidedBy),
  decidedAt: row.decidedAt,
  opinion: isPersonalRef(row.opinion) ? row.opinion : null,
  madeAt: row.madeAt,
  files: made.catch([]).parse(row.files),
});

/** The last archive that was asked for; undefined before the first. */
export async function lastArchive(tx: Transaction, campaignId: string): Promise<Archive | undefined> {
  const row = await tx.archive.findFirst({ where: { campaignId }, orderBy: { number: "desc" } });
  return row ? archiveOf(row) : undefined;
}

export async function archiveByNumber(
  tx: Transaction,
  campaignId: string,
  number: number,
): Promise<Archive | undefined> {
  const row = await tx.archive.findUnique({ where: { campaignId_number: { campaignId, number } } });
  return row ? archiveOf(row) : undefined;
}

/** Work that was confirmed. */
export interface Work {
  campaignId: string;
  number: number;
  attempts: number;
}

/** The work that waits longest and that nobody does. @param leaseS after this time it is another's */
export async function takeWork(database: Database, leaseS: number): Promise<Work | undefined> {
  const [taken] = await database.query<Work>(
    `update archive_work set not_before = now() + make_interval(secs => $1), attempts = attempts + 1
     where (campaign_id, number) = (select campaign_id, number from archive_work
       where state = 'new' and (not_before is null or not_before <= now())
       order by campaign_id, number limit 1 for update skip locked)
     returning campaign_id as "campaignId", number, attempts`,
    [leaseS],
  );
  return taken;
}

/** Nobody else takes it before. */
export const putOff = (database: Database, { campaignId, number }: Work, seconds: number): Promise<unknown> =>
  database.query(
    "update archive_work set not_before = now() + make_interval(secs => $3) where campaign_id = $1 and number = $2",
    [campaignId, number, seconds],
  );

/** Nobody else works on what a killed process had taken. */
export const freeWork = (database: Database): Promise<unknown> =>
  database.query("update archive_work set not_before = null where state = 'new'", []);

export async function isWorkWaiting(database: Database): Promise<boolean> {
  const [row] = await database.query<{ busy: boolean }>(
    "select exists (select 1 from archive_work where state = 'new') as busy",
    [],
  );
  return row?.busy !== false;
}

export async function workState(tx: Transaction, campaignId: string, number: number): Promise<string | undefined> {
  return (await tx.archiveWork.findUnique({ where: { campaignId_number: { campaignId, number } } }))?.state;
}

/** Under which a part is sent, so that it goes out once. */
export const sendingKey = (campaignId: string, number: number, at: number | "told"): string =>
  `archive:${campaignId}:${number}:${at}`;

/** Parts that were delivered long enough ago; nothing of them is still to be sent. */
export async function partsLongAgo(
  database: Database,
  hours: number,
): Promise<{ work: Omit<Work, "attempts">; hashes: readonly string[] } | undefined> {
  const [row] = await database.query<{ campaignId: string; number: number; parts: unknown }>(
    `select campaign_id as "campaignId", number, parts from archive_work w
     where parts is not null and done_at < now() - make_interval(hours => $1)
       and not exists (select 1 from outbox_item i
         where i.dedupe_key like 'archive:' || w.campaign_id || ':' || w.number || ':%'
           and i.state in ('waiting', 'held', 'sending'))
     limit 1`,
    [hours],
  );
  if (!row) return undefined;
  const { campaignId, number, parts } = row;
  return { work: { campaignId, number }, hashes: z.array(z.string()).catch([]).parse(parts) };
}

export const forgetParts = (database: Database, { campaignId, number }: Omit<Work, "attempts">): Promise<unknown> =>
  database.query("update archive_work set parts = null where campaign_id = $1 and number = $2", [campaignId, number]);

/** A part was put into the file store, by work that is not done. */
export const noteParts = (database: Database, { campaignId, number }: Work, hash: string): Promise<unknown> =>
  database.query(
    `update archive_work set parts = coalesce(parts, '[]'::jsonb) || to_jsonb($3::text)
     where campaign_id = $1 and number = $2`,
    [campaignId, number, hash],
  );

/** Hashes of parts in the file store, of work that is not done. */
export async function unsentParts(database: Database, { campaignId, number }: Work): Promise<readonly string[]> {
  const [row] = await database.query<{ parts: unknown }>(
    "select parts from archive_work where campaign_id = $1 and number = $2 and state <> 'done'",
    [campaignId, number],
  );
  return z.array(z.string()).catch([]).parse(row?.parts);
}

export const forgetUnsent = (database: Database, { campaignId, number }: Work): Promise<unknown> =>
  database.query("update archive_work set parts = null where campaign_id = $1 and number = $2 and state <> 'done'", [
    campaignId,
    number,
  ]);
