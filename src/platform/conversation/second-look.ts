import { isDeepStrictEqual } from "node:util";
import type { AnswerValue } from "./answer.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { showAnswer } from "./answers/show-answer.ts";
import { readChangeWithin } from "./change-within.ts";
import { choiceBefore } from "./choice-before.ts";
import { contentPhrases as phrases } from "./content-phrases.ts";
import { elsewherePhrases } from "./elsewhere-phrases.ts";
import { type Form, optionsOf, type Question } from "./field.ts";
import { type FormState, isAnswered } from "./form-state.ts";
import { labelNames, phoneOf } from "./label-names.ts";
import { otherName } from "./meant-elsewhere.ts";
import { beforeOwn, EXPLICIT, headOf, sentenceOf } from "./named-in-text.ts";
import { notOfField } from "./not-of-field.ts";
import { openQuestion } from "./open-question.ts";
import type { Outcome, Step, StepInput } from "./outcome.ts";
import { heldPhrases, labelledPhrases, stepPhrases } from "./phrases.ts";
import { compactAnswer } from "./plain.ts";
import { isPlainContent, leavesOther } from "./plain-content.ts";
import { proposalFor } from "./proposal.ts";
import { saysRecord } from "./record-offered.ts";
import { saidToProgram } from "./said-to-program.ts";
import { samePerson } from "./same-person.ts";
import { speechInValue } from "./speech-in-value.ts";
import { withoutFillers } from "./spoken.ts";
import { saysUndo } from "./undo.ts";

interface Look {
  form: Form;
  before: FormState;
  done: Step;
  input: StepInput;
  /** What was offered before. */
  readings?: readonly string[] | undefined;
}

interface Changed {
  question: Question;
  value: AnswerValue;
  shown: string;
}

const AS_TEXT = /^\s*(?:[^\s:：]{2,20}\s*[:：]\s*)?内容\s*[:：]/u;

/**
 * What was read, once more: before anything is recorded that may not have been meant, it is asked about. The rest of the
 * message is not recorded either.
 */
export function secondLook(look: Look): Step {
  const { form, before, done, input } = look;
  const changed = changesIn(form, before, done.state);
  if (changed.length === 0 || input.asText || AS_TEXT.test(input.text)) return done;
  if (saysRecord(form, input.text) || saysUndo(input.text)) return done;
  return (
    ofOtherCase(look, changed) ??
    namesOther(look, changed) ??
    ofOther(look, changed) ??
    spokenValue(look, changed) ??
    sentTwice(look, changed) ??
    samePlace(look, changed) ??
    otherPersons(look, changed) ??
    numberOfChoice(look, changed) ??
    numberOfOther(look, changed) ??
    replacesText(look, changed) ??
    unlikeText(look, changed) ??
    done
  );
}

/** Answers that the step gave; what it emptied is no answer. */
const changesIn = (form: Form, { answers }: FormState, after: FormState): Changed[] =>
  form.fields.flatMap((question) => {
    const value = after.answers[question.key];
    if (value === undefined || isDeepStrictEqual(answers[question.key], value)) return [];
    return [{ question, value, shown: showAnswer(question, value) }];
  });

const valuesOf = (changed: readonly Changed[]) =>
  Object.fromEntries(changed.map(({ question, value }) => [question.key, value]));

const isLong = ({ question }: Changed): boolean => question.kind === "longText";

/** @param state with what may be recorded, if anything */
function ask({ form, before }: Look, state: FormState, sentence: string, readings: readonly string[]): Step {
  const open = openQuestion(form, before);
  const outcome: Outcome = open
    ? { kind: "retry", question: open, sentence, readings }
    : { kind: "review", notes: [sentence], readings };
  return { state, outcome };
}

const bare = ({ readings: _, offered: __, ...state }: FormState): FormState => state;

/**
 * 地址最后那个门牌是…不对是幺三八号 at 小区名称, 没有党支部名称就叫… at 备注: the name of a field that nothing was recorded for.
 */
