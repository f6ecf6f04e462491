import type { AnswerValue, Pending } from "./answer.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { countWords } from "./count-words.ts";
import { type Form, type Question, questionByKey } from "./field.ts";
import { type FormState, nextOpen } from "./form-state.ts";
import { meantElsewhere, otherName } from "./meant-elsewhere.ts";
import { offerContent } from "./offer-content.ts";
import type { Outcome, Recorded, Step, StepInput } from "./outcome.ts";
import { completedAddress } from "./part-of-address.ts";
import { labelledPhrases, retryPhrases, stepPhrases } from "./phrases.ts";
import { standsFor } from "./stands-for.ts";

/** A form in progress and the message to process. */
export interface StepContext {
  form: Form;
  state: FormState;
  input: StepInput;
}

/** Opens the question (or the review) and discards an unfinished answer. */
export function openAt(
  { at: _, pending: __, offered: ___, readings: ____, ...state }: FormState,
  question: Question | undefined,
): FormState {
  return question ? { ...state, at: question.key } : state;
}

/** Saves the answer and discards an unfinished answer to the same question. */
export function withAnswer({ pending, ...state }: FormState, question: Question, value: AnswerValue): FormState {
  return {
    ...state,
    answers: { ...state.answers, [question.key]: value },
    skipped: state.skipped.filter((key) => key !== question.key),
    ...(pending && pending.key !== question.key ? { pending } : {}),
  };
}

export const withPending = (state: FormState, question: Question, pending: Pending): FormState => ({
  ...state,
  pending: { ...pending, key: question.key },
});

/** Opens the next open question, or the review if there is none. */
export function advance(
  form: Form,
  state: FormState,
  from: { key: string; recorded?: Recorded; notes?: readonly string[] },
): Step {
  const question = nextOpen(form, state, from.key);
  const said = {
    ...(from.recorded ? { recorded: from.recorded } : {}),
    ...(from.notes && from.notes.length > 0 ? { notes: from.notes } : {}),
  };
  return {
    state: openAt(state, question),
    outcome: question ? { kind: "ask", question, ...said } : { kind: "review", ...said },
  };
}

export const answering = ({ today, year, asText = false }: StepInput) => ({ today, year, asText });

/** What is too long for a field of words is shown again: who spoke it has no copy. */
const tooLongSaid = ({ kind, maxCharacters }: Question, text: string): string =>
  kind === "text" && maxCharacters !== undefined && countWords(text) > maxCharacters
    ? retryPhrases.saidWas(text.trim())
    : "";

/** 应为延安东路316号: the word is none of the content. 应为民 is a name. */
const LED = /^\s*(?:应为|应该是|应该为|应当是|应当为|应是|改为|改成|更正为|换成)[\s:：,，]*(?=\S{4})/u;

/** 地址错了是十四号, where 人民路12号 is saved: it may be the number only. */
export function partOfAddress(
  { form, state }: Pick<StepContext, "form" | "state">,
  question: Question,
  value: string,
): Step | undefined {
  const saved = state.answers[question.key];
  const whole = typeof saved === "string" ? completedAddress(question.label, saved, value) : undefined;
  if (whole === undefined || whole === saved) return undefined;
  const readings = [whole, value].map((one) => labelledPhrases.line(question.label, one));
  const asked = (state.at === undefined ? undefined : questionByKey(form, state.at)) ?? question;
  const sentence = stepPhrases.whichReading(readings);
  return { state: openAt(state, asked), outcome: { kind: "retry", question: asked, sentence, readings } };
}

