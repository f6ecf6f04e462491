import type { Command } from "../engine/feature.ts";
import { answerForm } from "./dialogue.ts";
import { DIALOGUE, FORM_CARD } from "./draft.ts";
import { applicationForm } from "./form.ts";
import { hasApplications } from "./offered.ts";
import { pastedForm } from "./pasted-form.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { startAnother, takeUpForm } from "./take-up.ts";

/** Fills in a form from a pasted text: the one of its name that was begun before, else a new one. */
export const fillPasted: Command = {
  id: "application.fill-pasted",
  words: [phrases.fillPasted()],
  capability: "application.fill",
  until: "publication",
  effect: "read",
  takesText: true,
  offeredWhen: hasApplications,
  onlyIn: "direct",
  async handle(context, request) {
    const { verbatim } = request;
    const name = pastedForm(applicationForm(context), verbatim)?.name ?? "";
    const own = { ...request, words: name, verbatim: name };
    const taken = name === "" ? await startAnother(context, own) : await takeUpForm(context, own);
    if (taken.kind === "which") return { reply: taken.view };
    const { draft } = taken.form;
    await context.dialogue.open(DIALOGUE, { draftId: draft.id });
    await context.cards.show(context.person.staffId, { kind: FORM_CARD, subject: draft.id });
    await answerForm(context, taken.form, verbatim);
    return {};
  },
};