function namesOther(look: Look, changed: readonly Changed[]): Step | undefined {
  const { form, before, input } = look;
  const [only, second] = changed;
  const open = openQuestion(form, before);
  const text = withoutFillers(input.text.trim());
  if (!only || second || only.question !== open || input.isOffered || /[\n\t：:；;]/u.test(text)) return undefined;
  const [named, said = ""] =
    only.question.kind === "longText" ? sentenceOf(form, only, text) : headOf(form, only, text);
  const own = only.question.kind === "longText" ? beforeOwn(only, text) : undefined;
  if (own !== undefined)
    return ask(look, bare(before), stepPhrases.ofOtherField(own, only.question.label), [
      labelledPhrases.asText(input.text.trim()),
    ]);
  const name = only.question.kind === "longText" ? otherName(form, before, input) : undefined;
  if (name) {
    const readings = [stepPhrases.changeTyped(name.question.label, name.shown), labelledPhrases.asText(text)];
    return ask(look, bare(before), labelledPhrases.whichOf(text, [name.question.label, only.question.label]), readings);
  }
  if (!named) return undefined;
  const parsed = said === "" ? undefined : parseAnswer(named, said, { ...input, asText: false });
  const readings = [
    ...(parsed?.ok && named.kind !== "longText" ? [labelledPhrases.line(named.label, parsed.shown)] : []),
    labelledPhrases.asText(input.text.trim()),
  ];
  const sentence = labelledPhrases.whichOf(text, [named.label, only.question.label]);
  if (only.question.kind === "longText") return ask(look, bare(before), sentence, readings);
  const why = elsewherePhrases.ofFields(text, [named.label]) + elsewherePhrases.unread(named.label);
  return ask(look, bare(before), `${why}${elsewherePhrases.asIs(only.question.label)}`, []);
}

/** What is none of the field that it would be recorded in. */
function ofOther(look: Look, changed: readonly Changed[]): Step | undefined {
  const doubt = look.input.isOffered ? undefined : notOfField(look, changed);
  return doubt && ask(look, { ...bare(look.before), offered: doubt.offered }, doubt.sentence, doubt.readings);
}

/** 暨阳名苑谢谢, 对就一样的: what is said to somebody is no part of a name or an address. */
function spokenValue(look: Look, changed: readonly Changed[]): Step | undefined {
  const { form, before, input } = look;
  if (input.isOffered) return undefined;
  for (const { question, shown } of changed) {
    const speech = question.kind === "text" ? speechInValue(shown) : undefined;
    if (!speech || proposalFor(form, before, question) === shown) continue;
    const { cleaned } = speech;
    const readings = [
      ...(cleaned === undefined ? [] : [labelledPhrases.line(question.label, cleaned)]),
      ...(changed.length === 1 && question === openQuestion(form, before) ? [labelledPhrases.asText(shown)] : []),
    ];
    return ask(look, bare(before), phrases.spoken(question.label, shown, cleaned), readings);
  }
  return undefined;
}

/** The message of before once more, which would answer something else now: it was sent twice. */
function sentTwice(look: Look, changed: readonly Changed[]): Step | undefined {
  const { form, before, input } = look;
  const isAgain = before.undo?.said !== undefined && before.undo.said === saidAs(input.text);
  const isProposed = changed.every(({ question, shown }) => proposalFor(form, before, question) === shown);
  if (!isAgain || isProposed) return undefined;
  const labels = changed.map(({ question }) => question.label);
  if (changed.some(isLong)) {
    const sentence = `${phrases.sentTwiceLong(input.text, labels)}${phrases.either(phrases.again(), heldPhrases.drop())}`;
    return ask(look, { ...bare(before), offered: valuesOf(changed) }, sentence, [phrases.again(), heldPhrases.drop()]);
  }
  const line = changed.map(({ question, shown }) => labelledPhrases.line(question.label, shown)).join("；");
  return ask(look, bare(before), phrases.sentTwice(input.text, labels), [line]);
}

/** As messages are compared. */
export const saidAs = (text: string): string => compactAnswer(text).slice(0, MOST_COMPARED);
const MOST_COMPARED = 200;

