import { elsewherePhrases } from "./elsewhere-phrases.ts";
import type { Form, Question } from "./field.ts";
import { labelNames } from "./label-names.ts";
import { namedParts, valuesIn } from "./only-reading.ts";
import { openQuestion } from "./open-question.ts";
import type { Step, StepInput } from "./outcome.ts";
import { labelledPhrases } from "./phrases.ts";

/** In characters: what is longer is a text of its own, in which the names of fields are words as others. */
const LONGEST = 120;
/** In characters: 审批 确认, behind a stop. */
const SHORTEST = 2;
/** What stands alone behind a stop, with a blank before what is said of it. */
const APART = /(?:^|[，,。；;\s])(\p{Script=Han}{2,8})[ \u3000]+(?=\S)/gu;

/**
 * Of a message that was refused whole, and of which something is offered: each field that it names besides is on a button
 * as well where it has one plain value, and else named with the form that works.
 */
export function withNamedLeft(form: Form, input: StepInput, done: Step): Step {
  const { outcome, state } = done;
  const text = input.text.trim();
  if (outcome.kind !== "retry" || input.asText || input.isOffered || [...text].length > LONGEST || text.includes("\n"))
    return done;
  const { readings = [], offer, sentence } = outcome;
  if (readings.length === 0 && !offer && !state.offered) return done;
  const said = [sentence, ...readings, offer?.typed ?? ""].join("\n");
  const isTold = ({ key, label }: Question): boolean =>
    Object.hasOwn(state.offered ?? {}, key) || said.includes(`${label}：`) || said.includes(`“${label}”`);
  const open = openQuestion(form, state);
  const parts = [...namedParts(form, text), ...apart(form, text)].filter(
    ({ question }, at, all) =>
      question !== open && !isTold(question) && all.findIndex((one) => one.question === question) === at,
  );
  if (parts.length === 0) return done;
  const read = parts.map((part) => {
    const values = valuesIn(part, input);
    const [value, second] = values;
    return { label: part.question.label, value: second === undefined ? value : undefined };
  });
  const lines = read.flatMap(({ label, value }) => (value === undefined ? [] : [labelledPhrases.line(label, value)]));
  const unread = read.filter(({ value }) => value === undefined).map(({ label }) => elsewherePhrases.unread(label));
  const told = `${sentence}${unread.join("")}${lines.length === 0 ? "" : elsewherePhrases.alsoOffered(lines)}`;
  const buttons = lines.length === 0 ? {} : { readings: [...readings, ...lines] };
  return { ...done, outcome: { ...outcome, sentence: told, ...buttons } };
}

/** 审批 确认: the beginning of one label, too, where it stands apart. */
function apart(form: Form, text: string): { question: Question; text: string }[] {
  return [...text.matchAll(APART)].flatMap(({ 1: word = "", 0: all, index }) => {
    const named = labelNames(form).find(({ name, isOption }) => name === word && !isOption);
    const behind = text.slice(index + all.length).split(/[，,。；;\s]/u)[0] ?? "";
    return named && word.length >= SHORTEST ? [{ question: named.question, text: behind }] : [];
  });
}
