import type { AnswerValue } from "../../platform/conversation/answer.ts";
import { showAnswer } from "../../platform/conversation/answers/show-answer.ts";
import { type Form, type Question, questionByKey } from "../../platform/conversation/field.ts";
import type { FormState } from "../../platform/conversation/form-state.ts";
import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Application, StoredAnswer } from "./application.ts";

/** Field kinds with free text, stored as personal values. */
const FREE_TEXT = ["longText"];

/**
 * The form's answers as an application stores them: personal values and free text by reference, others plain. An answer
 * that is the same as before keeps its reference, so that unchanged answers have an unchanged hash.
 * @param earlier answers of the submission before; empty for the first
 */
export async function storedAnswers(
  context: PersonContext,
  form: Form,
  { state, earlier }: { state: FormState; earlier: Application["answers"] },
): Promise<Record<string, StoredAnswer>> {
  const known = await context.personal.read(Object.values(earlier).filter(isPersonalRef));
  const stored: Record<string, StoredAnswer> = {};
  for (const [key, value] of Object.entries(state.answers)) {
    const question = questionByKey(form, key);
    if (!question) continue;
    const text = referredText(question, value);
    const before = earlier[key];
    if (text === undefined) stored[key] = plainAnswer(value);
    else if (isPersonalRef(before) && known.get(before.personal) === text) stored[key] = before;
    else stored[key] = await context.personal.store(text);
  }
  return stored;
}

/** Text to store as a personal value; undefined for plain answers. */
function referredText(question: Question, value: AnswerValue): string | undefined {
  if (question.personal || FREE_TEXT.includes(question.kind)) return String(value);
  return typeof value === "object" ? showAnswer(question, value) : undefined;
}

const plainAnswer = (value: AnswerValue): StoredAnswer => (typeof value === "object" ? String(value) : value);
