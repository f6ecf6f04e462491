import type { Form } from "../../platform/conversation/field.ts";
import { readFormCommand } from "../../platform/conversation/form-command.ts";
import type { FormState } from "../../platform/conversation/form-state.ts";
import type { Step, StepInput } from "../../platform/conversation/outcome.ts";
import { saysRecord } from "../../platform/conversation/record-offered.ts";
import { saysUndo } from "../../platform/conversation/undo.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";

/** 江南的理由改为…, 江南：…, also with its number. */
const EXPLICIT = /^\s*(?:\d{1,2}\s*[.、)]\s*)?(?:请?把|将|改|修改|更正)?[^:：\t\n，。；]{0,30}?(?:理由|原因|[:：\t])/u;

/** Whether the words say that they are the reason of a case. */
export const saysWhose = (text: string): boolean => EXPLICIT.test(text);

/** 上一步, 撤销: of the reasons, also as their cards offer them. */
export const movesWithin = (text: string): boolean => saysUndo(text) || readFormCommand(text)?.kind === "back";

/** A reason that is given already is replaced by what says so, or is the answer to it; else that is asked. */
export function asksToReplace(
  { form, state: before }: { form: Form; state: FormState },
  { text, asText }: StepInput,
  { state }: Step,
): Step | undefined {
  if (asText || saysWhose(text) || saysRecord(form, text) || movesWithin(text)) return undefined;
  const question = form.fields.find(({ key }) => {
    const old = before.answers[key];
    return old !== undefined && state.answers[key] !== old && key !== before.at;
  });
  if (!question) return undefined;
  const sentence = phrases.replacesReason(question.label, String(before.answers[question.key]));
  const offered = { readings: [phrases.asReason()], typed: [`${question.label}：${text.trim()}`] };
  return { state: before, outcome: { kind: "retry", question, sentence, ...offered } };
}
