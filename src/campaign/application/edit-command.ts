import type { Command } from "../engine/feature.ts";
import { answerForm } from "./dialogue.ts";
import { DIALOGUE, FORM_CARD } from "./draft.ts";
import { editApplication } from "./edit.ts";
import { applicationForm } from "./form.ts";
import { hasApplications } from "./offered.ts";
import { ownApplication } from "./own-application.ts";
import { namedText } from "./pasted-form.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { requireChangeable } from "./submit.ts";

/** 修改申报 雅苑, also with the fields as they are to be, on the lines below. */
export const edit: Command = {
  id: "application.edit",
  ofCase: true,
  readsCorrections: true,
  words: [phrases.editWord()],
  capability: "application.fill",
  until: "publication",
  effect: "read",
  offeredWhen: hasApplications,
  async handle(context, request) {
    const named = request.subject === undefined ? namedText(applicationForm(context), request.verbatim) : undefined;
    const own = named ? { ...request, words: named.name, verbatim: named.name } : request;
    const application = await ownApplication(context, own);
    await requireChangeable(context, application);
    const form = await editApplication(context, application);
    await context.dialogue.open(DIALOGUE, { draftId: form.draft.id });
    await context.cards.show(context.person.staffId, { kind: FORM_CARD, subject: form.draft.id });
    if (named) await answerForm(context, form, named.text);
    return {};
  },
};
