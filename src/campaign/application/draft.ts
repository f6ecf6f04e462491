import { isDeepStrictEqual } from "node:util";
import type { Asks } from "../../platform/chat/view.ts";
import type { Draft } from "../../platform/conversation/drafts.ts";
import { questionByKey } from "../../platform/conversation/field.ts";
import { begin, type FormState, nextOpen, restoreState } from "../../platform/conversation/form-state.ts";
import {
  type Conflict,
  type Refused,
  reconcile,
  type SharedWork,
  shareOf,
  withChanges,
  withLook,
  withShare,
  workIn,
} from "../../platform/conversation/shared-work.ts";
import type { StaffId } from "../../shared/brand.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { fieldFor } from "../definition/purposes.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { partlyOpen, requireOpenParts } from "../engine/open-parts.ts";
import { answersAsForm } from "./answers-as-form.ts";
import { applicationForm, askedForm } from "./form.ts";
import { knownFromBefore } from "./last-year.ts";
import { applicationPhrases } from "./phrases.ts";
import { applicationById } from "./store.ts";
import { ownDistricts } from "./work-district.ts";

export const DRAFT = "application.form";
export const DIALOGUE = "application.form";
export const FORM_CARD = "application.form";

/**
 * 申报表 being filled in, one draft a case with the changes of everybody. `state` is restored under the current form:
 * the answers are everybody's, the open question is the viewer's.
 */
export interface ApplicationDraft {
  draft: Draft;
  state: FormState;
  work: SharedWork;
  viewer: StaffId;
}

/** The question that is open for the viewer, for an answer that quotes it later. */
export const asksOf = ({ draft, state: { at } }: Pick<ApplicationDraft, "draft" | "state">): Asks => ({
  kind: DIALOGUE,
  state: { draftId: draft.id },
  ...(at === undefined ? {} : { question: at }),
});

/** Starts a form of its own. */
export async function startForm(context: PersonContext, district: string): Promise<ApplicationDraft> {
  const { person, drafts } = context;
  const body = withShare(workIn({}), person.staffId, { at: applicationForm(context).fields[0]?.key });
  const state = begin(applicationForm(context));
  const draft = await drafts.start({
    kind: DRAFT,
    district,
    startedBy: person.staffId,
    body: { ...state, ...body },
  });
  return draftOf(context, draft, person.staffId);
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
  if (!ownDistricts(context).includes(draft.district ?? "")) {
    throw new RefusalError("application.not-own", applicationPhrases.notOpen());
  }
  return draftOf(context, draft, context.person.staffId);
}

/** The draft with the open question of the viewer; of whoever answered last, where the viewer has none yet. */
export function draftOf(context: Context, draft: Draft, viewer = draft.startedBy): ApplicationDraft {
  const form = applicationForm(context);
  const work = workIn(draft.body);
  const { state } = restoreState(form, draft.body);
  const own = work.people[viewer];
  if (!own) return { draft, work, viewer, state };
  const {
    at: _,
    pending: __,
    offered: ___,
    held: ______,
    doubted: _______,
    readings: ____,
    contentOf: ________,
    undo: _____,
    ...answers
  } = state;
  const asked = askedForm(context, state);
  // A colleague may have named an owners' body that the open question is not for.
  const at = own.at === undefined ? undefined : (questionByKey(asked, own.at) ?? nextOpen(asked, state))?.key;
  const begun = {
    ...(own.pending ? { pending: own.pending } : {}),
    ...(own.offered ? { offered: own.offered } : {}),
    ...(own.held ? { held: own.held } : {}),
    ...(own.doubted ? { doubted: own.doubted } : {}),
    ...(own.readings ? { readings: own.readings } : {}),
    ...(own.contentOf ? { contentOf: own.contentOf } : {}),
    ...(own.undo ? { undo: own.undo } : {}),
  };
  return { draft, work, viewer, state: { ...answers, ...(at === undefined ? {} : { at }), ...begun } };
}

/** Whether the viewer has left it by 保存退出; a colleague may go on meanwhile. */
export const hasLeft = ({ draft, work, viewer }: Pick<ApplicationDraft, "draft" | "work" | "viewer">): boolean => {
  const own = work.people[viewer];
  return own ? own.step === "left" : draft.state === "left";
};

