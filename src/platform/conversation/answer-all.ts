import { isDeepStrictEqual } from "node:util";
import type { AnswerValue, Parsed } from "./answer.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { doubtPhrases } from "./answers/phrases.ts";
import { showAnswer } from "./answers/show-answer.ts";
import { contentPhrases } from "./content-phrases.ts";
import { withDeclaredBehind } from "./declared.ts";
import { editOfValue } from "./edit-of-value.ts";
import { elsewherePhrases } from "./elsewhere-phrases.ts";
import { isWords, type Question, questionByKey } from "./field.ts";
import { type FormState, isAnswered } from "./form-state.ts";
import { LEFT_OUT } from "./label-marks.ts";
import type { Labelled, LabelledAnswer } from "./labelled-answers.ts";
import { advance, answering, openAt, type StepContext, withAnswer } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Offer, Recorded, Step } from "./outcome.ts";
import { askWithin, replacedBy } from "./overwritten.ts";
import { labelledPhrases, stepPhrases } from "./phrases.ts";
import { compactAnswer } from "./plain.ts";
import { standsFor } from "./stands-for.ts";
import type { Unclear } from "./whose-person.ts";
import { withChoices, withItsChoice } from "./with-choice.ts";
import { withPhones } from "./with-phone.ts";

export interface Read {
  question: Question;
  value: AnswerValue;
  shown: string;
}

type Said = Pick<Labelled, "answers"> &
  Partial<Pick<Labelled, "unread" | "headings">> & {
    isPasted?: boolean;
    ofOthers?: readonly string[];
    unclear?: readonly Unclear[];
  };

/**
 * Answers several questions at once: all or none. What could be read of a message that is refused is offered. A row that
 * says nothing leaves its answer as it is. The open question is asked again unless it is among them.
 */
export function answerAll(context: StepContext, given: Said): Step {
  const answers = withDeclaredBehind(context, given.answers);
  const { unread = [], headings = [], isPasted = false, ofOthers = [], unclear = [] } = given;
  const said = answers.map((one) => (saysNone(one) ? { ...one, text: "" } : one));
  const read = readAll(
    context,
    said.filter(({ text }) => text !== ""),
  );
  const good = read.flatMap(({ question, parsed }) => (parsed.ok ? [{ question, ...parsed }] : []));
  const bad = [
    ...read.flatMap(({ question, parsed }) =>
      parsed.ok ? [] : [[question, parsed.retry, parsed.readings ?? []] as const],
    ),
    ...unclear.map(({ question, retry, readings }) => [question, retry, readings] as const),
  ];
  const isApart = isPasted || (good.length + bad.length > 1 && context.input.text.trim().includes("\n"));
  const another = isApart ? otherCase(context, good) : undefined;
  if (another) return askWhose(context, another, { good, bad, unread, ofOthers });
  const none = answers.filter(saysNone).map(({ question: { label } }) => label);
  if (bad.length + unread.length + ofOthers.length > 0) return refuse(context, { good, bad, unread, ofOthers, none });
  const within = askWithin(context, said, good);
  if (within) return within;
  const empty = said.filter(({ text }) => text === "").map(({ question }) => question);
  const kept = answers
    .filter((one) => saysNone(one) && isAnswered(context.state, one.question))
    .map(({ question }) => question);
  if (good.length === 0 && kept.length === 0 && headings.length === 0 && none.length === 0)
    return refuseEmpty(context, empty);
  const notes = replacedBy(context.state, good).map(({ label, before, shown }) =>
    labelledPhrases.replaced(label, before, shown),
  );
  return record(context, good, { empty, headings, kept, notes });
}

/** 入住率：95.3 beside 填报指标：交付率. */
function contradicted(
  context: StepContext,
  said: readonly LabelledAnswer[],
  one: { question: Question; parsed: Parsed },
): { question: Question; parsed: Parsed } {
  const own = said.find(({ question }) => question === one.question);
  const [choice] = (own && withItsChoice(context, one.question, own)) ?? [];
  const apart = choice && said.find(({ question }) => question === choice.question);
  const chosen = apart && parseAnswer(apart.question, apart.text, answering(context.input));
  if (choice?.question.kind !== "choice" || !chosen?.ok || chosen.shown === choice.text) return one;
  return {
    ...one,
    parsed: { ok: false, retry: labelledPhrases.otherChoice(choice.question.label, choice.text, chosen.shown) },
  };
}

/** 业委会主任：无（未成立）, 电话：暂无: nothing is filled in where nothing must be. */
export const saysNone = ({ question: { kind, required }, text }: LabelledAnswer): boolean =>
  !required &&
  (((kind === "text" || kind === "phone") && NONE.test(text.trim())) ||
    (kind === "longText" && LEFT_OUT.test(text.trim())));
