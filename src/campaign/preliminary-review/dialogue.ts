import { z } from "zod";
import type { PersonContext } from "../engine/context.ts";
import { dialogue } from "../engine/feature.ts";
import { answerSheet, isSheetWord, speaksOfPoints } from "../scoring/answer.ts";
import { DIALOGUE, openReviewDraft, type ReviewDraft, SHEET_CARD } from "./review.ts";
import { askView, leftView } from "./views.ts";

export const reviewState = z.object({ applicationId: z.string() });

/** 初评 by typed text. Text other than points and sheet words is handled as a command. */
export const reviewDialogue = dialogue({
  kind: DIALOGUE,
  state: reviewState,
  claims: isSheetWord,
  async handle(context, { state: { applicationId }, text, files }) {
    if (files.length > 0 || !speaksOfPoints(context, text)) return false;
    const before = await openReviewDraft(context, applicationId);
    const answer = await answerSheet(context, before, text);
    if (!answer) return false;
    if (answer.kind === "left") return leave(context, before);
    const after = { ...before, ...answer.draft };
    const view = askView(context, after, answer.said);
    await context.reply(answer.offer ? { ...view, actions: [answer.offer, ...view.actions] } : view);
    await context.cards.refreshLater({ kind: SHEET_CARD, subject: applicationId });
    return true;
  },
});

async function leave(context: PersonContext, { application }: ReviewDraft): Promise<boolean> {
  await context.dialogue.close(DIALOGUE);
  await context.reply(leftView(application.compoundName));
  await context.cards.refresh({ kind: SHEET_CARD, subject: application.id });
  return true;
}
