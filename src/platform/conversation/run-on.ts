import type { Form, Question } from "./field.ts";
import { type LabelName, labelNames } from "./label-names.ts";
import type { LabelledAnswer } from "./labelled-answers.ts";

const MIN_SAID = 2;
const PERSON = /(?:主任|书记|负责人)$/u;
const FIRM = /^(?:物业|物业公司|物业企业)$/u;
const IS_PERSON = /^(?!办公|办|代表|助理)\p{Script=Han}{2,4}(?=$|[，,、\s]|电话|手机)/u;
const IS_PLACE = /^\p{Script=Han}[^，,]{0,20}[路街弄村巷道镇乡区]?[\d一二三四五六七八九十百零〇]+号?/u;
const IS_FIRM = /^(?!公司|企业|管理|服务)\p{Script=Han}{2,16}(?:公司|企业|物业)/u;
/** A whole label of that length says more than a word: 门牌号. */
const WHOLE = 3;

/** What has to follow a name that no 是 follows. */
function isSaid({ name, part, question }: LabelName, after: string): boolean {
  if (part === "start" || question.kind !== "text") return false;
  if (/地址$/u.test(name)) return IS_PLACE.test(after);
  if (PERSON.test(name)) return IS_PERSON.test(after);
  if (FIRM.test(name)) return IS_FIRM.test(after);
  return part === undefined && name.length >= WHOLE && /^(?:\p{Script=Han}{3}|\d)/u.test(after);
}

/** 第二党支部书记冯国强 at 党支部名称: what both begin with belongs to the answer. In characters. */
function shared(label: string, name: string): number {
  let length = 0;
  while (length < name.length && label[length] === name[length]) length++;
  return length < MIN_SAID ? 0 : length;
}

/**
 * 湖塘街道办事处地址湖塘路六十六号负责人王建国: the answer, and those that are named within it without 是. Empty if
 * nothing is.
 */
export function runOn(form: Form, question: Question, text: string): readonly LabelledAnswer[] {
  if (question.kind !== "text" || /[\n\t：:；;]/u.test(text)) return [];
  const names = labelNames(form).filter((named) => named.question !== question);
  const found: { at: number; to: number; question: Question }[] = [];
  for (let at = MIN_SAID; at < text.length; at++) {
    const named = names.find(({ name, ...rest }) => {
      const after = text.startsWith(name, at) ? text.slice(at + name.length) : "";
      return after !== "" && isSaid({ name, ...rest }, after);
    });
    const isTitle = named && PERSON.test(named.name) && PERSON.test(question.label);
    if (!named || isTitle || found.some((one) => one.question === named.question)) continue;
    found.push({ at: at + shared(question.label, named.name), to: at + named.name.length, question: named.question });
    at += named.name.length;
  }
  if (found.length === 0) return [];
  const cut = (from: number, to?: number): string => text.slice(from, to).replace(/^[，,、\s]+|[，,、\s]+$/gu, "");
  return [
    { question, text: cut(0, found[0]?.at) },
    ...found.map((one, index) => ({ question: one.question, text: cut(one.to, found[index + 1]?.at) })),
  ];
}
