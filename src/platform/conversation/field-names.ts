import { type Form, isWords, optionsOf, type Question } from "./field.ts";
import { labelNames } from "./label-names.ts";
import { compactAnswer } from "./plain.ts";

/** Words that name a field where it is only asked whether it is meant. */
export interface FieldName {
  name: string;
  question: Question;
  /** It also names the field in the middle of a sentence; others are parts of names: 塔山社区. */
  isWithin: boolean;
  /** The option of the choice before it that the name begins. */
  option?: string;
}

const SHORT = 2;
/** Parts of the names of places, bodies and people. */
const IN_NAMES = /^(?:小区|街道|社区|乡镇|单位|项目|支部|党支部|坐落|备注|物业.{0,6}|业主组织|主任|书记)$/u;
/** Of text, in the middle of a sentence. In characters. */
const LONG = 4;
const words = new Intl.Segmenter("zh", { granularity: "word" });
const known = new WeakMap<Form, readonly FieldName[]>();

/** Labels, other words for them, and words that only one label has: 截止 of 数据截止日期. The longest first. */
export function fieldNames(form: Form): readonly FieldName[] {
  const names = known.get(form) ?? namesOf(form);
  known.set(form, names);
  return names;
}

function namesOf(form: Form): readonly FieldName[] {
  const labels = labelNames(form).filter(({ part, question }) => part !== "start" && question.kind !== "longText");
  const options = form.fields.flatMap((one) => optionsOf(one).map(({ text }) => text));
  const own = labels.map(({ name, question }) => ({ name, question, isWithin: isWithin(question, name) }));
  const parts = form.fields.flatMap((question) =>
    [...wordsOf(question.label), ...endsOf(question)]
      .filter((name) => form.fields.every((one) => one === question || !compactAnswer(one.label).includes(name)))
      .filter((name) => !own.some((one) => one.name === name) && !isWords(question))
      .filter((name) => !options.some((one) => one.includes(name)))
      .map((name) => ({ name, question, isWithin: !IN_NAMES.test(name) })),
  );
  // 入住85
  const begun = labels
    .filter(({ isOption }) => isOption)
    .map(({ name, question }) => ({ name: name.slice(0, SHORT), question, isWithin: true, option: name }));
  return [...own, ...parts, ...begun].toSorted((a, b) => b.name.length - a.name.length);
}

function isWithin({ kind }: Question, name: string): boolean {
  if (IN_NAMES.test(name)) return false;
  return !isWords({ kind }) || name.length >= LONG || name === "地址";
}

/** 主任电话, 书记电话 */
const endsOf = ({ label }: Question): readonly string[] => /(?:主任|书记|负责人)电话$/u.exec(label) ?? [];

/** Words of two signs and more, and the first two of a longer one. */
const wordsOf = (label: string): readonly string[] => {
  const all = [...words.segment(label)].map(({ segment }) => segment).filter(({ length }) => length >= SHORT);
  return [...new Set([...all, ...all.map((word) => word.slice(0, SHORT))])];
};
