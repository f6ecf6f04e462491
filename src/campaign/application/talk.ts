import { readFormCommand } from "../../platform/conversation/form-command.ts";
import { step } from "../../platform/conversation/form-step.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import { outcomeView } from "../../platform/conversation/views.ts";
import type { PersonTurn, Talk } from "../engine/feature.ts";
import { type Filling, FORM_CARD, fillingOf, saveFilling, TALK } from "./filling.ts";
import { finishForm } from "./finish-form.ts";
import { answerContext, applicationForm } from "./form.ts";
import { applicationPhrases } from "./phrases.ts";
import { applicationView } from "./views.ts";

/** The form as a conversation: one open question at a time, saved after every answer. */
export const applicationTalk: Talk = {
  kind: TALK,
  owns: (text) => readFormCommand(text) !== undefined,
  async hear(turn, { state, text, files }) {
    const draft = await turn.drafts.read(turn.tx, String((state as { draftId: string }).draftId));
    if (draft?.state !== "open") return false;
    const filling = fillingOf(turn, draft);
    const [file] = files;
    if (!file) return answerForm(turn, filling, text);
    // 申报材料 may come as a file; no other field can.
    const question = openQuestion(applicationForm(turn.campaign.definition), filling.state);
    return question?.kind === "longText" ? answerForm(turn, filling, applicationPhrases.attached(file)) : false;
  },
};

async function answerForm(turn: PersonTurn, filling: Filling, text: string): Promise<boolean> {
  const form = applicationForm(turn.campaign.definition);
  const { state, outcome } = step(form, filling.state, { text, ...answerContext(turn) });
  if (outcome.kind === "notUnderstood") return false;
  if (outcome.kind === "submit") {
    const { application, hints } = await finishForm(turn, { ...filling, state });
    await turn.reply(applicationView(turn, application, hints));
    return true;
  }
  const saved = await saveFilling(turn, filling, state);
  if (outcome.kind === "left") await leaveForm(turn, saved);
  const view = outcomeView({ form, state, frame: {} }, outcome);
  if (view) await turn.reply(view);
  await turn.cards.outdate(turn.tx, { campaignId: turn.campaign.id, kind: FORM_CARD, subject: filling.draft.id });
  return true;
}

/** 保存退出: the answers stay, and nothing is waited for any more. */
export async function leaveForm(turn: PersonTurn, { draft, state }: Filling): Promise<void> {
  await turn.drafts.save(turn.tx, draft, { body: state, state: "left" });
  await turn.dialogues.close(turn.tx, turn.person.staffId, TALK);
}
