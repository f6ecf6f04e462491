import type { Block } from "../../platform/chat/view.ts";
import { applicationsOf } from "../application/store.ts";
import { attachmentsAt } from "../attachment/store.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { ROWS } from "../evidence/place.ts";
import { listsInForce } from "../recommendation/store.ts";
import { reportsInForce } from "../work-report/store.ts";
import { compared, verdictOn } from "./contents/comparison.ts";
import { archivePhrases as phrases } from "./phrases.ts";
import { BASIS, NOTICE } from "./places.ts";

/** What the archive will hold, and what is missing. */
export async function previewBlocks(context: Context): Promise<Block[]> {
  const missing = await missingLines(context);
  return [
    { kind: "heading", text: phrases.holds() },
    // What grows while others work is counted once they have ended.
    { kind: "list", items: [...(await holdLines(context)), ...(await grownLines(context))] },
    { kind: "heading", text: phrases.missing() },
    missing.length > 0 ? { kind: "list", items: missing } : { kind: "text", text: phrases.nothingMissing() },
  ];
}

async function holdLines({ tx, campaign }: Context): Promise<string[]> {
  const campaignId = campaign.id;
  return phrases.holdLines({
    cases: (await applicationsOf(tx, campaignId)).length,
    caseWord: `${campaign.definition.campaign.words.case.measure}${nounsOf(campaign.definition).case}`,
    lists: (await listsInForce(tx, campaignId)).size,
    rulings: await tx.rulingAnswer.count({ where: { campaignId } }),
    decisions: await tx.selection.count({ where: { campaignId } }),
    reports: (await reportsInForce(tx, campaignId)).size,
  });
}

async function grownLines({ tx, campaign }: Context): Promise<string[]> {
  if (campaign.closedAt === undefined) return [];
  const campaignId = campaign.id;
  const filed = await attachmentsAt(tx, { campaignId, prefix: "" });
  const evidence = filed.filter(({ place }) => place.startsWith(ROWS)).length;
  return phrases.grownLines({
    ...{ evidence, papers: filed.length - evidence },
    receipts: await tx.receipt.count({ where: { campaignId } }),
    entries: await tx.journalEntry.count({ where: { campaignId } }),
  });
}

async function missingLines(context: Context): Promise<string[]> {
  const { tx, campaign } = context;
  const { words } = campaign.definition.campaign;
  const has = async (prefix: string) => (await attachmentsAt(tx, { campaignId: campaign.id, prefix })).length > 0;
  const all = await compared(context);
  const without = all.filter((one) => verdictOn(one) === "noPaper");
  const lists = without.filter(({ kind }) => kind === "list").map(({ title }) => title);
  const forms = without.filter(({ kind }) => kind === "form").length;
  const differing = all.filter((one) => verdictOn(one) === "differs").map(({ title }) => title);
  return [
    ...((await has(NOTICE)) ? [] : [phrases.noNotice()]),
    ...((await has(BASIS)) ? [] : [phrases.noBasis(words.plan)]),
    ...(lists.length > 0 ? [phrases.noSeal(lists.join("、"))] : []),
    ...(forms > 0 ? [phrases.noForms(forms, words.case.measure)] : []),
    ...(differing.length > 0 ? [phrases.otherSeal(differing.join("、"))] : []),
  ];
}
