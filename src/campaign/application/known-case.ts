import type { View } from "../../platform/chat/view.ts";
import { showAnswer } from "../../platform/conversation/answers/show-answer.ts";
import type { PersonContext } from "../engine/context.ts";
import type { ApplicationDraft } from "./draft.ts";
import { answerContext, applicationForm } from "./form.ts";
import { namesIn } from "./other-case.ts";
import { severalFormsView } from "./several-forms.ts";

type Answers = NonNullable<ApplicationDraft["state"]["offered"]>;

/** What was read of a case that has a form already: none other is begun for it. */
export async function ofKnownCase(
  context: PersonContext,
  district: string,
  offered: Answers,
): Promise<View | undefined> {
  const { fields } = applicationForm(context);
  const nameKey = answerContext(context).nameKey ?? "";
  const name = String(offered[nameKey] ?? "");
  if (name === "" || !(await namesIn(context, district)).includes(name)) return undefined;
  const said = fields.flatMap((question) => {
    const value = question.key === nameKey ? undefined : offered[question.key];
    return value === undefined ? [] : [{ label: question.label, value: showAnswer(question, value) }];
  });
  return said.length === 0 ? undefined : severalFormsView([{ name, fields: said }]);
}
