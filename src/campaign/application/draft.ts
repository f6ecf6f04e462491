import type { Draft } from "../../platform/conversation/drafts.ts";
import { begin, type FormState, restoreState } from "../../platform/conversation/form-state.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import type { CommandRequest } from "../engine/feature.ts";
import { applicationForm } from "./form.ts";
import { applicationPhrases } from "./phrases.ts";
import { applyingDistricts, workDistrict } from "./work-district.ts";

export const DRAFT = "application.form";
export const DIALOGUE = "application.form";
export const FORM_CARD = "application.form";

/** 申报表 being filled in. `state` is restored under the current form. */
export interface ApplicationDraft {
  draft: Draft;
  state: FormState;
}

/** Continues the person's unfinished form in the district, or starts a new one. */
export async function takeUpForm(context: PersonContext, request: CommandRequest): Promise<ApplicationDraft> {
  const { person, drafts } = context;
  const work = { word: applicationPhrases.start(), among: applyingDistricts(context) };
  const name = { kind: DRAFT, district: workDistrict(context, request, work) };
  const unfinished = await drafts.unfinished(name);
  const own = unfinished.find(({ startedBy }) => startedBy === person.staffId);
  if (own) return draftOf(context, own.state === "open" ? own : await drafts.save(own, { state: "open" }));
  const body = begin(applicationForm(context));
  return draftOf(context, await drafts.start({ ...name, startedBy: person.staffId, body }));
}

/**
 * Reads and locks the draft.
 * @throws {RefusalError} if it has been submitted or dropped, or belongs to another district
 */
export async function openForm(context: PersonContext, draftId: string): Promise<ApplicationDraft> {
  const draft = await context.drafts.read(draftId);
  if (!draft || draft.state === "done" || draft.state === "dropped") {
    throw new RefusalError("application.not-open", applicationPhrases.notOpen());
  }
  if (!context.person.roles.some(({ district }) => district === draft.district)) {
    throw new RefusalError("application.not-own", applicationPhrases.notOpen());
  }
  return draftOf(context, draft);
}

export const draftOf = (context: Context, draft: Draft): ApplicationDraft => ({
  draft,
  state: restoreState(applicationForm(context), draft.body).state,
});

export const saveForm = async (
  context: PersonContext,
  { draft }: ApplicationDraft,
  state: FormState,
): Promise<ApplicationDraft> => ({ draft: await context.drafts.save(draft, { body: state, state: "open" }), state });

/** 保存退出. Keeps the answers and ends the dialogue. */
export async function leaveForm(context: PersonContext, { draft, state }: ApplicationDraft): Promise<void> {
  await context.drafts.save(draft, { body: state, state: "left" });
  await context.dialogue.close(DIALOGUE);
  await context.cards.refresh({ kind: FORM_CARD, subject: draft.id });
}
