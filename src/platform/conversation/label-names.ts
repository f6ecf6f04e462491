import { choiceBefore } from "./choice-before.ts";
import { type Form, optionsOf, type Question } from "./field.ts";
import { compactAnswer } from "./plain.ts";

/** Words that name a question in a message. */
export interface LabelName {
  name: string;
  question: Question;
  /** A part of a label, or another word for it; left out for the whole label. */
  part?: "start" | "end" | "also";
  /** It is an option of the choice before it: paragraphs have figures of that name, too. */
  isOption?: true;
}

/** A part of a label, 地址 of 小区地址, names the field where no other ends in it. */
export const MIN_PART = 2;
const PHONE = "电话";
/** What people write for the number of whom they named before. */
const PHONE_WORDS = ["联系电话", "电话号码", "手机号码", "联系方式", "手机号", "手机", "座机", PHONE];

const words = new Intl.Segmenter("zh", { granularity: "word" });

/** Where a word begins in the label: 任电话 is no end of 业委会主任电话. */
const wordStarts = (label: string): number[] => [...words.segment(label)].map(({ index }) => index);

const known = new WeakMap<Form, readonly LabelName[]>();

/** Labels, other words for them, and beginnings and ends that only one field has, the longest first. */
export function labelNames(form: Form): readonly LabelName[] {
  const names = known.get(form) ?? namesOf(form);
  known.set(form, names);
  return names;
}

/** The field that the words name alone: 材料 is 申报材料. Options of a choice name none. */
export const fieldCalled = (form: Form, words: string): Question | undefined =>
  labelNames(form).find(({ name, part, isOption }) => name === words && part !== "start" && !isOption)?.question;

function namesOf({ fields: questions }: Form): LabelName[] {
  const fields = questions.map((question) => ({ question, label: compactAnswer(question.label) }));
  const has = (label: string, at: (other: string) => boolean): boolean =>
    fields.filter((other) => at(other.label)).length === 1 && label.length >= MIN_PART;
  const names = fields.flatMap(({ question, label }): LabelName[] => {
    const cuts = Array.from({ length: Math.max(0, label.length - MIN_PART) }, (_, cut) => cut);
    const begins = wordStarts(label);
    const ends = cuts
      .filter((cut) => begins.includes(cut + 1))
      .map((cut) => label.slice(cut + 1))
      .filter((end) => has(end, (other) => other.endsWith(end)));
    const starts = cuts
      .map((cut) => label.slice(0, cut + MIN_PART))
      .filter((start) => has(start, (other) => other.includes(start)));
    return [
      { name: question.label, question },
      ...(question.aliases ?? []).map((name) => ({ name, question, part: "also" as const })),
      ...spokenOf(question.label).map((name) => ({ name, question, part: "also" as const })),
      ...choiceNames(questions, question).map((name) => ({
        name,
        question,
        part: "also" as const,
        isOption: true as const,
      })),
      ...ends.map((name) => ({ name, question, part: "end" as const })),
      ...starts.map((name) => ({ name, question, part: "start" as const })),
    ];
  });
  const rank = ({ part }: LabelName): number => (part === undefined ? 0 : part === "also" ? 1 : 2);
  return names.sort((a, b) => b.name.length - a.name.length || rank(a) - rank(b));
}

/** 业委会主任的电话, 申报单位的负责人 */
function spokenOf(label: string): string[] {
  const end = OWNED.exec(label)?.[0];
  return end === undefined || label.length < end.length + MIN_PART ? [] : [`${label.slice(0, -end.length)}的${end}`];
}
const OWNED = /(?:电话|负责人|地址|名称)$/u;

/** 入住率 at 交付率或入住率 */
const choiceNames = (fields: readonly Question[], question: Question): readonly string[] =>
  optionsOf(choiceBefore({ fields }, question) ?? question)
    .map(({ text }) => text)
    .filter((text) => text !== question.label && question.label.includes(text));

/** The question that asks for the telephone number of whom the other asks for. */
export const phoneOf = ({ fields }: Form, { label }: Pick<Question, "label">): Question | undefined =>
  fields.find((one) => one.kind === "phone" && one.label === `${label}${PHONE}`);

/** 电话 behind a person's name is that person's number. */
export function phoneNames(form: Form, person: Question | undefined): LabelName[] {
  const question = person && phoneOf(form, person);
  return question ? PHONE_WORDS.map((name) => ({ name, question, part: "also" as const })) : [];
}
