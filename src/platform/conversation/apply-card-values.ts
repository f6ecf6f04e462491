import type { CivilDate } from "../../shared/civil-date.ts";
import type { Parsed } from "./answer.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { detailFieldName } from "./card-fields.ts";
import { choiceBefore } from "./choice-before.ts";
import { detailsOf, type Form, optionsOf, type Question } from "./field.ts";
import { readFormCommand } from "./form-command.ts";
import { type FormState, isAnswered, nextOpen } from "./form-state.ts";
import { openAt, withAnswer, withPending } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Problem } from "./outcome.ts";
import { stepPhrases } from "./phrases.ts";
import { proposalFor } from "./proposal.ts";
import { optionSaid } from "./with-choice.ts";

/** A submitted page of a card. */
export interface CardPage {
  /** Untrusted values by field name; empty fields are absent. */
  values: Readonly<Record<string, unknown>>;
  /** Keys of the questions on the page, for reporting required ones that have no answer. */
  asked?: readonly string[];
  today: CivilDate;
  year: number;
}

interface AppliedPage {
  state: FormState;
  problems: Problem[];
  saved: Question[];
}

/**
 * Saves the valid values of a page and reports the others. An absent or empty field does not change its answer. If the
 * page answered the open question of the conversation, the next one becomes open.
 */
export function applyCardValues(form: Form, state: FormState, page: CardPage): AppliedPage {
  const values = new Map(Object.entries(page.values).filter(([, value]) => !isEmpty(value)));
  const problems: Problem[] = [];
  const saved: Question[] = [];
  let next = state;
  for (const question of form.fields) {
    const input = takeInput(question, values);
    if (input === undefined) continue;
    const read = readInput(question, input, { form, page, state: next });
    if (read === "skip") continue;
    if (read === "clear") next = withoutAnswer(next, question);
    else if (read.ok) {
      next = withAnswer(withChoiceSaid({ form, page, state: next }, question, input), question, read.value);
      saved.push(question);
    } else {
      const typed = typedOf(input.value);
      const named = typed === undefined ? {} : { typed };
      const hasPending = problems.some(({ field }) => field === next.pending?.key);
      problems.push({ field: question.key, label: question.label, sentence: read.retry, ...named });
      if (read.pending && !hasPending) next = withPending(openAt(next, question), question, read.pending);
    }
  }
  problems.push(...missingOn(form, next, page, problems), ...unknown(values));
  return { state: advanceAnswered(form, next), problems, saved };
}

/** The values of one question: its field, and the fields of its details. */
interface FieldInput {
  value: unknown;
  /** By the detail's key. */
  details: ReadonlyMap<string, unknown>;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === "string" && value.trim() === "") ||
  (Array.isArray(value) && value.length === 0);

/** Removes the question's fields from the values; unknown fields remain. */
function takeInput(question: Question, values: Map<string, unknown>): FieldInput | undefined {
  const details = new Map<string, unknown>();
  for (const { key } of optionsOf(question).flatMap(detailsOf)) {
    const name = detailFieldName(question, key);
    if (values.has(name)) details.set(key, values.get(name));
    values.delete(name);
  }
  const value = values.get(question.key);
  values.delete(question.key);
  return value === undefined && details.size === 0 ? undefined : { value, details };
}

/** The value as a person would type it; undefined for a type that cards do not send. */
function typedOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return Array.isArray(value) && value.length === 1 ? typedOf(value[0]) : undefined;
}

const wrongType = (): Parsed => ({ ok: false, retry: stepPhrases.wrongType() });

interface Reading {
  form: Form;
  page: CardPage;
  state: FormState;
}

/** Reads a field as the conversation does: 跳过 leaves it, 清除 empties it, 确认 takes the proposal, 附页 the longer text. */
function readInput(question: Question, input: FieldInput, { form, page, state }: Reading): Parsed | "skip" | "clear" {
  const typed = typedOf(input.value);
  const command = typed === undefined || question.kind === "longText" ? undefined : readFormCommand(typed)?.kind;
  if (command === "skip" && !question.required) return "skip";
  if (command === "clear" && !question.required) return "clear";
  const proposal = command === "accept" ? proposalFor(form, state, question) : undefined;
  return parseInput(question, proposal === undefined ? input : { ...input, value: proposal }, { page, state });
}

function parseInput(
  question: Question,
  input: FieldInput,
  { page, state }: { page: CardPage; state: FormState },
): Parsed {
  const waiting = state.pending?.key === question.key && state.pending.kind === "attachedPage";
  const context = { today: page.today, year: page.year, ...(waiting ? { pending: state.pending } : {}) };
  const saved = state.answers[question.key];
  const choice = input.value ?? (typeof saved === "object" ? saved.choice : undefined);
  if (choice === undefined) return { ok: false, retry: stepPhrases.choiceFirst() };
  const typed = typedOf(choice);
  if (typed === undefined) return wrongType();
  const parsed = parseAnswer(question, typed, context);
  if (parsed.ok || parsed.pending?.kind !== "details") return parsed;
  const words = [...input.details].map(([key, value]) => [key, typedOf(value)] as const);
  if (words.some(([, text]) => text === undefined)) return wrongType();
  let known: Parsed = parsed;
  for (const [, text] of orderedDetails(question, parsed.pending.choice, new Map(words))) {
    // A detail that was asked about is not answered by the next one.
    if (known.ok || known.pending === undefined || known.readings) break;
    known = parseAnswer(question, text, { ...context, pending: known.pending });
  }
  return known;
}

/** 入住率95 in the field of both: the choice before it, where the page says nothing of it. */
function withChoiceSaid({ form, page, state }: Reading, question: Question, { value }: FieldInput): FormState {
  const choice = choiceBefore(form, question);
  const option = choice && optionSaid(choice, typedOf(value) ?? "");
  return option && isEmpty(page.values[choice.key]) ? withAnswer(state, choice, option.value) : state;
}

/** Empties an optional answer; it is not asked again. */
function withoutAnswer(state: FormState, { key }: Question): FormState {
  const { [key]: _, ...answers } = state.answers;
  return { ...state, answers, skipped: [...state.skipped.filter((one) => one !== key), key] };
}

/** The details of the option in the definition's order, up to the first missing one. */
function orderedDetails(
  question: Question,
  choice: string,
  words: ReadonlyMap<string, string | undefined>,
): [string, string][] {
  const option = optionsOf(question).find(({ value }) => value === choice);
  const given: [string, string][] = [];
  for (const { key } of option ? detailsOf(option) : []) {
    const text = words.get(key);
    if (text === undefined) break;
    given.push([key, text]);
  }
  return given;
}

const missingOn = (form: Form, state: FormState, { asked = [] }: CardPage, named: readonly Problem[]): Problem[] =>
  form.fields
    .filter((question) => question.required && asked.includes(question.key) && !isAnswered(state, question))
    .filter((question) => !named.some(({ field }) => field === question.key))
    .map(({ key, label }) => ({ field: key, label, sentence: stepPhrases.left() }));

const unknown = (values: ReadonlyMap<string, unknown>): Problem[] =>
  [...values.keys()].map((name) => ({ field: name, label: name, sentence: stepPhrases.unknownField() }));

/** Opens the next question if the open one has been answered. */
function advanceAnswered(form: Form, state: FormState): FormState {
  const question = openQuestion(form, state);
  return question && isAnswered(state, question) && state.pending?.key !== question.key
    ? openAt(state, nextOpen(form, state, question.key))
    : state;
}
