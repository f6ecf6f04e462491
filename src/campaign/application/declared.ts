import type { AnswerValue } from "../../platform/conversation/answer.ts";
import { parseAnswer } from "../../platform/conversation/answers/parse-answer.ts";
import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import { fieldsFor } from "../definition/purposes.ts";
import type { Context } from "../engine/context.ts";
import type { Application } from "./application.ts";
import { answerContext, applicationForm } from "./form.ts";
import { contentHash } from "./revision.ts";

type Answers = Pick<Application, "answers">;

/**
 * The stored declarations as they were answered, by field key.
 * @returns undefined if one cannot be read any more, e.g. because it was erased
 */
export async function declaredAnswers(
  context: Context,
  { answers }: Answers,
): Promise<Readonly<Record<string, AnswerValue>> | undefined> {
  const texts = await declaredTexts(context, { answers });
  if (!texts) return undefined;
  const declared: Record<string, AnswerValue> = {};
  for (const field of fieldsFor(applicationForm(context), "disqualification")) {
    const text = texts.get(field.key);
    if (text === undefined) continue;
    const parsed = parseAnswer(field, text, answerContext(context));
    if (!parsed.ok) return undefined;
    declared[field.key] = parsed.value;
  }
  return declared;
}

/** The declarations in words, by field key; undefined if one was erased. */
export async function declaredTexts(
  context: Context,
  { answers }: Answers,
): Promise<ReadonlyMap<string, string> | undefined> {
  const texts = new Map<string, string>();
  for (const { key } of fieldsFor(applicationForm(context), "disqualification")) {
    const answer = answers[key];
    if (answer === undefined) continue;
    const text = isPersonalRef(answer) ? (await context.personal.read([answer])).get(answer.personal) : String(answer);
    if (text === undefined) return undefined;
    texts.set(key, text);
  }
  return texts;
}

/** Hash of the declarations only: equal where none was changed. */
export function declaredHash(context: Context, { answers }: Answers): string {
  const keys = new Set(fieldsFor(applicationForm(context), "disqualification").map(({ key }) => key));
  return contentHash(Object.fromEntries(Object.entries(answers).filter(([key]) => keys.has(key))));
}
