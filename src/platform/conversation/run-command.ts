import { assertNever } from "../../shared/assert-never.ts";
import { addTo, emptied } from "./add-to-field.ts";
import { answerAll } from "./answer-all.ts";
import { findPhones, withDigits } from "./answers/find-phones.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { whichOfSame } from "./changed-together.ts";
import { standsForPhrases } from "./content-phrases.ts";
import { answeredBefore, correctPrevious, fits, lastRecorded } from "./correct-previous.ts";
import { type Form, isWords, type Question } from "./field.ts";
import { correctedPart, type FieldChange } from "./field-change.ts";
import { findQuestion } from "./find-question.ts";
import type { FormCommand } from "./form-command.ts";
import { type FormState, isAnswered, missingQuestions } from "./form-state.ts";
import { labelNames } from "./label-names.ts";
import { leaveQuestion } from "./leave-question.ts";
import { advance, answer, answerElsewhere, answering, openAt, partOfAddress, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { numberOf } from "./phone-of-person.ts";
import { stepPhrases } from "./phrases.ts";
import { proposalFor } from "./proposal.ts";
import { isRowNumber, whichFieldOf } from "./which-field.ts";
import { withItsChoice } from "./with-choice.ts";

/** Runs a command; undefined if the words are an answer here, or the command does not apply. */
export function runCommand(context: StepContext, command: FormCommand): Step | undefined {
  const { form, state } = context;
  const question = openQuestion(form, state);
  switch (command.kind) {
    case "leave":
      return { state, outcome: { kind: "left" } };
    case "submit":
      return submit(form, state);
    case "show":
      return { state, outcome: { kind: "review", notes: question ? [stepPhrases.openNow(question.label)] : [] } };
    case "back":
      return back(form, state);
    case "skip":
      return question
        ? skip(form, state, question)
        : { state, outcome: { kind: "review", notes: [stepPhrases.noneToSkip()] } };
    case "keep":
      return question && keep(context, question);
    case "clear":
      return question && clear(form, state, question);
    case "clearField":
      return clearField(context, command.name);
    case "accept":
      return question && accept(context, question, command);
    case "change":
      return change(context, command);
    case "correct":
      return correct(context, command.correction);
    default:
      return assertNever(command);
  }
}

/** Reports missing answers, else opens the review, else (during the review) submits. */
function submit(form: Form, state: FormState): Step {
  const questions = missingQuestions(form, state);
  if (questions.length > 0) return { state: openAt(state, questions[0]), outcome: { kind: "missing", questions } };
  if (state.at === undefined) return { state, outcome: { kind: "submit" } };
  return { state: openAt(state, undefined), outcome: { kind: "review" } };
}

function back(form: Form, state: FormState): Step {
  const current = openQuestion(form, state);
  const place = current ? form.fields.indexOf(current) : form.fields.length;
  const previous = form.fields[place - 1];
  if (previous) return { state: openAt(state, previous), outcome: { kind: "ask", question: previous } };
  if (!current) return { state, outcome: { kind: "review" } };
  return { state, outcome: { kind: "retry", question: current, sentence: stepPhrases.first() } };
}

/** Keeps an existing answer; a question that must be answered comes again after the others. */
function skip(form: Form, state: FormState, question: Question): Step {
  if (isAnswered(state, question) || question.required) return leaveQuestion({ form, state }, question);
  return advance(form, { ...state, skipped: [...state.skipped, question.key] }, question);
}

function clear(form: Form, state: FormState, question: Question): Step {
  if (question.required) return { state, outcome: { kind: "retry", question, sentence: stepPhrases.cannotClear() } };
  const { [question.key]: _, ...answers } = state.answers;
  const skipped = [...state.skipped.filter((key) => key !== question.key), question.key];
  return advance(form, { ...state, answers, skipped }, question);
}

/** 照旧, 不变; undefined where nothing is saved. */
function keep({ form, state }: StepContext, question: Question): Step | undefined {
  return isAnswered(state, question) ? skip(form, state, question) : undefined;
}

/** 业委会主任删掉: undefined if no field has the name. */
function clearField({ form, state }: StepContext, name: string): Step | undefined {
  const found = findQuestion(form, name);
  if (found.kind !== "one") return undefined;
  const { question } = found;
  const open = openQuestion(form, state);
  const say = (after: FormState, sentence: string): Step => ({
    state: open ? after : openAt(after, question),
    outcome: { kind: "retry", question: open ?? question, sentence },
  });
  if (!isAnswered(state, question)) return say(state, stepPhrases.nothingToClear(question.label));
  if (question.required) return say(state, stepPhrases.cannotClearField(question.label));
  const { [question.key]: _, ...answers } = state.answers;
  return say({ ...state, answers }, stepPhrases.cleared(question.label));
}

/** Keeps the saved answer, else takes the proposed one; asks again if there is neither. */
function accept(context: StepContext, question: Question, { proposed }: { proposed: boolean }): Step {
  const { form, state } = context;
  const proposal = proposalFor(form, state, question);
  if (isAnswered(state, question) && !(proposed && proposal !== undefined)) return skip(form, state, question);
  const sentence = standsForPhrases.nothing(context.input.text.trim());
  if (proposal === undefined && isWords(question)) return { state, outcome: { kind: "retry", question, sentence } };
  return answer(context, question, proposal ?? "");
}

const CLEARED = /^(?:清空|清除|删掉|删除|删了|去掉|不要了?)[吧。]*$/u;
type Change = Extract<FormCommand, { kind: "change" }>;

/** 改 <字段>, 改 <字段> <新内容>. Without a space after 改 only an exact match counts: 改善 may begin a sentence. */
function change(context: StepContext, { name, spaced, value }: Change): Step | undefined {
  const { form, state } = context;
  const found = findQuestion(form, name);
  const [, head = "", rest] = /^(\S+?)[\s:](.+)$/s.exec(name) ?? [];
  const named = rest === undefined ? undefined : findQuestion(form, head);
  // 安全责任事故 无: nearly a label, and a label with its answer.
  const isWhole = found.kind === "one" && !found.exact && named?.kind === "one" && named.exact;
  if (found.kind === "one" && !isWhole && (spaced || found.exact))
    return { state: openAt(state, found.question), outcome: { kind: "ask", question: found.question } };
  // 改 备注 删掉
  if (rest !== undefined && named?.kind === "one" && (spaced || named.exact) && CLEARED.test((value ?? rest).trim()))
    return clearField(context, head);
  if (rest !== undefined && named?.kind === "one" && (spaced || named.exact))
    return answer({ ...context, state: openAt(state, named.question) }, named.question, value ?? rest);
  const isWriting = openQuestion(form, state)?.kind === "longText";
  if (!spaced || isWriting || found.kind === "one") return undefined;
  return { state, outcome: { kind: "whichField", candidates: found.candidates } };
}

/**
 * 小区地址改为…. While a text is waited for, only a field's whole label counts; where it may be either, two buttons.
 * Without a name it may be the answer given last, or the open one.
 */
function correct(context: StepContext, change: FieldChange): Step | undefined {
  if (change.adds) return addTo(context, change);
  const none = emptied(context, change);
  const { name, value, instead } = change;
  const { form, state } = context;
  const open = openQuestion(form, state);
  if (none) return none === "leave" ? open && leaveQuestion(context, open) : clearField(context, none.label);
  const last = answeredBefore(form, state);
  if (name === "previous" && open && !last)
    return { state, outcome: { kind: "retry", question: open, sentence: stepPhrases.first() } };
  const ofStreet = name === "previous" || (name === undefined && instead === undefined);
  const streets = ofStreet ? [open, last].flatMap((one) => (one && partOfAddress(context, one, value)) ?? []) : [];
  if (streets[0]) return streets[0];
  if (name === "previous") return last && correctPrevious(context, last, value);
  if (name === undefined) {
    const meant = instead === undefined ? last : form.fields.find(({ key }) => state.answers[key] === instead);
    if (instead !== undefined && meant) return answerElsewhere(context, meant, value);
    // 不是新建小区，是老旧小区 may be prose.
    if (instead !== undefined && open?.kind === "longText") return undefined;
    const wrong = lastRecorded(context, value);
    if (wrong && open && isValue(wrong)) return answerElsewhere(context, wrong, value);
    const fitting =
      last && fits(context, last, value) ? last : answeredBefore(form, state, (one) => fits(context, one, value));
    if (open?.kind === "longText" && value.length > MAX_NAME) return undefined;
    if (fitting && open) return eitherField(context, { named: [fitting], open, value });
    return open && open.kind !== "longText" ? answer(context, open, value) : undefined;
  }
  if (instead !== undefined) return correctWithin(context, { name, value, instead });
  const found = findQuestion(form, name);
  const both = found.kind === "one" ? withItsChoice(context, found.question, { text: value, named: name }) : undefined;
  if (both && found.kind === "one" && (found.exact || open?.kind !== "longText"))
    return answerAll(context, { answers: both });
  const number = numberOf(context, name);
  if (number && fits(context, number, value)) return answerElsewhere(context, number, value);
  // …零零二不对应该是零零三
  if (open?.kind === "phone" && fits(context, open, context.input.text)) return answer(context, open);
  const isOpens = open && open.kind !== "longText" && fits(context, open, name) && fits(context, open, value);
  const same = form.fields.filter(({ key }) => state.answers[key] === name);
  if (same.length > 1) return whichOfSame(context, same, value);
  const said = same[0] ?? namedWithValue(context, name, value);
  if (said) return answerElsewhere(context, said, value);
  const whole = open?.kind === "longText" ? undefined : wholeNamed(context, name);
  if (whole) return answerElsewhere(context, whole.question, correctedPart(context.input.text, whole.rest, value));
  // 95.6不对，应该是96.5
  if (isOpens && found.kind !== "one" && isValue(open)) return answer(context, open, value);
  const isText = open?.kind === "text" || open?.kind === "longText";
  const part = found.kind === "one" ? partOfAddress(context, found.question, value) : undefined;
  if (part) return part;
  if (found.kind === "one" && (found.exact || !open || !isText)) return answerElsewhere(context, found.question, value);
  if (open?.kind === "longText") return undefined;
  const named = found.kind === "one" ? [found.question] : partlyNamed(form, state, name);
  if (open && named.length === 1 && named[0] === open) return answer(context, open, value);
  if (named.length > 0 && open) return eitherField(context, { named, open, value });
  if (isText || found.kind === "one" || (open && isRowNumber(name))) return undefined;
  return {
    state,
    outcome: isRowNumber(name) ? { kind: "notUnderstood" } : whichFieldOf(context, found.candidates, value),
  };
}

/** 地址不是六号是十六号: a part of what is saved there. */
function correctWithin(
  context: StepContext,
  { name, value, instead }: { name: string; value: string; instead: string },
): Step | undefined {
  const question = labelNames(context.form).find((one) => one.name === name)?.question;
  const saved = question && context.state.answers[question.key];
  // 电话不是零一二三是…: a whole number takes the place of another, whatever was wrong in it.
  if (question?.kind === "phone" && saved !== undefined && fits(context, question, value))
    return answerElsewhere(context, question, value);
  if (!question || typeof saved !== "string" || !saved.includes(instead)) return undefined;
  return answerElsewhere(
    context,
    question,
    saved.replace(instead, () => value),
  );
}

/** 入住率百分之九十五点六 names the field and what was wrong in it. */
function namedWithValue(context: StepContext, name: string, value: string): Question | undefined {
  const named = labelNames(context.form).find((one) => name.startsWith(one.name));
  const rest = named && name.slice(named.name.length).replace(/^(?:是|为|[:：\s])+/u, "");
  const isWriting = openQuestion(context.form, context.state)?.kind === "longText";
  if (!named || !isValue(named.question) || (rest === "" && isWriting)) return undefined;
  return [rest || value, value].every((one) => fits(context, named.question, one)) ? named.question : undefined;
}

/** 小区地址香林路七号不对是八号 at another question: what was wrong is said again. */
function wholeNamed({ form }: StepContext, name: string): { question: Question; rest: string } | undefined {
  const longest = labelNames(form).find((one) => one.part === undefined && name.startsWith(one.name));
  // 党支部书记电话换了, 改成…
  if (longest && REPLACED.test(name.slice(longest.name.length))) return { question: longest.question, rest: "" };
  const named = longest && isWords(longest.question) ? longest : undefined;
  const rest = named?.name === undefined ? "" : name.slice(named.name.length).replace(/^(?:就?是|为|[,，:：\s])+/u, "");
  // 申报单位电话: a field of its own has that name.
  const owned = form.fields.filter(({ label }) => named && rest !== "" && isOwned(label, named.name, rest));
  if (owned[0] && !owned[1]) return { question: owned[0], rest: "" };
  return named && [...rest].length >= MIN_WRONG ? { question: named.question, rest } : undefined;
}
const REPLACED = /^(?:也|都|刚|已经?)*(?:换|变|改)(?:人|号)?了$/u;
const MIN_WRONG = 2;
const isOwned = (label: string, name: string, rest: string): boolean =>
  label.startsWith(name) && label.endsWith(rest) && label.length > name.length + rest.length;

/** Names of fields; the other in characters. */
const [MAX_NAMED, MAX_NAME] = [4, 30];

const isValue = ({ kind }: Question): boolean => kind !== "text" && kind !== "longText";

/** 名称 is a part of 小区名称 and 项目名称; of the fields with the part those that are answered, if any is. */
function partlyNamed(form: Form, state: FormState, name: string): readonly Question[] {
  const all = form.fields.filter(({ label }) => name.length > 1 && label.includes(name));
  const answered = all.filter((question) => isAnswered(state, question));
  return (answered.length > 0 ? answered : all).slice(0, MAX_NAMED);
}

interface Either {
  named: readonly Question[];
  open: Question;
  value: string;
}

function eitherField({ state, input }: StepContext, { named, open, value }: Either): Step {
  const phones = findPhones(withDigits(value));
  const [phone, second] = phones;
  // …零一二四就是那个负责人的: the number, and nothing for a field of words.
  const shownOf = (question: Question): string | undefined => {
    if (!isValue(question)) return phone ? undefined : value;
    const parsed = parseAnswer(question, value, answering(input));
    return parsed.ok ? parsed.shown : question.kind === "phone" && !second ? phone?.number : undefined;
  };
  const all = [...new Set([...named, open])];
  const fitting = all.filter((one) => shownOf(one) !== undefined);
  const fields = fitting.length > 0 ? fitting : all;
  const labels = fields.map(({ label }) => label);
  const readings = fields.map((one) => stepPhrases.changeTyped(one.label, shownOf(one) ?? value));
  const sentence = stepPhrases.whichChange(value, labels);
  return { state, outcome: { kind: "retry", question: open, sentence, readings } };
}
