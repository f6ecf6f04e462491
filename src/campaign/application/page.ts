import type { ViewForm } from "../../platform/chat/view.ts";
import { applyCardValues } from "../../platform/conversation/apply-card-values.ts";
import { cardPages } from "../../platform/conversation/card-pages.ts";
import type { Form, Question } from "../../platform/conversation/field.ts";
import { type FormState, isAnswered, nextOpen } from "../../platform/conversation/form-state.ts";
import { openAt } from "../../platform/conversation/moves.ts";
import type { Problem } from "../../platform/conversation/outcome.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import type { ApplicationDraft } from "./draft.ts";
import { answerContext, applicationForm } from "./form.ts";

export const SAVE_PAGE = "application.save-page";

/** The card page from the open question on, with as many fields as fit. Undefined at the review step. */
export function openPage(context: Context, draft: ApplicationDraft): ViewForm | undefined {
  const start = startOf(context, draft);
  return start === undefined ? undefined : pageFrom(context, draft, start);
}

export const isFirstPage = (context: Context, draft: ApplicationDraft): boolean => startOf(context, draft) === 0;

/** Moves to the previous page; from the review step, to the last page. */
export function pageBefore(context: Context, draft: ApplicationDraft): FormState {
  const form = applicationForm(context);
  const end = startOf(context, draft) ?? form.fields.length;
  const reaches = (start: number) => start + questionsOn(form, pageFrom(context, draft, start)).length >= end;
  let start = Math.max(0, end - 1);
  while (start > 0 && reaches(start - 1)) start -= 1;
  return openAt(draft.state, form.fields[start]);
}

/**
 * Saves a submitted page. Without problems, empty optional fields are marked as skipped and the next unanswered page
 * opens.
 */
export function savePage(
  context: PersonContext,
  draft: ApplicationDraft,
  values: Readonly<Record<string, unknown>>,
): { state: FormState; problems: Problem[] } {
  const form = applicationForm(context);
  const page = openPage(context, draft);
  const questions = page ? questionsOn(form, page) : [];
  const asked = questions.map(({ key }) => key);
  const { state, problems } = applyCardValues(form, draft.state, { values, asked, ...answerContext(context) });
  if (problems.length > 0) return { state: openAt(state, firstWith(form, problems) ?? questions[0]), problems };
  const passed = questions.filter((question) => !question.required && !isAnswered(state, question));
  const skipped = [...new Set([...state.skipped, ...passed.map(({ key }) => key)])];
  const moved = { ...state, skipped };
  return { state: openAt(moved, nextOpen(form, moved, asked.at(-1))), problems };
}

/** Index of the open question in the form. */
function startOf(context: Context, { state }: ApplicationDraft): number | undefined {
  const at = applicationForm(context).fields.findIndex(({ key }) => key === state.at);
  return at === -1 ? undefined : at;
}

function pageFrom(context: Context, { draft, state }: ApplicationDraft, start: number): ViewForm {
  const form = applicationForm(context);
  const { limit, measure } = context.cards.formRoom;
  const rest = { ...form, fields: form.fields.slice(start) };
  const [page] = cardPages(rest, state, { limit, measure, action: SAVE_PAGE, subject: draft.id });
  if (!page) throw new Error(`form ${form.id} has no page from ${start}`);
  return { ...page, id: `${form.id}-${start + 1}` };
}

const questionsOn = (form: Form, page: ViewForm): Question[] =>
  form.fields.filter(({ key }) => page.fields.some(({ name }) => name === key));

const firstWith = (form: Form, problems: readonly Problem[]): Question | undefined =>
  form.fields.find(({ key }) => problems.some(({ field }) => field === key || field.startsWith(`${key}-`)));
