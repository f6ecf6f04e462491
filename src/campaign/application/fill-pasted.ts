import type { View } from "../../platform/chat/view.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Command, CommandOutcome, CommandRequest } from "../engine/feature.ts";
import { answerForm } from "./dialogue.ts";
import { DIALOGUE, FORM_CARD } from "./draft.ts";
import { applicationForm } from "./form.ts";
import { hasApplications } from "./offered.ts";
import { namedText } from "./pasted-form.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { startAnother, takeUpForm } from "./take-up.ts";

/** Fills in a form from a pasted text: the one of its name that was begun before, else a new one. */
export const fillPasted: Command = {
  id: "application.fill-pasted",
  readsCorrections: true,
  words: [phrases.fillPasted()],
  capability: "application.fill",
  until: "publication",
  effect: "read",
  takesText: true,
  offeredWhen: hasApplications,
  onlyIn: "direct",
  async handle(context, request) {
    const { verbatim } = request;
    const named = namedText(applicationForm(context), verbatim) ?? { name: "", text: verbatim };
    const reply = await fillFrom(context, request, named);
    return reply ? { reply } : {};
  },
};

/** 申报, with the form itself behind it. Undefined where no label of the form stands there. */
export async function startPasted(
  context: PersonContext,
  request: CommandRequest,
): Promise<CommandOutcome | undefined> {
  const named = request.subject === undefined ? namedText(applicationForm(context), request.verbatim) : undefined;
  if (!named) return undefined;
  const reply = await fillFrom(context, request, named);
  return reply ? { reply } : {};
}

async function fillFrom(
  context: PersonContext,
  request: CommandRequest,
  { name, text }: { name: string; text: string },
): Promise<View | undefined> {
  const own = { ...request, words: name, verbatim: name };
  const taken = name === "" ? await startAnother(context, own) : await takeUpForm(context, own);
  if (taken.kind === "which") return taken.view;
  const { draft } = taken.form;
  await context.dialogue.open(DIALOGUE, { draftId: draft.id });
  await context.cards.show(context.person.staffId, { kind: FORM_CARD, subject: draft.id });
  await answerForm(context, taken.form, text);
  return undefined;
}
