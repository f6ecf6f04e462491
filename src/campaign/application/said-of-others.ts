import type { View } from "../../platform/chat/view.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import { fieldFor } from "../definition/purposes.ts";
import type { PersonContext } from "../engine/context.ts";
import type { ApplicationDraft } from "./draft.ts";
import { applicationForm, askedForm } from "./form.ts";
import { namesIn } from "./other-case.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { fieldsOfCases, severalFormsView, wordWithName } from "./several-forms.ts";

/** Asks about a message to an open form that speaks of another case; undefined where it speaks of none. */
export async function ofOtherCases(
  context: PersonContext,
  { draft: { district }, state }: ApplicationDraft,
  text: string,
): Promise<View | undefined> {
  if (district === undefined) return undefined;
  const form = applicationForm(context);
  const nameKey = fieldFor(form, "name")?.key ?? "";
  const own = String(state.answers[nameKey] ?? "");
  const others = (await namesIn(context, district)).filter((name) => name !== own);
  const parts = fieldsOfCases(form, { own, others }, text);
  if (parts.length > 0) return severalFormsView(parts, own);
  const question = openQuestion(askedForm(context, state), state);
  const named =
    question?.kind === "text" && question.key !== nameKey ? wordWithName(text, [own, ...others]) : undefined;
  return question && named !== undefined ? phrases.wordWithName(text, named, question.label) : undefined;
}
