import { z } from "zod";
import { readFormCommand } from "../../platform/conversation/form-command.ts";
import { step } from "../../platform/conversation/form-step.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import { outcomeView } from "../../platform/conversation/views.ts";
import type { PersonContext } from "../engine/context.ts";
import { dialogue } from "../engine/feature.ts";
import { type ApplicationDraft, DIALOGUE, draftOf, FORM_CARD, leaveForm, saveForm } from "./draft.ts";
import { answerContext, applicationForm } from "./form.ts";
import { applicationPhrases } from "./phrases.ts";
import { submitForm } from "./submit.ts";
import { applicationView } from "./views.ts";

/** Fills in the form in chat: one question at a time, saved after each answer. */
export const applicationDialogue = dialogue({
  kind: DIALOGUE,
  state: z.object({ draftId: z.string() }),
  claims: (text) => readFormCommand(text) !== undefined,
  async handle(context, { state: { draftId }, text, files }) {
    const draft = await context.drafts.read(draftId);
    if (draft?.state !== "open") return false;
    const form = draftOf(context, draft);
    const [file] = files;
    if (!file) return answerForm(context, form, text);
    // Only 申报材料 accepts a file.
    const question = openQuestion(applicationForm(context), form.state);
    return question?.kind === "longText" ? answerForm(context, form, applicationPhrases.attached(file)) : false;
  },
});

async function answerForm(context: PersonContext, before: ApplicationDraft, text: string): Promise<boolean> {
  const form = applicationForm(context);
  const { state, outcome } = step(form, before.state, { text, ...answerContext(context) });
  if (outcome.kind === "notUnderstood") return false;
  if (outcome.kind === "submit") {
    const { application, hints } = await submitForm(context, { ...before, state });
    await context.reply(applicationView(context, application, hints));
    return true;
  }
  const after = await saveForm(context, before, state);
  const view = outcomeView({ form, state, frame: {} }, outcome);
  if (view) await context.reply(view);
  if (outcome.kind === "left") await leaveForm(context, after);
  else await context.cards.refreshLater({ kind: FORM_CARD, subject: after.draft.id });
  return true;
}
