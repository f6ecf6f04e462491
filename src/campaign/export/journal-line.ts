import { journalHead, journalHeadAt } from "../../platform/journal/head.ts";
import type { Context } from "../engine/context.ts";
import { journalWords } from "../engine/journal-line.ts";
import { REPORT_ACTIONS } from "../recommendation/store.ts";

/** As of the newest of the lists: a later head would tell its reader how much is going on elsewhere. */
export async function journalLine(
  { tx, campaign }: Pick<Context, "tx" | "campaign">,
  lists: readonly { confirmedAt: Date }[],
): Promise<string> {
  const at = new Date(Math.max(...lists.map(({ confirmedAt }) => confirmedAt.getTime())));
  const asOfList = await journalHeadAt(tx, { campaignId: campaign.id, actions: REPORT_ACTIONS, at });
  return journalWords(asOfList ?? (await journalHead(tx)));
}