const SUFFIX = /(?:街道|镇|乡|社区|村|区|县|市)$/u;
const OF_PLACE = /(街道|社区)(?:[（(].*[)）])?$/u;

/** 百官 at 所属街道 and at 所属社区: a name that says of neither what it is. */
function samePlace(look: Look, changed: readonly Changed[]): Step | undefined {
  const { form, before, done, input } = look;
  for (const { question, shown } of changed) {
    const place = question.kind === "text" ? OF_PLACE.exec(question.label)?.[1] : undefined;
    if (place === undefined || SUFFIX.test(shown)) continue;
    const other = form.fields.find(
      (one) => one !== question && OF_PLACE.test(one.label) && done.state.answers[one.key] === shown,
    );
    if (!other) continue;
    const readings = [
      labelledPhrases.line(question.label, `${shown}${place}`),
      ...(input.text.trim() === shown ? [labelledPhrases.asText(shown)] : []),
    ];
    return ask(look, bare(before), phrases.samePlace(shown, question.label, other.label), readings);
  }
  return undefined;
}

/** 主任同书记: whose number stays. */
function otherPersons(look: Look, [only, second]: readonly Changed[]): Step | undefined {
  const { form, before, input } = look;
  const asked = only && !second ? samePerson(form, before, { ...only, text: input.text }) : undefined;
  return asked && ask(look, bare(before), asked.sentence, asked.readings);
}

/** 1 at 交付率或入住率: the number of an option, said once more. */
function numberOfChoice(look: Look, changed: readonly Changed[]): Step | undefined {
  const { form, before, input } = look;
  const said = compactAnswer(input.text);
  const [only, second] = changed;
  if (!only || second || only.question.kind !== "percent" || !/^\d$/u.test(said)) return undefined;
  const choice = choiceBefore(form, only.question);
  if (!choice || Number(said) > optionsOf(choice).length) return undefined;
  const sentence = phrases.choiceNumber(said, only.question.label, only.shown);
  return ask(look, bare(before), sentence, [labelledPhrases.line(only.question.label, only.shown)]);
}

/** A bare number behind another person's name, or where no person was filled in: whose it is is not said. */
function numberOfOther({ readings = [], ...look }: Look, changed: readonly Changed[]): Step | undefined {
  const { form, before, input } = look;
  const [only, second] = changed;
  const isOpen = only?.question.kind === "phone" && only.question === openQuestion(form, before);
  if (!only || second || !isOpen || input.isOffered) return undefined;
  const own = form.fields.find((one) => phoneOf(form, one) === only.question);
  if (own && input.text.includes(own.label.slice(-TITLE))) return undefined;
  const [last, more] = Object.keys(before.undo?.answers ?? {});
  const isNamed = ({ key, label }: Question) =>
    readings.some((one) => one.startsWith(labelledPhrases.line(label, ""))) || (more === undefined && key === last);
  const others = form.fields.flatMap((one) => {
    const phone = one === own || !isNamed(one) ? undefined : phoneOf(form, one);
    return phone ? [phone] : [];
  });
  const isAbsent = own !== undefined && before.skipped.includes(own.key) && !isAnswered(before, own);
  if (others.length === 0 && !isAbsent) return undefined;
  const lines = [only.question, ...others].map(({ label }) => labelledPhrases.line(label, only.shown));
  return ask(look, bare(before), phrases.whoseNumber(only.shown, lines), lines);
}
const TITLE = 2;

