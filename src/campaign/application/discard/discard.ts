import { begin } from "../../../platform/conversation/form-state.ts";
import { workIn } from "../../../platform/conversation/shared-work.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { PersonContext } from "../../engine/context.ts";
import { type ApplicationDraft, DIALOGUE, FORM_CARD, openForm } from "../draft.ts";
import { isNamedBy, plainName } from "../find-application.ts";
import { applicationForm } from "../form.ts";
import { caseName, formsOf } from "../take-up.ts";
import { wordsOf } from "../words.ts";
import { onlyAsked } from "./asked.ts";
import { discardPhrases as phrases } from "./phrases.ts";

/**
 * The form that the person gives up, by its name, else the one shown for it; changes of submitted ones are none.
 * @throws {RefusalError} if there is none, or more than one
 */
export async function formToDiscard(context: PersonContext, said: string): Promise<ApplicationDraft> {
  const words = wordsOf(context.campaign.definition);
  const { case: noun } = nounsOf(context.campaign.definition);
  // An empty form is listed among what is to be done: it is given up like the others.
  const own = (await formsOf(context, context.person.staffId)).filter(({ draft }) => draft.subject === undefined);
  const named = own.map((form) => ({ form, name: caseName(context, form) || phrases.unnamed() }));
  const wanted = plainName(said, noun);
  const whole = named.filter(({ name }) => wanted === "" || plainName(name, noun) === wanted);
  // 删除申报表 城南: a part of the name, if it is of one.
  const all = whole.length > 0 ? whole : named.filter(({ name }) => isNamedBy(name, said, noun));
  const [only, second] = all;
  if (!only) throw new RefusalError("application.nothing-to-discard", phrases.none(words));
  if (!second) return only.form;
  const asked = wanted === "" ? await onlyAsked(context) : undefined;
  const shown = all.find(({ form }) => form.draft.id === asked);
  if (shown) return shown.form;
  const names = all.map(({ name }) => name);
  const choices = new Set(names).size === names.length ? names : [];
  throw new RefusalError("application.which-to-discard", phrases.which(names, words), { choices });
}

/** Drops the form and what was filled in. The journal keeps that it was. */
export async function discardForm(context: PersonContext, { draft: { id } }: ApplicationDraft): Promise<void> {
  const { draft } = await openForm(context, id);
  await context.withJournal({ action: "application.form-discarded", reason: draft.id }, async () => {
    const body = { ...begin(applicationForm(context)), ...workIn({}) };
    await context.drafts.save(draft, { state: "dropped", body });
  });
  const open = await context.dialogue.current();
  const isOpen = open?.kind === DIALOGUE && JSON.stringify(open.state) === JSON.stringify({ draftId: draft.id });
  if (isOpen) await context.dialogue.close(DIALOGUE);
  await context.cards.refresh({ kind: FORM_CARD, subject: draft.id });
}
