import { heldAfter } from "../../platform/conversation/held.ts";
import { openAt } from "../../platform/conversation/moves.ts";
import { shareOf, unseenBy } from "../../platform/conversation/shared-work.ts";
import type { PersonContext } from "../engine/context.ts";
import { type ApplicationDraft, saveForm } from "./draft.ts";
import { answerContext, askedForm } from "./form.ts";

/**
 * 提交 waits until the person has been shown every colleague's change, and has decided about every conflict and about
 * what was read of earlier messages and not recorded.
 * @returns the form to show first; undefined if it can be submitted
 */
export async function lookFirst(context: PersonContext, form: ApplicationDraft): Promise<ApplicationDraft | undefined> {
  const { work, viewer, state } = form;
  const { offered: _, ...now } = state;
  const held = heldAfter(askedForm(context, state), state, now, answerContext(context).nameKey);
  const waits =
    unseenBy(work, viewer).length > 0 || shareOf(work, viewer).conflicts.length > 0 || held.held !== undefined;
  return waits ? saveForm(context, form, openAt(held, undefined)) : undefined;
}
