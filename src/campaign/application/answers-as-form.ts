import type { AnswerValue } from "../../platform/conversation/answer.ts";
import { parseAnswer } from "../../platform/conversation/answers/parse-answer.ts";
import type { Question } from "../../platform/conversation/field.ts";
import { begin, type FormState } from "../../platform/conversation/form-state.ts";
import { isPersonalRef, type PersonalRef } from "../../platform/journal/personal-value.ts";
import type { Context } from "../engine/context.ts";
import type { Application, StoredAnswer } from "./application.ts";
import { answerContext, applicationForm } from "./form.ts";

/** Form state at the review step, filled with the application's answers. */
export async function answersAsForm(context: Context, { answers }: Application): Promise<FormState> {
  const form = applicationForm(context);
  const refs = Object.values(answers).filter((answer): answer is PersonalRef => isPersonalRef(answer));
  const values = await context.personal.read(refs);
  const known: Record<string, AnswerValue> = {};
  for (const question of form.fields) {
    const value = readBack(context, question, { answer: answers[question.key], values });
    if (value !== undefined) known[question.key] = value;
  }
  const { at: _, ...state } = begin(form);
  const skipped = form.fields.filter(({ key, required }) => !required && !(key in known)).map(({ key }) => key);
  return { ...state, answers: known, skipped };
}

function readBack(
  context: Context,
  question: Question,
  { answer, values }: { answer: StoredAnswer | undefined; values: ReadonlyMap<string, string> },
): AnswerValue | undefined {
  if (typeof answer === "string" || typeof answer === "number") return answer;
  const text = isPersonalRef(answer) ? values.get(answer.personal) : undefined;
  if (text === undefined || question.kind !== "declaration") return text;
  const parsed = parseAnswer(question, text, answerContext(context));
  return parsed.ok ? parsed.value : undefined;
}
