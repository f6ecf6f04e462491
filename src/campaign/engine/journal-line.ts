import { type JournalHead, journalHeadOf } from "../../platform/journal/head.ts";
import type { Context } from "./context.ts";
import { journalPhrases as phrases } from "./phrases.ts";

/** 操作留痕：第…条，校验值…: printed, it stands for all that was recorded before; an archive of later must hold it. */
export const journalWords = ({ entries, head }: JournalHead): string => phrases.line(entries, head.slice(0, 16));

/**
 * The line at the foot of a printed list, as of the newest entry that the list shows: a later head would tell its reader
 * how much is going on elsewhere. A list of what nothing is recorded on yet has none.
 *
 * @param actions of the entries that the list shows; `ruling.%` is all of a part's
 * @param caseIds only entries on these cases; left out: on any, and on none
 */
export async function journalLines(
  { tx, campaign }: Pick<Context, "tx" | "campaign">,
  actions: readonly string[],
  caseIds?: readonly string[],
): Promise<string[]> {
  const head = await journalHeadOf(tx, { campaignId: campaign.id, actions, caseIds });
  return head ? [journalWords(head)] : [];
}
