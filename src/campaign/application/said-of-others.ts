import type { View } from "../../platform/chat/view.ts";
import { isWords } from "../../platform/conversation/field.ts";
import { labelAt } from "../../platform/conversation/label-marks.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import { fieldFor } from "../definition/purposes.ts";
import type { PersonContext } from "../engine/context.ts";
import type { ApplicationDraft } from "./draft.ts";
import { answerContext, applicationForm, askedForm } from "./form.ts";
import { changeOfCase } from "./form-words/change-of-case.ts";
import { changeSubmitted, orderOfOther } from "./order-phrases.ts";
import { draftNamesIn } from "./other-case.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { fieldsOfCases, orderOfCase, severalFormsView, wordWithName } from "./several-forms.ts";

const ORDERS_CHANGE = /^\s*(?:修改|更正|改)/u;

/** Asks about a message to an open form that speaks of another case; undefined where it speaks of none. */
export async function ofOtherCases(
  context: PersonContext,
  { draft: { district }, state }: ApplicationDraft,
  { text, names }: { text: string; names: readonly string[] },
): Promise<View | undefined> {
  if (district === undefined) return undefined;
  const form = applicationForm(context);
  const nameKey = fieldFor(form, "name")?.key ?? "";
  const own = String(state.answers[nameKey] ?? "");
  const others = names.filter((name) => name !== own);
  const parts = fieldsOfCases(form, { own, others }, text);
  if (parts.length > 0) return severalFormsView(parts, own);
  const question = openQuestion(askedForm(context, state), state);
  const change = ORDERS_CHANGE.test(text) ? changeOfCase(form, text, others, answerContext(context)) : undefined;
  if (change && !(await draftNamesIn(context, district)).includes(change.name))
    return changeSubmitted({ ...change, typed: change.typed.map((one) => `/${one}`) });
  const ordered = question && isWords(question) ? orderOfCase(text, others) : undefined;
  if (question && ordered !== undefined) {
    const isDraft = (await draftNamesIn(context, district)).includes(ordered);
    return orderOfOther(text, ordered, { label: question.label, isDraft });
  }
  const named =
    question?.kind === "text" && question.key !== nameKey && !labelAt(form, text.trim())
      ? wordWithName(text, [own, ...others])
      : undefined;
  return question && named !== undefined ? phrases.wordWithName(text, named, question.label) : undefined;
}
