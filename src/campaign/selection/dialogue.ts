import { z } from "zod";
import { textView } from "../../platform/chat/view.ts";
import { plainAnswer } from "../../platform/conversation/plain.ts";
import { readReason } from "../../platform/conversation/reason-line.ts";
import { requirePlainReason } from "../application/reason-gate.ts";
import type { PersonContext } from "../engine/context.ts";
import { asText } from "../engine/dispatch/command-or-answer.ts";
import { dialogue } from "../engine/feature.ts";
import { answerChoices, isBack, isSubmit } from "./answer.ts";
import { DIALOGUE, DRAFT_CARD, openDraft, type SelectionDraft, saveDraft } from "./draft.ts";
import { wordsView } from "./draft-view.ts";
import { readDrafted } from "./drafted.ts";
import { isReserveLine } from "./name-reserves.ts";
import { selectionPhrases as phrases } from "./phrases.ts";
import { isReviewedAgain, proposeSelection } from "./propose.ts";
import { openStep } from "./rules.ts";
import { latestSelection } from "./store.ts";
import { selectionView } from "./views.ts";

/** Asks one question at a time. After the last answer the selection is reviewed; 报批 submits it. */
export const draftDialogue = dialogue({
  kind: DIALOGUE,
  readsCorrections: true,
  until: "listSettled",
  state: z.object({ draftId: z.string() }),
  claims: (text) => isBack(text) || isSubmit(text) || isCancel(text) || isReserveLine(text) || isShortReason(text),
  async handle(context, { state, text, files, asText: isSaid = false }) {
    if (files.length > 0) return false;
    const draft = await openDraft(context, state.draftId);
    if (!isSaid && !isBack(text) && !isSubmit(text) && !isCancel(text)) requireOwn(context, draft, text);
    if (isCancel(text)) await leave(context);
    else if (isSubmit(text)) await handIn(context, draft);
    else await takeAnswer(context, await saveDraft(context, draft, answerChoices(draft, text)));
    return true;
  },
});

/** Reasons speak of points and of other cases that are compared. */
const MAY = ["points", "case", "correction"] as const;

/** @throws {RefusalError} if what would be a reason holds what is read elsewhere */
function requireOwn(context: PersonContext, draft: SelectionDraft, text: string): void {
  const open = openStep(draft.candidates, draft.choices, draft.limits, draft.reserves);
  if ((open?.kind !== "reason" && open?.kind !== "departure") || isReserveLine(text) || readDrafted(text)) return;
  const line = open.kind === "reason" ? readReason(text, { keepsStop: true }) : undefined;
  const given = line !== undefined && line !== "tooLong" && "reason" in line ? line.reason : undefined;
  const said = open.kind === "departure" ? text.trim() : given?.kind === "text" ? given.text : "";
  if (said !== "")
    requirePlainReason(context, said, {
      what: phrases.reasonName(),
      may: MAY,
      asIs: (own) => asText(text.trim().replace(said, () => own)),
    });
}

/** Asks the next open question, or shows the review if none is left. */
export async function takeAnswer(context: PersonContext, draft: SelectionDraft): Promise<void> {
  await context.reply(wordsView(draft));
  await context.cards.refreshLater({ kind: DRAFT_CARD, subject: draft.stored.id });
}

const isCancel = (text: string): boolean => /^(取消|cancel)$/iu.test(plainAnswer(text));

/** 取消: the question is closed; what was filled in stays, and is said to stay. */
export async function leave(context: PersonContext): Promise<void> {
  await context.dialogue.close(DIALOGUE);
  await context.reply(textView(phrases.title(), phrases.left(), { tone: "closed" }));
}

/** Whether the text is 同上, 沿用, 拟稿 or 理由 1-3 …. They take precedence over commands. */
function isShortReason(text: string): boolean {
  if (readDrafted(text)) return true;
  const line = readReason(text);
  return line !== undefined && line !== "tooLong" && line.kind !== "reason";
}

async function handIn(context: PersonContext, draft: SelectionDraft): Promise<void> {
  if (await isReviewedAgain(context, draft)) {
    await context.reply(wordsView(draft));
    return;
  }
  const version = await proposeSelection(context, draft);
  const selection = await latestSelection(context.tx, context.campaign.id);
  if (!selection) throw new Error(`selection version ${version} not found`);
  const view = await selectionView(context, selection);
  await context.reply({
    ...view,
    body: [{ kind: "text", text: phrases.submitted(version, draft.words) }, ...view.body],
  });
}