const NONE =
  /^(?:无|暂无|没有|暂缺|空缺|空|无此项|(?:尚|还|暂)?未(?:成立|选举|设立?|选出|产生|定)|(?:还|暂时?)没有?(?:成立|选举|定)?)(?:[（(](?=[^（()）]*(?:[未没无尚暂不空缺待]|不设|$))[^（()）]{0,12}[)）])?[。.]?$/u;

/** Each of the answers; what is said to be the same as another may stand in the same message. */
function readAll(context: StepContext, said: readonly LabelledAnswer[]): { question: Question; parsed: Parsed }[] {
  const { form, state, input } = context;
  const read = ({ question, text }: LabelledAnswer): { question: Question; parsed: Parsed } => {
    const edit = editOfValue(context, question, text);
    return { question, parsed: edit ? { ok: false, ...edit } : parseAnswer(question, text, answering(input)) };
  };
  const isOther = ({ question, text }: LabelledAnswer) => standsFor(context, question, text) === undefined;
  const first = withChoices(context, withPhones(form, said.filter(isOther)));
  const values = first
    .map(read)
    .flatMap(({ question, parsed }) => (parsed.ok ? [[question.key, parsed.value] as const] : []));
  const known = { form, state: { ...state, answers: { ...state.answers, ...Object.fromEntries(values) } } };
  const others = said
    .filter((one) => !isOther(one))
    .map((one) => ({ one, meant: standsFor(known, one.question, one.text) }))
    .map(({ one, meant }) =>
      meant && "retry" in meant
        ? { question: one.question, parsed: { ok: false as const, retry: meant.retry } }
        : read({ ...one, text: meant?.text ?? one.text }),
    );
  const both = [...first.map(read), ...others].map((one) => contradicted(context, said, one));
  // A number read out of a person's row stands behind the person.
  let last = 0;
  const placed = both.map((one) => {
    const at = said.findIndex(({ question }) => question === one.question);
    if (at >= 0) last = at;
    return { one, at: last };
  });
  return placed.toSorted((a, b) => a.at - b.at).map(({ one }) => one);
}

interface Refused {
  good: readonly Read[];
  bad: readonly (readonly [question: Question, retry: string, readings: readonly string[]])[];
  unread: readonly string[];
  /** Lines that others fill in. */
  ofOthers?: readonly string[];
  /** Labels of which 无 was said. */
  none?: readonly string[];
}

interface OtherCase {
  question: Question;
  before: string;
  after: string;
}

/** The name among the answers, where the form has another one. */
export function otherCase({ form, state, input }: StepContext, good: readonly Read[]): OtherCase | undefined {
  const read = good.find(({ question }) => question.key === input.nameKey);
  const before = read && state.answers[read.question.key];
  if (!read || before === undefined) return undefined;
  const shown = showAnswer(read.question, before);
  if (compactAnswer(shown) === compactAnswer(read.shown)) return undefined;
  return { question: questionByKey(form, read.question.key) ?? read.question, before: shown, after: read.shown };
}

/** Another case's form is pasted into a filled one: nothing is recorded before it is said which is meant. */
export function askWhose({ form, state, input }: StepContext, other: OtherCase, refused: Refused): Step {
  const { question, before, after } = other;
  const { good } = refused;
  const whose = labelledPhrases.whose(question.label, before, after);
  const earlier = state.held?.[question.key];
  const replaced =
    typeof earlier === "string" && earlier !== before && earlier !== after
      ? labelledPhrases.replaces(question.label, earlier)
      : "";
  const sentence = `${whose}${labelledPhrases.notRead(whyNot(input, refused))}${replaced}`;
  const offered = Object.fromEntries(good.map((one) => [one.question.key, one.value]));
  const readings = [labelledPhrases.another(), labelledPhrases.overwrite()];
  const open = openQuestion(form, state);
  return {
    state: { ...state, offered },
    outcome: open
      ? { kind: "retry", question: open, sentence, readings }
      : { kind: "review", notes: [sentence], readings },
  };
}

