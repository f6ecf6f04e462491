import type { FormState } from "../../platform/conversation/form-state.ts";
import { heldAfter, heldNote } from "../../platform/conversation/held.ts";
import { openAt } from "../../platform/conversation/moves.ts";
import { shareOf, unseenBy } from "../../platform/conversation/shared-work.ts";
import { viewPhrases } from "../../platform/conversation/view-phrases.ts";
import { correctionsAsked } from "../../platform/conversation/which-field.ts";
import type { PersonContext } from "../engine/context.ts";
import { type ApplicationDraft, saveForm } from "./draft.ts";
import { answerContext, askedForm } from "./form.ts";
import { applicationPhrases } from "./phrases.ts";

/** A correction was asked about last, with all answers shown: of what was sent before the press it is the only one open. */
const isCorrected = (state: FormState): boolean => state.at === undefined && correctionsAsked(state).length > 0;

/** Something of a field that is asked waits to be recorded; of one that is not asked any more nothing is listed. */
const isListed = (context: PersonContext, state: FormState): boolean =>
  heldNote(askedForm(context, state), state) !== undefined;

/** What is said above the form. @param before as it was when 提交 was pressed */
export const whyFirst = (context: PersonContext, before: ApplicationDraft, first: ApplicationDraft): string => {
  if (isListed(context, first.state)) return applicationPhrases.heldFirst();
  return isCorrected(before.state)
    ? viewPhrases.correctionOpen(correctionsAsked(before.state))
    : applicationPhrases.lookFirst();
};

/**
 * 提交 waits until the person has been shown every colleague's change, and has decided about every conflict and about
 * what was read of earlier messages and not recorded, a correction too.
 * @returns the form to show first; undefined if it can be submitted
 */
export async function lookFirst(context: PersonContext, form: ApplicationDraft): Promise<ApplicationDraft | undefined> {
  const { work, viewer, state } = form;
  const { offered: _, readings: __, ...now } = state;
  const held = heldAfter(askedForm(context, state), state, now, { nameKey: answerContext(context).nameKey });
  const waits =
    unseenBy(work, viewer).length > 0 ||
    shareOf(work, viewer).conflicts.length > 0 ||
    isListed(context, held) ||
    isCorrected(state);
  return waits ? saveForm(context, form, openAt(held, undefined)) : undefined;
}
