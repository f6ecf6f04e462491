import { showAnswer } from "./answers/show-answer.ts";
import type { Form, Question } from "./field.ts";
import type { FormState } from "./form-state.ts";
import { labelNames } from "./label-names.ts";

const SAME_AS = /^(?:就|也)?(?:是)?(?:同|和|与|跟)(.{2,20}?)(?:一样|相同|一致|是?同一个?人?)?的?[吧。.]*$/u;

/** 同小区名称 at 项目名称, 跟申报单位一样, 同申报单位负责人 at another's telephone number: the answer given there. */
export function sameAs(
  { form, state }: { form: Form; state: FormState },
  question: Question,
  text: string,
): string | undefined {
  const label = SAME_AS.exec(text.trim())?.[1];
  if (label === undefined) return undefined;
  const labels = question.kind === "phone" ? [label, `${label}电话`] : [label];
  const named = labelNames(form).filter(({ name, part }) => part !== "start" && labels.includes(name));
  const other = named.find(({ question: one }) => one !== question && one.kind === question.kind)?.question;
  const answered = other && state.answers[other.key];
  return other && answered !== undefined ? showAnswer(other, answered) : undefined;
}
