import type { View } from "../../../platform/chat/view.ts";
import { missingQuestions } from "../../../platform/conversation/form-state.ts";
import { deadlineOf } from "../../definition/deadlines.ts";
import { fieldFor } from "../../definition/purposes.ts";
import { deadlineContext } from "../../definition/running-campaign.ts";
import { dayWordsIn } from "../../definition/wording.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import type { ApplicationDraft } from "../draft.ts";
import { applicationForm, askedForm } from "../form.ts";
import { applicationDeliverable } from "../offered.ts";
import { latenessPhrases as phrases } from "./phrases.ts";
import { isLate } from "./rules.ts";

/** Subject: the draft's id. */
export const LATE_CARD = "application.late";
export const SUBMIT_LATE = "application.submit-late";

type Filled = Pick<ApplicationDraft, "draft" | "state">;

/**
 * Asks why a first submission is late, before it is stored. A form with missing answers is refused before that.
 * @returns true if it was asked; then nothing is submitted yet
 */
export async function askWhyLate(context: PersonContext, { draft, state }: Filled): Promise<boolean> {
  const isFirst = draft.subject === undefined;
  if (!isFirst || !isLate(context, draft.district) || missingQuestions(askedForm(context, state), state).length > 0)
    return false;
  await context.cards.show(context.person.staffId, { kind: LATE_CARD, subject: draft.id });
  return true;
}

export function lateView(context: Context, { draft, state }: Filled): View {
  const form = applicationForm(context);
  const title = phrases.title(String(state.answers[fieldFor(form, "name")?.key ?? ""] ?? ""));
  if (draft.state === "done") {
    return {
      title,
      tone: "done",
      status: phrases.done(),
      body: [{ kind: "text", text: phrases.submitted() }],
      actions: [],
    };
  }
  const { definition } = context.campaign;
  const deliverable = applicationDeliverable(definition) ?? "";
  const { statedOn } = deadlineOf(deadlineContext(context.campaign, context.rulings, draft.district), deliverable);
  const field = { name: "reason", label: phrases.reason(), kind: "textArea" as const, required: true };
  return {
    title,
    tone: "overdue",
    status: phrases.status(),
    body: [phrases.ask(dayWordsIn(definition, statedOn)), phrases.typedHint()].map((text) => ({ kind: "text", text })),
    ...(context.cards.interactive
      ? { form: { id: "late", action: SUBMIT_LATE, subject: draft.id, submitLabel: phrases.submit(), fields: [field] } }
      : {}),
    actions: [],
  };
}