function refuse({ form, state, input }: StepContext, refused: Refused): Step {
  const { bad, unread, ofOthers = [], none = [] } = refused;
  // What is saved already is neither counted nor offered; nor is the number of a person who could not be read.
  const isOfBad = ({ label }: Question): boolean => bad.some(([{ label: person }]) => label === `${person}电话`);
  const good = refused.good.filter(
    ({ question, value }) => !isDeepStrictEqual(state.answers[question.key], value) && !isOfBad(question),
  );
  const withoutPerson = refused.good
    .filter(({ question }) => isOfBad(question))
    .map(({ question, shown }) => [question, elsewherePhrases.withPerson(shown), []] as const);
  const lines = good.map(({ question: { label }, shown }) => labelledPhrases.line(label, shown));
  const not = whyNot(input, { good, bad: [...bad, ...withoutPerson], unread, ofOthers });
  const why = labelledPhrases.refused(not, lines);
  const sentence = `${why}${none.length > 0 ? contentPhrases.saidNone(none) : ""}`;
  const open = openQuestion(form, state);
  const question = open ?? bad[0]?.[0] ?? refused.good[0]?.question;
  if (!question) return { state, outcome: { kind: "notUnderstood" } };
  const words = bad.flatMap(([one]) => (isWords(one) ? [one.key] : []));
  const isOther = words.some((key) => key !== question.key);
  const asked = { ...(open ? state : openAt(state, question)), ...(isOther ? { contentOf: words } : {}) };
  const offer = good.length === 0 ? {} : { offer: offerOf(lines) };
  const listed = bad.flatMap(([{ label }, , all]) => listedOf(label, all));
  const readings = listed.length === 0 ? {} : { readings: listed };
  const offered = Object.fromEntries(good.map((one) => [one.question.key, one.value]));
  return {
    state: good.length === 0 ? asked : { ...asked, offered },
    outcome: { kind: "retry", question, sentence, ...readings, ...offer },
  };
}

/** Readings with their field: the open one takes none of another. Of several lines none is sent again. */
const listedOf = (label: string, readings: readonly string[]): readonly string[] =>
  readings
    .filter((one) => !one.includes("\n") && !one.startsWith(labelledPhrases.asText("")))
    .map((one) => labelledPhrases.line(label, one));

/** What is said of the lines that were not taken, whoever's form it is. */
const whyNot = (input: StepContext["input"], { bad, unread, ofOthers = [] }: Refused) => ({
  bad: bad.map(([{ label }, retry, readings]) => {
    const listed = listedOf(label, readings);
    return [
      label,
      listed.length > 0 ? doubtPhrases.listed(retry, { label, readings, listed }) : doubtPhrases.withoutList(retry),
    ] as const;
  }),
  unread,
  elsewhere: labelledPhrases.elsewhere(ofOthers, input.ofOthers?.sentence ?? ""),
});

/** Sent as it stands; of more than a line, the words of the button are. */
function offerOf(lines: readonly string[]): Offer {
  const label = labelledPhrases.recordRest(lines.length);
  return { label, typed: lines.some((line) => /[\n；]/u.test(line)) ? label : lines.join("；") };
}

interface Beside {
  empty: readonly Question[];
  headings: readonly string[];
  /** Answered fields of which 无 was said. */
  kept?: readonly Question[];
  notes?: readonly string[];
}

/** Records all of it, and goes on. */
export function record(
  { form, state }: Pick<StepContext, "form" | "state" | "input">,
  good: readonly Read[],
  { empty, headings, kept = [], notes: said = [] }: Beside,
): Step {
  const { offered: _, ...before } = state;
  const answered = good.reduce((after: FormState, { question, value }) => withAnswer(after, question, value), before);
  const left = empty.filter((question) => !isAnswered(answered, question));
  const asBefore = empty.filter(
    (question) =>
      isAnswered(before, question) && !kept.includes(question) && !good.some((one) => one.question === question),
  );
  const passed = left.filter(({ required }) => !required).map(({ key }) => key);
  const saved = { ...answered, skipped: [...new Set([...answered.skipped, ...passed])] };
  const [one, ...more] = good.map(({ question, shown }): Recorded => ({ question, shown }));
  const notes = [
    ...said,
    ...(left.length > 0 ? [labelledPhrases.empty(left.map(({ label }) => label))] : []),
    ...(asBefore.length > 0 ? [labelledPhrases.emptyKept(asBefore.map(({ label }) => label))] : []),
    ...kept.map(({ label }) => stepPhrases.keptField(label)),
    ...(headings.length > 0 ? [labelledPhrases.headings(headings)] : []),
  ];
  const told = {
    ...(one ? { recorded: { ...one, ...(more.length > 0 ? { more } : {}) } } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  };
  const open = saved.at === undefined ? undefined : questionByKey(form, saved.at);
  const isDone = open && (good.some(({ question }) => question === open) || passed.includes(open.key));
  if (isDone) return advance(form, saved, { key: open.key, ...told });
  return { state: saved, outcome: open ? { kind: "ask", question: open, ...told } : { kind: "review", ...told } };
}

/** A form of nothing but labels. */
function refuseEmpty({ form, state }: StepContext, empty: readonly Question[]): Step {
  const question = openQuestion(form, state) ?? empty[0];
  if (!question) return { state, outcome: { kind: "notUnderstood" } };
  const sentence = labelledPhrases.allEmpty(empty.map(({ label }) => label));
  return { state: openAt(state, question), outcome: { kind: "retry", question, sentence } };
}