/** Paragraphs that name another case, and not the own one. */
function ofOtherCase(look: Look, changed: readonly Changed[]): Step | undefined {
  const { before, done, input } = look;
  const text = changed.find(isLong);
  const own = String(done.state.answers[input.nameKey ?? ""] ?? "");
  const others = (input.otherNames ?? []).filter(
    (name) => name !== "" && !own.includes(name) && !name.includes(own || "\n"),
  );
  const named = text ? others.filter((name) => text.shown.includes(name)) : [];
  if (!text || named.length === 0 || (own !== "" && text.shown.includes(own))) return undefined;
  const record =
    changed.length === 1 ? phrases.record(text.question.label) : labelledPhrases.recordRest(changed.length);
  const lines = changed.map(({ question, shown }) => labelledPhrases.line(question.label, shown));
  const sentence = `${phrases.ofCase(named, text.question.label, lines)}${phrases.either(record, heldPhrases.drop())}`;
  return ask(look, { ...bare(before), offered: valuesOf(changed) }, sentence, [record, heldPhrases.drop()]);
}

/** 无；地址 暨阳街道…: nothing, and then something that is of another field. */
const NOTHING_AND_MORE = /^(?:暂?无|没有)[；;，,。\s]+\S/u;

/** A text of paragraphs without the name of its field, which may have been meant for something else. */
function unlikeText(look: Look, changed: readonly Changed[]): Step | undefined {
  const { form, before, input } = look;
  const text = changed.find(isLong);
  if (!text || input.isOffered || before.pending?.key === text.question.key) return undefined;
  // A form of reasons alone asks for nothing else.
  if (form.fields.every(({ kind }) => kind === "longText")) return undefined;
  const { question, shown } = text;
  const was = before.answers[question.key];
  const isAdded = typeof was === "string" && shown.startsWith(was);
  if (isAdded || readChangeWithin(form, input.text)) return undefined;
  // 备注略, …你写一下: of another field, or to the program.
  const isMore =
    NOTHING_AND_MORE.test(shown) || leavesOther(form, question, shown) || saidToProgram(shown) !== undefined;
  if (!isMore && isNamedIn(form, question, input.text)) return undefined;
  if (proposalFor(form, before, question) === shown || (!isMore && isPlainContent(form, question, shown)))
    return undefined;
  const waits = before.offered?.[question.key] ?? before.held?.[question.key];
  const said = phrases.unsure(question.label, shown, changed.length - 1);
  // What waits for that field is not given up for a text of which it is not known what it is.
  if (waits !== undefined && waits !== text.value) return ask(look, bare(before), `${said}${phrases.asContent()}`, []);
  const record = changed.length === 1 ? phrases.record(question.label) : labelledPhrases.recordRest(changed.length);
  const sentence = `${said}${phrases.either(record, heldPhrases.drop())}`;
  return ask(look, { ...bare(before), offered: valuesOf(changed) }, sentence, [record, heldPhrases.drop()]);
}

/** The message says the name of the field. */
const isNamedIn = (form: Form, question: Question, typed: string): boolean =>
  labelNames(form).some(({ name, part, question: of }) => of === question && part !== "start" && typed.includes(name));

/** A text of paragraphs takes the place of another only where that is said. */
function replacesText(look: Look, changed: readonly Changed[]): Step | undefined {
  const { form, before, input } = look;
  if (EXPLICIT.test(input.text) || readChangeWithin(form, input.text)?.question) return undefined;
  const text = changed.find((one) => isLong(one) && typeof before.answers[one.question.key] === "string");
  if (!text) return undefined;
  const was = String(before.answers[text.question.key]);
  // One sentence more takes the place of nothing.
  if (text.shown.startsWith(was) && !input.text.includes(was)) return undefined;
  const told = phrases.replaces(text.question.label, was, { after: text.shown, rest: changed.length - 1 });
  const more = changed.length === 1 ? MORE.exec(text.shown)?.[1] : undefined;
  const adds = more === undefined ? [] : [stepPhrases.addTyped(text.question.label, more)];
  const sentence = `${told}${adds.map(phrases.orAdds).join("")}${phrases.either(phrases.replace(), heldPhrases.drop())}`;
  const readings = [...adds, phrases.replace(), heldPhrases.drop()];
  return ask(look, { ...bare(before), offered: valuesOf(changed) }, sentence, readings);
}

/** 还有监控全覆盖 */
const MORE = /^(?:还有|另外|再有|此外|再加上?|再补充?)[,，\s]*(\S[^\n]{2,100})$/u;
