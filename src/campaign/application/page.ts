import type { ViewForm } from "../../platform/chat/view.ts";
import { applyCardValues } from "../../platform/conversation/apply-card-values.ts";
import { cardPages } from "../../platform/conversation/card-pages.ts";
import type { Form, Question } from "../../platform/conversation/field.ts";
import { type FormState, isAnswered, nextOpen } from "../../platform/conversation/form-state.ts";
import { heldAfter } from "../../platform/conversation/held.ts";
import { openAt } from "../../platform/conversation/moves.ts";
import type { Problem } from "../../platform/conversation/outcome.ts";
import { readTurn, type Turn } from "../../platform/conversation/page-turn.ts";
import { pageSubject, type Refused, shareOf } from "../../platform/conversation/shared-work.ts";
import { withUndo } from "../../platform/conversation/undo.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import type { ApplicationDraft } from "./draft.ts";
import { answerContext, askedForm } from "./form.ts";

export const SAVE_PAGE = "application.save-page";

/** The card page from the open question on, with as many fields as fit. Undefined at the review step. */
export function openPage(context: Context, draft: ApplicationDraft): ViewForm | undefined {
  const start = startOf(context, draft);
  return start === undefined ? undefined : pageFrom(context, draft, start);
}

/** Moves to the previous page; from the review step, to the last page. */
export function pageBefore(context: Context, draft: ApplicationDraft): FormState {
  const form = askedForm(context, draft.state);
  const end = startOf(context, draft) ?? form.fields.length;
  const reaches = (start: number) => start + questionsOn(form, pageFrom(context, draft, start)).length >= end;
  let start = Math.max(0, end - 1);
  while (start > 0 && reaches(start - 1)) start -= 1;
  return openAt(draft.state, form.fields[start]);
}

/** A submitted page: what of it stands, and where it leads. */
export interface TurnedPage {
  state: FormState;
  turn: Turn;
  /** Values that could not be saved, those of other pages included. */
  refused: Refused[];
  /** How many of this page's could not. */
  problems: number;
}

/**
 * Reads a submitted page. What is good stands; what is not keeps its page open, unless the person leaves. Going on,
 * empty optional fields are marked as skipped and the next unanswered page opens.
 */
export function turnPage(
  context: PersonContext,
  draft: ApplicationDraft,
  submitted: Readonly<Record<string, unknown>>,
): TurnedPage {
  const form = askedForm(context, draft.state);
  const page = openPage(context, draft);
  const questions = page ? questionsOn(form, page) : [];
  const { turn, values } = readTurn(submitted);
  const names = page?.fields.map(({ name }) => name) ?? [];
  // A form that was sent from an earlier state of the card is judged by what it holds.
  const isThis = Object.keys(values).every((name) => names.includes(name));
  const asked = turn === "next" && isThis ? questions.map(({ key }) => key) : [];
  const applied = applyCardValues(form, draft.state, { values, asked, ...answerContext(context) });
  const { problems } = applied;
  const { offered: _, ...now } = applied.state;
  const told = problems.map(
    ({ field, label, sentence, typed = "" }): Refused => ({ key: field, label, sentence, typed }),
  );
  const elsewhere = shareOf(draft.work, draft.viewer).refused.filter(
    ({ key }) => !questions.some((question) => question.key === key) && !told.some((one) => one.key === key),
  );
  const after = {
    state: withUndo(draft.state, heldAfter(form, draft.state, now, { nameKey: answerContext(context).nameKey })),
    turn,
    refused: [...elsewhere, ...told],
    problems: problems.length,
  };
  if (problems.length === 0 && turn === "next" && !isThis) return after;
  if (problems.length > 0) {
    const open = firstWith(form, problems) ?? questions[0];
    // The page opens again from there: what was left empty before it has been seen.
    const seen =
      turn === "next"
        ? questions.slice(
            0,
            Math.max(
              0,
              questions.findIndex(({ key }) => key === open?.key),
            ),
          )
        : [];
    return { ...after, state: openAt(withSkipped(after.state, seen), open) };
  }
  switch (turn) {
    case "next":
      return { ...after, state: passedOn(askedForm(context, after.state), after.state, questions) };
    case "back":
      return { ...after, state: pageBefore(context, { ...draft, state: { ...after.state, at: draft.state.at } }) };
    case "leave":
      return after;
  }
}

/** Marks optional questions that were left empty as skipped. */
function withSkipped(state: FormState, questions: readonly Question[]): FormState {
  const passed = questions.filter((question) => !question.required && !isAnswered(state, question));
  return { ...state, skipped: [...new Set([...state.skipped, ...passed.map(({ key }) => key)])] };
}

/** Marks what was left empty as skipped, and opens the next page with something to answer. */
function passedOn(form: Form, state: FormState, questions: readonly Question[]): FormState {
  const moved = withSkipped(state, questions);
  return openAt(moved, nextOpen(form, moved, questions.at(-1)?.key));
}

/** Index of the open question in the form. */
function startOf(context: Context, { state }: ApplicationDraft): number | undefined {
  const at = askedForm(context, state).fields.findIndex(({ key }) => key === state.at);
  return at === -1 ? undefined : at;
}

function pageFrom(context: Context, filled: ApplicationDraft, start: number): ViewForm {
  const { draft, state, work, viewer } = filled;
  const form = askedForm(context, state);
  const { limit, measure } = context.cards.formRoom;
  const rest = { ...form, fields: form.fields.slice(start) };
  const refused = new Map(shareOf(work, viewer).refused.map(({ key, typed }) => [key, typed]));
  const turns = { isFirst: start === 0, refused };
  const [page] = cardPages(rest, state, {
    limit,
    measure,
    action: SAVE_PAGE,
    subject: pageSubject(draft.id, work.edition),
    turns,
  });
  if (!page) throw new Error(`form ${form.id} has no page from ${start}`);
  return { ...page, id: `${form.id}-${start + 1}` };
}

const questionsOn = (form: Form, page: ViewForm): Question[] =>
  form.fields.filter(({ key }) => page.fields.some(({ name }) => name === key));

const firstWith = (form: Form, problems: readonly Problem[]): Question | undefined =>
  form.fields.find(({ key }) => problems.some(({ field }) => field === key || field.startsWith(`${key}-`)));
