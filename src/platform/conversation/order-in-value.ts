import type { Answers, AnswerValue } from "./answer.ts";
import { showAnswer } from "./answers/show-answer.ts";
import { contentPhrases as phrases } from "./content-phrases.ts";
import type { Question } from "./field.ts";
import type { FormState } from "./form-state.ts";
import type { StepInput } from "./outcome.ts";
import { completedAddress } from "./part-of-address.ts";
import { heldPhrases, labelledPhrases, stepPhrases } from "./phrases.ts";
import { isEditOrder } from "./text-edits.ts";

/** A value that a message would record. */
export interface Changed {
  question: Question;
  value: AnswerValue;
  shown: string;
}

/** What is asked before. */
export interface Asked {
  sentence: string;
  readings: readonly string[];
  /** What may be recorded. */
  offered?: Answers;
}

/** 备注：里“…”删去: an order on what is saved is never what a field holds, also beside other fields. */
export function orderInValue(changed: readonly Changed[]): Asked | undefined {
  const isOrder = ({ question: { kind }, shown }: Changed): boolean =>
    (kind === "text" || kind === "longText") && isEditOrder(shown);
  const orders = changed.filter(isOrder);
  const rest = changed.filter((one) => !isOrder(one));
  if (orders.length === 0) return undefined;
  const bad = orders.map(({ question: { label }, shown }) => [label, phrases.edits(shown, label, undefined)] as const);
  const lines = rest.map(({ question: { label }, shown }) => labelledPhrases.line(label, shown));
  const sentence = labelledPhrases.refused({ bad, unread: [] }, lines);
  if (rest.length === 0) return { sentence, readings: [] };
  return {
    sentence,
    readings: [labelledPhrases.recordRest(rest.length), heldPhrases.drop()],
    offered: Object.fromEntries(rest.map(({ question, value }) => [question.key, value])),
  };
}

/** 68号 where 剡兴路66号 is saved: the number of the whole address, or these words alone. */
export function tailOfAddress(before: FormState, input: StepInput, changed: readonly Changed[]): Asked | undefined {
  const whole = (one: Changed): string | undefined => {
    const saved = before.answers[one.question.key];
    const said = one.question.kind === "text" && typeof saved === "string" ? saved : undefined;
    const full = said === undefined ? undefined : completedAddress(one.question.label, said, one.shown);
    return full === undefined || full === said || said?.includes(one.shown) === true ? undefined : full;
  };
  const isTail = changed.some((one) => whole(one) !== undefined && one.shown.length < LONGEST);
  if (!isTail || input.text.includes("\n")) return undefined;
  const lineWith = (shownOf: (one: Changed) => string): string =>
    changed.map((one) => `${one.question.label}：${shownOf(one)}`).join("；");
  const readings = [
    lineWith((one) => whole(one) ?? showAnswer(one.question, one.value)),
    lineWith((one) => showAnswer(one.question, one.value)),
  ];
  return { sentence: stepPhrases.whichReading(readings), readings };
}
/** In characters: a longer one is whole. */
const LONGEST = 12;
