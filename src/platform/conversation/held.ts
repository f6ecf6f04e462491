import { isDeepStrictEqual } from "node:util";
import type { AnswerValue } from "./answer.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { showAnswer } from "./answers/show-answer.ts";
import { bareWords } from "./bare-words.ts";
import { choiceBefore } from "./choice-before.ts";
import type { Form, Question } from "./field.ts";
import type { FormState } from "./form-state.ts";
import { LEFT_OUT } from "./label-marks.ts";
import { labelNames } from "./label-names.ts";
import { answering, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { labelledPhrases, heldPhrases as phrases } from "./phrases.ts";
import { compactAnswer } from "./plain.ts";
import { longTextSummary } from "./question-view.ts";

/** Buttons that are no value of the open field: 备注改为…, 按所列记录, 作为“备注”记录. */
const NO_VALUE = /改为|^改 |^内容[:：]|[:：]|^(?:按所列|不|仍然)记录$|^记录其余|^作为“.*”记录$/u;

type Values = Readonly<Record<string, AnswerValue>>;

/** 不记录, 不用记录其余3项 */
const DROPS =
  /^(?:[嗯呃哦]|好的?|那|就|都|请)*(?:不(?:用|必|要|需要)?|无需|放弃)(?:再)?记录(?:了|其余|另外|剩下|这|那)*(?:的)?\d{0,2}项?(?:了|吧)*$/u;

/**
 * What was read of earlier messages that were not taken, and not answered otherwise since. Of another case's form all of
 * it, also what both have in common.
 * @param nameKey of the question that names the case
 */
export function heldAfter(
  form: Form,
  before: FormState,
  after: FormState,
  { nameKey, text = "" }: { nameKey?: string | undefined; text?: string } = {},
): FormState {
  // 无 at 备注 decides about what waits for it.
  const isNone = (key: string): boolean =>
    key === before.at && after.skipped.includes(key) && !before.skipped.includes(key) && LEFT_OUT.test(text);
  // A form without a name yet is nobody else's.
  const isForeign = (values: Values = {}): boolean =>
    nameKey !== undefined &&
    values[nameKey] !== undefined &&
    after.answers[nameKey] !== undefined &&
    values[nameKey] !== after.answers[nameKey];
  const { offered = {}, held = {} } = before;
  const { held: _, ...rest } = after;
  if (after.offered && isForeign(after.offered)) return rest;
  const all: Values = isForeign(offered) ? offered : { ...held, ...offered };
  if (isForeign(all) && isDeepStrictEqual(before.answers[nameKey ?? ""], after.answers[nameKey ?? ""]))
    return after.offered ? rest : { ...rest, held: all };
  const left = Object.entries(all).filter(
    ([key, value]) =>
      isDeepStrictEqual(before.answers[key], after.answers[key]) &&
      !isDeepStrictEqual(value, after.answers[key]) &&
      !(after.offered && Object.hasOwn(after.offered, key)) &&
      !isNone(key) &&
      !isOfOtherChoice(form, all, after, key),
  );
  return left.length === 0 ? rest : { ...rest, held: Object.fromEntries(left) };
}

/** 入住率 96.5 waits, and 交付率 was chosen since: the figure is none of it. */
function isOfOtherChoice(form: Form, all: Values, { answers }: FormState, key: string): boolean {
  const question = form.fields.find((one) => one.key === key);
  const choice = question && choiceBefore(form, question);
  const [waiting, chosen] = choice ? [all[choice.key], answers[choice.key]] : [];
  return waiting !== undefined && chosen !== undefined && waiting !== chosen;
}

/** 不记录: said of what was read and not recorded. */
export const saysDrop = (text: string): boolean => DROPS.test(compactAnswer(bareWords(text).words));

/** Where a text is asked for, n is none. */
const isTextOpen = (form: Form, state: FormState): boolean =>
  ["text", "longText"].includes(openQuestion(form, state)?.kind ?? "");

/** 不记录: what is held is given up; undefined for other words. Where nothing is held they are no answer either. */
export function dropHeld(form: Form, state: FormState, text: string): Step | undefined {
  const isAsked = state.readings?.includes(phrases.drop()) === true;
  const isWaiting = isAsked || (state.held !== undefined && isTextOpen(form, state));
  if (!saysDrop(text) && !(isWaiting && /^\s*(?:[nN]|不要了?)[。.]?\s*$/u.test(text))) return undefined;
  const all = { ...state.held, ...state.offered };
  const count = Object.keys(all).length;
  const { held: _, offered: __, readings: ___, ...kept } = state;
  const open = openQuestion(form, kept);
  if (count === 0) {
    const sentence = phrases.nothingToDrop();
    const again = open && { kind: "retry" as const, question: open, sentence };
    return { state, outcome: again ?? { kind: "review", notes: [sentence] } };
  }
  const notes = [phrases.dropped(count)];
  return { state: kept, outcome: open ? { kind: "ask", question: open, notes } : { kind: "review", notes } };
}

/** 不记录 物业是…, n 备注清空: what waits is given up, and more is said. Undefined for other words, and where nothing waits. */
export function dropAndMore(
  form: Form,
  state: FormState,
  text: string,
): { state: FormState; note: string; rest: string } | undefined {
  const [, said = "", rest = ""] = /^\s*(不(?:用)?记录?了?|[nN]|不要了?)[\s，,。；;]+(\S.*)$/su.exec(text) ?? [];
  const count = Object.keys({ ...state.held, ...state.offered }).length;
  const open = openQuestion(form, state);
  // n 街道剡湖街道: said of another field, and no paragraph.
  const isElse = labelNames(form).some(
    ({ name, part, question }) => part !== "start" && question !== open && rest.startsWith(name),
  );
  if (rest === "" || count === 0 || (open?.kind === "longText" && !saysDrop(said) && !isElse)) return undefined;
  const { held: _, offered: __, readings: ___, ...kept } = state;
  return { state: kept, note: phrases.dropped(count), rest };
}

/** A sentence that names what is held; undefined where nothing is. */
export function heldNote(form: Form, { held = {}, answers }: Pick<FormState, "held" | "answers">): string | undefined {
  const lines = form.fields.flatMap((question) => {
    const value = held[question.key];
    if (value === undefined) return [];
    const isLong = question.kind === "longText" && typeof value === "string";
    const line = lineOf(question, value);
    const now = answers[question.key];
    if (now === undefined) return [line];
    return [phrases.over(line, isLong && typeof now === "string" ? longTextSummary(now) : showAnswer(question, now))];
  });
  return lines.length === 0 ? undefined : phrases.held(lines);
}

/** Of another case's form that waits: whose it is, is asked again. */
function foreignNote(form: Form, { held = {}, answers }: FormState, nameKey: string): string | undefined {
  const question = form.fields.find(({ key }) => key === nameKey);
  const [after, before] = [held[nameKey], answers[nameKey]];
  if (!question || after === undefined || before === undefined || after === before) return undefined;
  return labelledPhrases.whose(question.label, showAnswer(question, before), showAnswer(question, after));
}

/** Held answers are named with what is asked next, and decided about before 提交. */
export function withHeldNote(form: Form, before: FormState, { state, outcome }: Step, nameKey = ""): Step {
  const listed = heldNote(form, state);
  if (listed === undefined) return { state, outcome };
  const foreign = foreignNote(form, state, nameKey);
  const note = `${listed}${foreign ?? ""}`;
  if (foreign !== undefined && outcome.kind === "review") {
    const readings = [...(outcome.readings ?? []), labelledPhrases.another(), labelledPhrases.overwrite()];
    return { state, outcome: { ...outcome, notes: [...(outcome.notes ?? []), note], readings } };
  }
  if (outcome.kind === "submit") {
    const readings = [labelledPhrases.recordRest(Object.keys(state.held ?? {}).length), phrases.drop()];
    return { state, outcome: { kind: "review", notes: [phrases.notSubmitted(note)], readings } };
  }
  // 提交, while what is missing may be among what waits.
  if (outcome.kind === "missing") return { state, outcome: { ...outcome, notes: [note] } };
  // A reply that was refused takes no offer away.
  const isBare = outcome.kind === "retry" && (outcome.readings ?? []).length === 0 && !outcome.offer;
  if (isBare && before.offered !== undefined && state.offered === undefined) {
    const readings = [labelledPhrases.recordRest(Object.keys(state.held ?? {}).length), phrases.drop()];
    return { state, outcome: { ...outcome, sentence: `${outcome.sentence}${note}`, readings } };
  }
  const isNew = before.offered !== undefined && outcome.kind === "ask";
  if (!isNew && outcome.kind !== "review") return { state, outcome };
  return { state, outcome: { ...outcome, notes: [...(outcome.notes ?? []), note] } };
}

/** Nothing that waited goes without a word: what is neither recorded, answered otherwise nor waiting any more is named. */
export function withLostNote(form: Form, before: FormState, { state, outcome }: Step): Step {
  const waiting = { ...state.held, ...state.offered };
  const lost = form.fields.filter(({ key, kind }) => {
    const values = [before.held?.[key], before.offered?.[key]].filter((value) => value !== undefined);
    const isAnswered = !isDeepStrictEqual(before.answers[key], state.answers[key]);
    return values.some(
      (value) =>
        !isDeepStrictEqual(value, waiting[key]) &&
        !isDeepStrictEqual(value, state.answers[key]) &&
        (!isAnswered || kind === "longText"),
    );
  });
  if (lost.length === 0) return { state, outcome };
  const note = phrases.givenUp(
    lost.map((question) => {
      const value = before.offered?.[question.key] ?? before.held?.[question.key];
      return value === undefined ? question.label : lineOf(question, value);
    }),
  );
  if (outcome.kind === "ask" || outcome.kind === "review")
    return { state, outcome: { ...outcome, notes: [...(outcome.notes ?? []), note] } };
  if (outcome.kind === "retry" || outcome.kind === "more")
    return { state, outcome: { ...outcome, sentence: `${outcome.sentence}${note}` } };
  return { state, outcome };
}

const lineOf = (question: Question, value: AnswerValue): string =>
  phrases.line(
    question.label,
    question.kind === "longText" && typeof value === "string" ? longTextSummary(value) : showAnswer(question, value),
  );

/** 提交 behind a value that was asked about: the field is named as it stands, with what was asked. */
export function withUnsaved(
  { form, input }: Pick<StepContext, "form" | "input">,
  before: FormState,
  { state, outcome }: Step,
): Step {
  const open = openQuestion(form, before);
  const [reading] = before.readings ?? [];
  const isLooking = open !== undefined && outcome.kind === "review" && outcome.recorded === undefined;
  // 另填一份, 地址改为…: no value of the field.
  const isOther = before.offered !== undefined || NO_VALUE.test(reading ?? "");
  if (!isLooking || isOther || reading === undefined || !isDeepStrictEqual(before.answers, state.answers))
    return { state, outcome };
  const value = state.answers[open.key];
  const note = phrases.notSaved(open.label, value === undefined ? undefined : showAnswer(open, value));
  const typed = labelledPhrases.line(open.label, reading);
  const isValue = parseAnswer(open, reading, answering(input)).ok;
  const readings = isValue ? { readings: [typed, ...(outcome.readings ?? [])] } : {};
  return { state, outcome: { ...outcome, notes: [...(outcome.notes ?? []), note], ...readings } };
}
