import { z } from "zod";
import type { FormState } from "../../platform/conversation/form-state.ts";
import { openAt } from "../../platform/conversation/moves.ts";
import { withShare, workIn } from "../../platform/conversation/shared-work.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import { answersAsForm } from "./answers-as-form.ts";
import type { Application } from "./application.ts";
import { type ApplicationDraft, DIALOGUE, DRAFT, draftOf, FORM_CARD, isPartOf, openForm, saveForm } from "./draft.ts";
import { applicationPhrases } from "./phrases.ts";
import { applicationById } from "./store.ts";

/**
 * 修改. Opens a submitted application as a form; submitting it creates the next revision. A change begun before, by
 * whomever, is taken up where it was.
 * @throws {RefusalError} if the application has been withdrawn
 */
export async function editApplication(context: PersonContext, application: Application): Promise<ApplicationDraft> {
  if (application.state === "withdrawn") {
    throw new RefusalError("application.withdrawn", applicationPhrases.withdrawnAlready());
  }
  const { person, drafts } = context;
  const name = { kind: DRAFT, district: application.district, subject: application.id };
  const [open] = await drafts.unfinished(name);
  if (open) {
    const known = await openForm(context, open.id);
    const state = isPartOf(known, person.staffId) ? known.state : openAt(known.state, undefined);
    await context.cards.refresh({ kind: FORM_CARD, subject: open.id });
    return saveForm(context, known, state);
  }
  const state = await answersAsForm(context, application);
  const work = withShare(workIn({}), person.staffId, {});
  const draft = await drafts.start({ ...name, startedBy: person.staffId, body: { ...state, ...work } });
  return draftOf(context, draft, person.staffId);
}

/** Opened to be changed, and nothing of it was, by nobody. */
export const isUntouched = ({
  work,
  state,
}: Pick<ApplicationDraft, "work"> & { state: Pick<FormState, "pending"> }): boolean =>
  work.edition === 0 &&
  state.pending === undefined &&
  Object.values(work.people).every(({ refused, conflicts }) => refused.length + conflicts.length === 0);

const stored = z.object({ draftId: z.string() });

/** Name of the submitted form of which a change, not handed in, is what the person was asked about; undefined otherwise. */
export async function changeInHand(context: PersonContext): Promise<string | undefined> {
  const open = await context.dialogue.current();
  const at = open?.kind === DIALOGUE ? stored.safeParse(open.state).data : undefined;
  const draft = at && (await context.drafts.read(at.draftId));
  if (!draft || draft.subject === undefined || (draft.state !== "open" && draft.state !== "left")) return undefined;
  const form = draftOf(context, draft, context.person.staffId);
  return isUntouched(form) ? undefined : (await applicationById(context.tx, draft.subject))?.compoundName;
}

/** Such a change ends as if it had not been opened; its card shows the application. */
export async function endUntouched(context: PersonContext, { draft }: ApplicationDraft): Promise<void> {
  await context.drafts.save(draft, { state: "done" });
  await context.dialogue.close(DIALOGUE);
  await context.cards.refresh({ kind: FORM_CARD, subject: draft.id });
}