/** Whether the person has worked on it. */
export const isPartOf = ({ work, draft }: Pick<ApplicationDraft, "work" | "draft">, person: StaffId): boolean =>
  draft.startedBy === person || work.people[person] !== undefined;

interface Unsaved {
  /** Values that could not be saved; default: those of before whose answer has not changed since. */
  refused?: readonly Refused[];
  /** Values to decide about; default: those that this save finds. */
  conflicts?: readonly Conflict[];
  /** Default open. */
  left?: boolean;
}

/**
 * Saves the person's answers. A colleague's change that the person has not been told of is not overwritten: it becomes a
 * conflict to decide about. Afterwards the person counts as told of everything.
 */
export async function saveForm(
  context: PersonContext,
  form: ApplicationDraft,
  state: FormState,
  { refused, conflicts, left = false }: Unsaved = {},
): Promise<ApplicationDraft> {
  const { staffId } = context.person;
  const before = form.state.answers;
  const checked = reconcile(form.work, staffId, { before, after: state.answers });
  await requireOpenFields(context, form.draft, { before, after: checked.values });
  const saved: FormState = { ...state, answers: checked.values, ...(await proposed(context, form, checked.values)) };
  const changed = withChanges(form.work, staffId, { before, after: checked.values });
  const earlier = shareOf(form.work, staffId);
  const unchanged = ({ key }: { key: string }) => isDeepStrictEqual(before[key], checked.values[key]);
  const work = withShare(withLook(changed, staffId), staffId, {
    at: saved.at,
    pending: saved.pending,
    offered: saved.offered,
    held: saved.held,
    doubted: saved.doubted,
    readings: saved.readings,
    contentOf: saved.contentOf,
    undo: saved.undo,
    step: left ? "left" : undefined,
    refused: refused ?? earlier.refused.filter(unchanged),
    conflicts: conflicts ?? [...earlier.conflicts.filter(unchanged), ...checked.conflicts],
  });
  const body = { ...saved, ...work };
  const everybodyLeft = Object.values(work.people).every(({ step }) => step === "left");
  const draft = await context.drafts.save(form.draft, { body, state: everybodyLeft ? "left" : "open" });
  return { draft, state: saved, work, viewer: staffId };
}

/** Once a new form names its case: what is known of it from an earlier campaign. */
async function proposed(
  context: PersonContext,
  { draft, state }: ApplicationDraft,
  answers: FormState["answers"],
): Promise<Pick<FormState, "known">> {
  const key = fieldFor(applicationForm(context), "name")?.key ?? "";
  const name = answers[key];
  const isNamed = draft.subject === undefined && typeof name === "string" && name !== state.answers[key];
  return isNamed ? { known: await knownFromBefore(context, { district: draft.district ?? "", name }) } : {};
}

/**
 * Of a case of which only some parts are open, others keep what was submitted; what was changed before may go back to it.
 * @throws {RefusalError} for another change
 */
async function requireOpenFields(
  context: PersonContext,
  { subject: caseId }: Draft,
  { before, after }: { before: FormState["answers"]; after: FormState["answers"] },
): Promise<void> {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = keys.filter((key) => !isDeepStrictEqual(before[key], after[key]));
  const isPartly = caseId !== undefined && (await context.contributions(partlyOpen, { caseId })).length > 0;
  if (caseId === undefined || changed.length === 0 || !isPartly) return;
  const application = await applicationById(context.tx, caseId);
  const submitted = application ? (await answersAsForm(context, application)).answers : {};
  const fields = changed.filter((key) => !isDeepStrictEqual(submitted[key], after[key]));
  await requireOpenParts(
    context,
    caseId,
    fields.map((key) => `field:${key}` as const),
  );
}

/** 保存退出. Keeps the answers and ends the dialogue. */
export async function leaveForm(context: PersonContext, form: ApplicationDraft, unsaved: Unsaved = {}): Promise<void> {
  await saveForm(context, form, form.state, { ...unsaved, left: true });
  await context.dialogue.close(DIALOGUE);
  await context.cards.refresh({ kind: FORM_CARD, subject: form.draft.id });
}
