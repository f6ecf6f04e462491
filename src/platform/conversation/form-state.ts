import { z } from "zod";
import type { AnswerValue, Pending } from "./answer.ts";
import { type Form, type Question, questionByKey } from "./field.ts";
import { fitsQuestion } from "./fits-question.ts";

/** State of a form between two messages, stored as JSON. Refers to questions by key, so it survives changed forms. */
export interface FormState {
  formId: string;
  formVersion: number;
  answers: Readonly<Record<string, AnswerValue>>;
  /** Keys of optional questions that were skipped; they are not asked again automatically. */
  skipped: readonly string[];
  /** Key of the open question; undefined during the review. */
  at?: string | undefined;
  /** The unfinished answer to the open question. */
  pending?: (Pending & { key: string }) | undefined;
  /** What could be read of the last message, which was refused: 记录其余2项 records it. */
  offered?: Readonly<Record<string, AnswerValue>> | undefined;
  /** The same of earlier messages, as long as nothing was decided about it. */
  held?: Readonly<Record<string, AnswerValue>> | undefined;
  /** Keys of what was offered last, also where it waits among earlier ones: 记录其余2项 names exactly these. */
  listed?: readonly string[] | undefined;
  /** What waits was corrected since, which could not be recorded: it is not recorded without a question. */
  doubted?: boolean | undefined;
  /** What was offered on buttons with the last question: 2 and 第2个 answer with the second of them. */
  readings?: readonly string[] | undefined;
  /** Keys of other fields than the open one that the last refusal was about: 内容：… is said to answer these. */
  contentOf?: readonly string[] | undefined;
  /** The same of refusals before the last message, as long as the field was not answered. */
  namedBefore?: readonly string[] | undefined;
  /** What the last message that recorded anything found there; 撤销 restores it. */
  undo?: Undo | undefined;
  /** By key, answers known from elsewhere: proposed, each with its source, never filled in unasked. */
  known?: Readonly<Record<string, KnownAnswer>> | undefined;
}

/** As people would type it. */
export interface KnownAnswer {
  text: string;
  /** Where it is from: 2023年度申报. */
  from: string;
}

/** `null` where nothing was answered. */
export interface Undo {
  answers: Readonly<Record<string, AnswerValue | null>>;
  /** The question that was open. */
  at?: string | undefined;
  /** The message itself, for comparing: sent twice, it is no answer to what is asked next. */
  said?: string | undefined;
}

export const storedAnswer = z.union([
  z.string(),
  z.number(),
  z.strictObject({ choice: z.string(), details: z.record(z.string(), z.string()) }),
]);

export const storedAnswers = z.record(z.string(), storedAnswer);

export const storedPending = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("attachedPage"), key: z.string(), text: z.string() }),
  z.object({
    kind: z.literal("details"),
    key: z.string(),
    choice: z.string(),
    details: z.record(z.string(), z.string()),
  }),
]);

export const storedUndo = z.object({
  answers: z.record(z.string(), storedAnswer.nullable()),
  at: z.string().optional(),
  said: z.string().optional(),
});

const storedState = z.object({
  formId: z.string(),
  formVersion: z.int(),
  answers: z.record(z.string(), storedAnswer),
  skipped: z.array(z.string()),
  at: z.string().optional(),
  pending: storedPending.optional(),
  offered: storedAnswers.optional(),
  held: storedAnswers.optional(),
  listed: z.array(z.string()).optional(),
  doubted: z.boolean().optional(),
  readings: z.array(z.string()).optional(),
  contentOf: z.array(z.string()).optional(),
  namedBefore: z.array(z.string()).optional(),
  undo: storedUndo.optional(),
  known: z.record(z.string(), z.object({ text: z.string(), from: z.string() })).optional(),
});

/** The state of a new form. */
export const begin = (form: Form): FormState => ({
  formId: form.id,
  formVersion: form.version,
  answers: {},
  skipped: [],
  ...(form.fields[0] ? { at: form.fields[0].key } : {}),
});

export const isAnswered = (state: FormState, question: Question): boolean => Object.hasOwn(state.answers, question.key);

export const missingQuestions = (form: Form, state: FormState): Question[] =>
  form.fields.filter((question) => question.required && !isAnswered(state, question));

/** Neither answered nor skipped. */
export const isOpen = (state: FormState, question: Question): boolean =>
  !isAnswered(state, question) && !state.skipped.includes(question.key);

/** The next open question after the given one, wrapping around; undefined if there is none. */
export function nextOpen(form: Form, state: FormState, after?: string): Question | undefined {
  const start = form.fields.findIndex(({ key }) => key === after) + 1;
  return [...form.fields.slice(start), ...form.fields.slice(0, start)].find((question) => isOpen(state, question));
}

/**
 * Migrates a stored state to the current form: valid answers are kept, the others are asked again.
 * @param stored possibly saved under an earlier version of the form
 * @throws ZodError when it is not a stored state
 */
export function restoreState(form: Form, stored: unknown): { state: FormState; dropped: string[] } {
  const saved = storedState.parse(stored);
  if (saved.formId !== form.id) throw new Error(`expected a state of form ${form.id}, not ${saved.formId}`);
  const fits = ([key, value]: [string, AnswerValue]): boolean => {
    const question = questionByKey(form, key);
    return question !== undefined && fitsQuestion(question, value);
  };
  const entries = Object.entries(saved.answers);
  const answers = Object.fromEntries(entries.filter(fits));
  const dropped = entries.filter((entry) => !fits(entry)).map(([key]) => key);
  const state = { ...saved, formVersion: form.version, answers };
  if (saved.formVersion === form.version && dropped.length === 0) return { state, dropped };
  return { state: reopened(form, state), dropped };
}

/** After a change of the form, unfinished and missing answers are asked again. */
function reopened(form: Form, { at, ...stored }: FormState): FormState {
  const ended = { pending: undefined, offered: undefined, held: undefined, listed: undefined, doubted: undefined };
  const skipped = stored.skipped.filter((key) => questionByKey(form, key)?.required === false);
  const kept = {
    ...stored,
    ...ended,
    readings: undefined,
    contentOf: undefined,
    namedBefore: undefined,
    undo: undefined,
    skipped,
  };
  const current = at === undefined ? undefined : questionByKey(form, at);
  const open = current ?? nextOpen(form, kept);
  return open ? { ...kept, at: open.key } : kept;
}
