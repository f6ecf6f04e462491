import type { View } from "../chat/view.ts";
import type { AnswerValue } from "./answer.ts";
import { showAnswer } from "./answers/show-answer.ts";
import type { Form, Question } from "./field.ts";
import { type FormState, missingQuestions } from "./form-state.ts";
import { attachedPageNote, type FormInView, longTextSummary } from "./question-view.ts";
import { buttonOf } from "./view-frame.ts";
import { viewPhrases } from "./view-phrases.ts";

const MASK = "****";
/** Covered as a whole already. */
const COVERED = /^\*+$/u;

/** Every question with its answer, in the form's order. @param masked whether to mask personal answers: 138****1234 */
export const answerFacts = (
  form: Form,
  { answers }: Pick<FormState, "answers">,
  { masked = false }: { masked?: boolean } = {},
): { label: string; value: string }[] =>
  form.fields.map((question) => ({ label: question.label, value: answerText(question, answers, masked) }));

function answerText(question: Question, answers: FormState["answers"], masked: boolean): string {
  const value = answers[question.key];
  if (value === undefined) return viewPhrases.unanswered();
  if (masked && question.personal === true) return maskAnswer(question, value);
  if (question.kind === "longText" && typeof value === "string")
    return [longTextSummary(value), attachedPageNote(question, value)].filter((part) => part !== undefined).join("；");
  return showAnswer(question, value);
}

/** Each of several numbers; of one with an extension (转801) only the area is left. */
const maskPhone = (phones: string): string => phones.split("、").map(maskNumber).join("、");

function maskNumber(phone: string): string {
  if (phone.length === 11 && phone.startsWith("1")) return `${phone.slice(0, 3)}${MASK}${phone.slice(-4)}`;
  const line = phone.replace(/转\d+$/, "");
  return `${line.slice(0, -4)}${MASK}`;
}

/** 138****1234; the first character of other personal answers. */
function maskAnswer(question: Question, value: AnswerValue): string {
  const shown = showAnswer(question, value);
  if (COVERED.test(shown)) return shown;
  if (question.kind === "phone") return maskPhone(shown);
  return `${[...shown][0] ?? ""}**`;
}

/** All answers, before submitting. */
export function reviewView({ form, state, frame }: FormInView, before: readonly string[] = []): View {
  const missing = missingQuestions(form, state).map(({ label }) => label);
  const answered = form.fields.filter(({ key }) => Object.hasOwn(state.answers, key)).length;
  const { labels } = viewPhrases;
  const lead = missing.length === 0 ? viewPhrases.reviewLead() : viewPhrases.reviewMissing(missing);
  return {
    title: viewPhrases.title(form),
    tone: missing.length === 0 ? "running" : "near",
    status: viewPhrases.reviewStatus(answered, form.fields.length),
    body: [...before, lead]
      .map((text): View["body"][number] => ({ kind: "text", text }))
      .concat({ kind: "facts", facts: answerFacts(form, state) }),
    actions: [
      ...(missing.length === 0
        ? [buttonOf({ verb: "submit", label: labels.submit, typed: labels.submit, look: "primary" }, frame)]
        : []),
      buttonOf({ verb: "back", label: labels.back, typed: labels.back }, frame),
      buttonOf({ verb: "leave", label: labels.leave, typed: labels.leave }, frame),
    ],
    footnote: viewPhrases.reviewFootnote(viewPhrases.changeTyped(form.fields[0]?.label ?? "")),
  };
}