/** Parses the text as an answer to the question; advances if it is valid, and asks again otherwise. */
export function answer({ form, state, input }: StepContext, question: Question, typed = input.text): Step {
  const meant = input.asText ? undefined : standsFor({ form, state }, question, typed);
  if (meant && "retry" in meant) return { state, outcome: { kind: "retry", question, sentence: meant.retry } };
  const led = input.asText || question.kind !== "text" ? null : LED.exec(meant?.text ?? typed);
  const part = led ? partOfAddress({ form, state }, question, typed.slice(led[0].length)) : undefined;
  if (part) return part;
  const text = (meant?.text ?? typed).slice(led?.[0].length ?? 0);
  const pending = state.pending?.key === question.key ? state.pending : undefined;
  const parsed = parseAnswer(question, text, { ...answering(input), pending });
  if (parsed.ok) {
    const recorded = { question, shown: parsed.shown };
    return advance(form, withAnswer(state, question, parsed.value), { key: question.key, recorded });
  }
  if (parsed.content !== undefined) return offerContent(state, question, parsed);
  const readings = parsed.readings ? readingsOf(question, parsed.readings) : {};
  const asked = { question, sentence: `${parsed.retry}${tooLongSaid(question, text)}`, ...readings };
  if (parsed.pending)
    return { state: withPending(state, question, parsed.pending), outcome: { kind: "more", ...asked } };
  const name = question.key === input.nameKey ? undefined : otherName(form, state, { ...input, text });
  const named = name ? [stepPhrases.changeTyped(name.question.label, name.shown)] : [];
  const others = input.asText || parsed.readings ? [] : [...named, ...meantElsewhere(form, question, text, input)];
  if (others.length === 0) {
    const content = parsed.asIs ? { contentOf: [question.key] } : {};
    return { state: { ...state, ...content }, outcome: { kind: "retry", ...asked } };
  }
  const sentence = `${asked.sentence}${stepPhrases.meantElsewhere(others)}`;
  return { state, outcome: { kind: "retry", question, sentence, readings: others } };
}

const NAMED_WITH_FIELD: readonly string[] = ["text", "phone", "percent", "date"];

/** A button of an older message names its field: pressed when another question is open, it answers none but its own. */
const readingsOf = ({ kind, label }: Question, readings: readonly string[]) => ({
  readings,
  ...(NAMED_WITH_FIELD.includes(kind) ? { typed: readings.map((one) => labelledPhrases.line(label, one)) } : {}),
});

/** Answers another question than the open one, which is asked again; one that is not answered yet is open instead. */
export function answerElsewhere(context: StepContext, question: Question, text: string): Step {
  const { form, state } = context;
  const { pending, at } = state;
  const taken = answer({ ...context, state: openAt(state, question) }, question, text);
  const { outcome } = taken;
  const open = at === undefined ? undefined : questionByKey(form, at);
  // A breath that is too long for it leaves the order of the questions as it is.
  if (outcome.kind === "retry" && !outcome.readings && question.kind === "text" && open && open !== question) {
    const sentence = labelledPhrases.refused({ bad: [[question.label, outcome.sentence]], unread: [] }, []);
    return { state: { ...state, contentOf: [question.key] }, outcome: { kind: "retry", question: open, sentence } };
  }
  if (outcome.kind === "retry" && taken.state.offered) return askedAside(taken, outcome, { open, question });
  if (outcome.kind !== "ask" && outcome.kind !== "review") return taken;
  if (at === question.key) return taken;
  const recorded = outcome.recorded ? { recorded: outcome.recorded } : {};
  const kept = open && pending?.key === open.key ? { pending } : {};
  return {
    state: { ...openAt(taken.state, open), ...kept },
    outcome: open ? { kind: "ask", question: open, ...recorded } : { kind: "review", ...recorded },
  };
}

/** What is offered of another question is asked about where the person is. */
function askedAside(
  { state: { offered, ...state } }: Step,
  { sentence, readings = [] }: Extract<Outcome, { kind: "retry" }>,
  { open, question: { key } }: { open: Question | undefined; question: Question },
): Step {
  return {
    state: { ...openAt(state, open), offered, ...(open?.key === key ? {} : { contentOf: [key] }) },
    outcome: open
      ? { kind: "retry", question: open, sentence, readings }
      : { kind: "review", notes: [sentence], readings },
  };
}
