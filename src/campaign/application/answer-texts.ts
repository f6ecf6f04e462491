import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import { fieldFor } from "../definition/purposes.ts";
import type { FieldPurpose } from "../definition/schema/purposes.ts";
import type { Context } from "../engine/context.ts";
import type { Application } from "./application.ts";
import { applicationForm } from "./form.ts";

/** Answers to the field with this purpose, by application id. Applications without an answer have no entry. */
export async function answerTexts(
  context: Context,
  applications: readonly Application[],
  purpose: FieldPurpose,
): Promise<ReadonlyMap<string, string>> {
  const field = fieldFor(applicationForm(context), purpose);
  if (!field) return new Map();
  const given = applications.map(({ id, answers }) => ({ id, answer: answers[field.key] }));
  const stored = await context.personal.read(given.map(({ answer }) => (isPersonalRef(answer) ? answer : undefined)));
  return new Map(
    given.flatMap(({ id, answer }) => {
      const text = isPersonalRef(answer) ? stored.get(answer.personal) : answer;
      return text === undefined || text === "" ? [] : [[id, String(text)] as const];
    }),
  );
}
