import type { ViewForm } from "../chat/view.ts";
import type { PersonTurn, Turn } from "../campaign/feature.ts";
import { applyCardValues } from "../conversation/apply-card-values.ts";
import { cardPages } from "../conversation/card-pages.ts";
import type { Form, Question } from "../conversation/field.ts";
import { type FormState, isAnswered, nextOpen } from "../conversation/form-state.ts";
import { openAt } from "../conversation/moves.ts";
import type { Problem } from "../conversation/outcome.ts";
import { answerContext, applicationForm } from "./form.ts";
import type { Filling } from "./filling.ts";

export const SAVE_PAGE = "application.save-page";

/** The page of the card that holds the open question; undefined in the review. */
export function openPage(turn: Turn, filling: Filling): ViewForm | undefined {
  const { pages, at } = pagesOf(turn, filling);
  return at === undefined ? undefined : pages[at];
}

/** With the page before the open one open; from the review the last page. */
export function pageBefore(turn: Turn, filling: Filling): FormState {
  const form = applicationForm(turn.campaign.definition);
  const { pages, at = pages.length } = pagesOf(turn, filling);
  const page = pages[Math.max(0, at - 1)];
  return openAt(filling.state, page && questionsOn(form, page)[0]);
}

/**
 * Saves a submitted page. Where everything on it is good, what was left empty and may be, counts as passed over, and
 * the next open page follows.
 */
export function savePage(
  turn: PersonTurn,
  filling: Filling,
  values: Readonly<Record<string, unknown>>,
): { state: FormState; problems: Problem[] } {
  const form = applicationForm(turn.campaign.definition);
  const page = openPage(turn, filling);
  const questions = page ? questionsOn(form, page) : [];
  const asked = questions.map(({ key }) => key);
  const { state, problems } = applyCardValues(form, filling.state, { values, asked, ...answerContext(turn) });
  if (problems.length > 0) return { state: openAt(state, firstWith(form, problems) ?? questions[0]), problems };
  const passed = questions.filter((question) => !question.required && !isAnswered(state, question));
  const skipped = [...new Set([...state.skipped, ...passed.map(({ key }) => key)])];
  const moved = { ...state, skipped };
  return { state: openAt(moved, nextOpen(form, moved, asked.at(-1))), problems };
}

function pagesOf({ campaign, cards }: Turn, { draft, state }: Filling): { pages: ViewForm[]; at: number | undefined } {
  const form = applicationForm(campaign.definition);
  const { limit, measure } = cards.formRoom;
  const pages = cardPages(form, state, { limit, measure, action: SAVE_PAGE, subject: draft.id });
  const at = pages.findIndex((page) => questionsOn(form, page).some(({ key }) => key === state.at));
  return { pages, at: at === -1 ? undefined : at };
}

const questionsOn = (form: Form, page: ViewForm): Question[] =>
  form.fields.filter(({ key }) => page.fields.some(({ name }) => name === key));

const firstWith = (form: Form, problems: readonly Problem[]): Question | undefined =>
  form.fields.find(({ key }) => problems.some(({ field }) => field === key || field.startsWith(`${key}-`)));
