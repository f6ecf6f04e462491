import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import type { CommandOutcome } from "../engine/feature.ts";
import { isFinalized } from "../scoring/points.ts";
import { sheetOf } from "../scoring/store.ts";
import { finalizeMember, prepareFinalizing } from "./finalize.ts";
import { citySheet, DIALOGUE, SHEET_CARD, type SheetName, subjectOf } from "./member-sheet.ts";
import { verificationPhrases as phrases } from "./phrases.ts";
import { confirmView } from "./views.ts";
import { sitesOf } from "./which-site.ts";

/** 提交定稿: shows what will be final. */
export async function finalize(context: PersonContext, name: SheetName): Promise<CommandOutcome> {
  const member = await prepareFinalizing(context, name);
  await context.dialogue.open(DIALOGUE, name);
  await context.cards.refresh({ kind: SHEET_CARD, subject: subjectOf(name) });
  return { reply: await confirmView(context, member), changed: true };
}

/** 确认定稿. */
export async function confirmFinalizing(context: PersonContext, name: SheetName): Promise<CommandOutcome> {
  const done = await finalizeMember(context, name);
  if (done.kind === "notShown") {
    await context.cards.refresh({ kind: SHEET_CARD, subject: subjectOf(name) });
    const reply = await confirmView(context, done.member, [phrases.notShown()]);
    return { reply, toast: phrases.notShown(), changed: true };
  }
  await context.dialogue.close(DIALOGUE);
  const left = await unfinished(context, name.memberId);
  return {
    reply: phrases.finalizedReply(
      done.member.application.compoundName,
      { total: done.total, left },
      nounsOf(context.campaign.definition),
    ),
    toast: phrases.finalized(),
    changed: true,
  };
}

/** Names of the sites that the member has not finished. */
async function unfinished(context: PersonContext, memberId: string): Promise<string[]> {
  const names: string[] = [];
  for (const { id: caseId, compoundName, state } of await sitesOf(context, memberId)) {
    if (state !== "submitted") continue;
    if (!isFinalized(await sheetOf(context.tx, citySheet({ caseId, memberId })))) names.push(compoundName);
  }
  return names;
}
