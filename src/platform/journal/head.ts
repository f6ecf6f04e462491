import type { Transaction } from "../storage/database.ts";
import { GENESIS } from "./seal.ts";

/** The last seal: it stands for every entry up to it. */
export interface JournalHead {
  /** How many entries are sealed. */
  entries: number;
  /** SHA-256 in hexadecimal. */
  head: string;
}

/**
 * The head as it was once an entry of these actions was sealed: what is recorded later does not show in it.
 * @param at campaign time of the entry
 * @returns undefined while it has no seal
 */
export async function journalHeadAt(
  tx: Transaction,
  { campaignId, actions, at }: { campaignId: string; actions: readonly string[]; at: Date },
): Promise<JournalHead | undefined> {
  const [seal] = await tx.$queryRaw<{ number: bigint; hash: string }[]>`
    select s.number, s.hash from journal_entry e join journal_seal s on s.entry_id = e.id
    where e.campaign_id = ${campaignId} and e.action = any(${actions}) and e.at = ${at} order by s.number desc limit 1`;
  return seal && { entries: Number(seal.number), head: seal.hash };
}

/**
 * The head as it was once the newest entry of these actions was sealed.
 * @param actions with `%` for any ending
 * @param caseIds only entries on these cases
 */
export async function journalHeadOf(
  tx: Transaction,
  {
    campaignId,
    actions,
    caseIds,
  }: { campaignId: string; actions: readonly string[]; caseIds?: readonly string[] | undefined },
): Promise<JournalHead | undefined> {
  const [seal] = await tx.$queryRaw<{ number: bigint; hash: string }[]>`
    select s.number, s.hash from journal_entry e join journal_seal s on s.entry_id = e.id
    where e.campaign_id = ${campaignId} and e.action like any(${actions}::text[])
      and (${caseIds ?? null}::text[] is null or e.case_id = any(${caseIds ?? null}::text[]))
    order by s.number desc limit 1`;
  return seal && { entries: Number(seal.number), head: seal.hash };
}

export async function journalHead(tx: Transaction): Promise<JournalHead> {
  const seal = await tx.journalSeal.findFirst({ orderBy: { number: "desc" } });
  return { entries: Number(seal?.number ?? 0), head: seal?.hash ?? GENESIS };
}
