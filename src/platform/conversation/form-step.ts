import type { Pending } from "./answer.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { showAnswer } from "./answers/show-answer.ts";
import { phoneIn } from "./answers/text-doubt.ts";
import { countWords } from "./count-words.ts";
import type { Form, Question } from "./field.ts";
import { readFormCommand } from "./form-command.ts";
import type { FormState } from "./form-state.ts";
import { type LabelledAnswer, readLabelled } from "./labelled-answers.ts";
import { answer, answerAll, answerElsewhere, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step, StepInput } from "./outcome.ts";
import { retryPhrases, stepPhrases } from "./phrases.ts";
import { compactAnswer } from "./plain.ts";
import { runCommand } from "./run-command.ts";
import { viewPhrases } from "./view-phrases.ts";

/** Processes one message: returns the state to save and what to show next. Pure; never throws. */
export function step(form: Form, state: FormState, input: StepInput): Step {
  const context = { form, state, input };
  const question = openQuestion(form, state);
  if (input.asText) return question ? answer(context, question) : { state, outcome: { kind: "notUnderstood" } };
  const several = answerLabelled(context, question);
  if (several) return several;
  const command = readFormCommand(input.text);
  const done = command && runCommand(context, command);
  if (done) return done;
  if (!question) return { state, outcome: { kind: "notUnderstood" } };
  return answerAlone(context, question, input.text);
}

const SAME_AS = /^(?:同|和|与|跟)(.{2,20}?)(?:一样|相同|一致)?[。.]*$/u;

/** 同小区名称 at 项目名称, 同申报单位负责人 at another's telephone number: the answer given there. */
function sameAs({ form, state }: StepContext, question: Question, text: string): string | undefined {
  const label = SAME_AS.exec(text.trim())?.[1];
  const labels = question.kind === "phone" ? [label, `${label}电话`] : [label];
  const other = form.fields.find((one) => one !== question && one.kind === question.kind && labels.includes(one.label));
  const answered = other && state.answers[other.key];
  return other && answered !== undefined ? showAnswer(other, answered) : undefined;
}

function answerAlone(context: StepContext, question: Question, text: string): Step {
  const same = sameAs(context, question, text);
  if (same !== undefined) return answer(context, question, same);
  if (isLeftOut(context, question, text)) return runCommand(context, { kind: "clear" }) ?? answer(context, question);
  const labels = question.kind === "text" ? labelsCalled(context.form, text) : [];
  if (labels.length > 0) return askLabel(context, question, { labels, text });
  const both = withItsPhone(context.form, question, text);
  return both ? answerAll(context, both) : answer(context, question, text);
}

const NOTHING = /^(?:无|没|没有的?|暂无|还?没有?定|未定|待定|先?空着|先?留空)[了吧的]*$/u;

/** 无, 没定 leave out what may be left out, unless they are an answer. */
const isLeftOut = ({ input }: StepContext, question: Question, text: string): boolean =>
  !question.required &&
  question.kind !== "longText" &&
  NOTHING.test(compactAnswer(text)) &&
  (question.kind === "text" || !parseAnswer(question, text, input).ok);

const MIN_LABEL = 2;

/** The fields that have the words as their label, or end in them: 地址 is no answer. */
function labelsCalled({ fields }: Form, text: string): readonly string[] {
  const plain = compactAnswer(text);
  if (plain.length < MIN_LABEL) return [];
  return fields.map(({ label }) => label).filter((label) => compactAnswer(label).endsWith(plain));
}

const askLabel = (
  { state }: StepContext,
  question: Question,
  { labels, text }: { labels: readonly string[]; text: string },
): Step => ({
  state,
  outcome: {
    kind: "retry",
    question,
    sentence: stepPhrases.isLabel(text.trim()),
    readings: labels.slice(0, MIN_LABEL + MIN_LABEL).map((label) => viewPhrases.changeTyped(label)),
  },
});

/** 王建国 13812345678 answers 负责人 and 负责人电话. */
function withItsPhone(form: Form, question: Question, text: string): readonly LabelledAnswer[] | undefined {
  const phone = question.kind === "text" && !/[\t\n]/.test(text.trim()) ? phoneIn(text, { short: true }) : undefined;
  const sibling = form.fields.find(({ kind, label }) => kind === "phone" && label === `${question.label}电话`);
  if (!phone || phone.rest === "" || !sibling) return undefined;
  return [
    { question, text: phone.rest },
    { question: sibling, text: phone.number },
  ];
}

const CORRECTS = /^(?:不对|不是|错了|填错了|写错了|更正|纠正)[一下\s,，]*$/u;

/** 小区名称：锦绣花园；小区地址：越王路1号. A long text may hold such lines, so there they are text. */
function answerLabelled(context: StepContext, open: Question | undefined): Step | undefined {
  if (open?.kind === "longText") return undefined;
  const { head, answers } = readLabelled(context.form, context.input.text);
  const before = CORRECTS.test(head) ? "" : head;
  const [first, second] = answers;
  if (!first || (before !== "" && !open)) return undefined;
  const isTwice = before !== "" && answers.some(({ question }) => question === open);
  if (isTwice) return undefined;
  if (before !== "" && open) {
    // 把小区地址改成… is one sentence.
    const isSentence = !second && readFormCommand(context.input.text)?.kind === "correct";
    return isSentence ? undefined : answerAll(context, [{ question: open, text: before }, ...answers]);
  }
  if (second) return answerAll(context, answers);
  return first.question === open
    ? answerAlone(context, first.question, first.text)
    : answerElsewhere(context, first.question, first.text);
}

/** Continues a form, possibly days later, with the question that was open. */
export function resume(form: Form, state: FormState, when: Omit<StepInput, "text">): Step {
  const question = openQuestion(form, state);
  if (!question) return { state, outcome: { kind: "review" } };
  if (state.pending?.key !== question.key) return { state, outcome: { kind: "ask", question } };
  return { state, outcome: { kind: "more", question, sentence: stillMissing(question, state.pending, when) } };
}

function stillMissing(question: Question, pending: Pending, when: Omit<StepInput, "text">): string {
  if (pending.kind === "attachedPage")
    return retryPhrases.attachedPage(countWords(pending.text), question.maxCharacters ?? 0);
  const parsed = parseAnswer(question, "", { ...when, pending });
  return parsed.ok ? showAnswer(question, parsed.value) : parsed.retry;
}
