import { parseAnswer } from "../../../platform/conversation/answers/parse-answer.ts";
import { choiceBefore } from "../../../platform/conversation/choice-before.ts";
import { type Form, isWords, optionsOf, type Question } from "../../../platform/conversation/field.ts";
import { labelAt } from "../../../platform/conversation/label-marks.ts";
import { fieldCalled, labelNames } from "../../../platform/conversation/label-names.ts";
import { stepPhrases } from "../../../platform/conversation/phrases.ts";
import { withoutFillers } from "../../../platform/conversation/spoken.ts";
import type { CivilDate } from "../../../shared/civil-date.ts";

export interface CaseChange {
  name: string;
  /** As it can be sent; several where it is not said whose number it is. None: it could not be read. */
  typed: readonly string[];
}

interface When {
  today: CivilDate;
  year: number;
}

const LED = /^(?:对了|还有|另外|哦|啊|那个|[，,\s])+/u;
const CHANGES = /^\s*[/／]?\s*(?:修改|更正|改)(?!申报)\s*(\S[\s\S]*)$/u;
/** In characters: a name is abbreviated to no less. */
const SHORTEST = 2;

/**
 * 修改 江南名府 申报单位负责人电话 13757530001, 江南电话改13757530001: a change of a form that is handed in, said with its
 * name or the beginning of it. Undefined for other words.
 */
export function changeOfCase(form: Form, text: string, names: readonly string[], when: When): CaseChange | undefined {
  const asked = CHANGES.exec(text)?.[1]?.trim();
  const said = asked ?? withoutFillers(text.trim()).replace(LED, "");
  const found = caseAt(form, said, names);
  if (!found) return undefined;
  const { name, length } = found;
  const rest = said.slice(length).replace(/^(?:的|[\s,，:：]+)/u, "");
  const changes = rest === "" || /\n|[?？吗]$/u.test(rest) ? [] : changesIn(form, rest, when);
  if (asked === undefined && changes?.length === 0) return isChange(form, rest) ? { name, typed: [] } : undefined;
  return { name, typed: (changes ?? []).map((lines) => `${name}的${lines.join("\n")}`) };
}

/** 业委会主任电话说错了…改成…: the field that is to be changed, in words that are not read. */
const isChange = (form: Form, rest: string): boolean => {
  const [label] = labelNames(form).filter(({ name, isOption }) => !isOption && rest.startsWith(name));
  return label !== undefined && SAYS_CHANGE.test(rest.slice(label.name.length));
};
const SAYS_CHANGE = /改[为成]?|换成|更正|应为|应该是|[说写填报]错|不对|有误/u;

/** How far the name of one case reaches, whole or its beginning; a word for a field is none. */
function caseAt(form: Form, said: string, names: readonly string[]): { name: string; length: number } | undefined {
  const longest = Math.max(0, ...names.map((name) => name.length));
  for (let length = Math.min(longest, said.length); length >= SHORTEST; length -= 1) {
    const head = said.slice(0, length);
    if (names.includes(head)) return { name: head, length };
    const [name, second] = [...new Set(names.filter((one) => one.startsWith(head)))];
    if (name !== undefined && second === undefined && !fieldCalled(form, head)) return { name, length };
  }
  return undefined;
}

const BETWEEN = /[，,；;。\n]+/u;
const LEADS = /^(?:[也都]?(?:改[为成]?|换[为成]?|更正为|应为|应该是)|[:：=＝\s])+/u;
const BEFORE = /[\s，,（(]+原(?:来|为|先)?(?:是|为)?[^，,；;\s]+$/u;
const NUMBER = /^(?:联系)?(?:电话|手机)(?:号码?)?(?:改[为成]?|换[为成]?|应为|是|[:：\s])*(?=[\d+])/u;

/**
 * 书记电话改13858500009，地址改越秀路90号: the changes as they are typed, once for each of the fields that a number without
 * a name may be of. Empty where no field is named, undefined where a part could not be read.
 */
export function changesIn(form: Form, said: string, when: When): readonly (readonly string[])[] | undefined {
  const parts = said.split(BETWEEN).filter((part) => part.trim() !== "");
  const [only, second] = parts;
  const number = only === undefined || second !== undefined ? "" : (NUMBER.exec(only.trim())?.[0] ?? "");
  if (only !== undefined && number !== "") {
    const phones = form.fields.filter(({ kind }) => kind === "phone");
    const lines = phones.flatMap((field) => typedFor(field, field.label, only.trim().slice(number.length), when) ?? []);
    return lines.map((line) => [line]);
  }
  const found = parts.map((part) => fieldAt(form, part.trim()));
  if (found.every((one) => one === undefined || one.rest === "")) return [];
  const lines = found.map(
    (one, at) => one && typedFor(one.question, labelOf(form, one, parts[at] ?? ""), one.rest, when),
  );
  return lines.every((line) => line !== undefined) ? [lines] : undefined;
}

/** Of a figure the name alone tells it: 入住率96. */
function fieldAt(form: Form, part: string): { question: Question; rest: string } | undefined {
  const labelled = labelAt(form, part);
  if (labelled) return labelled;
  const named = labelNames(form).find(
    ({ name, part: of, question }) => of !== "start" && !isWords(question) && part.startsWith(name),
  );
  return named && { question: named.question, rest: part.slice(named.name.length) };
}

/** 入住率 says which of the two it is. */
function labelOf(form: Form, { question }: { question: Question }, part: string): string {
  const choice = choiceBefore(form, question);
  const option = choice && optionsOf(choice).find(({ text }) => part.trim().startsWith(text));
  return option?.text ?? question.label;
}

function typedFor(question: Question, label: string, said: string, when: When): string | undefined {
  const value = said.replace(LEADS, "").replace(BEFORE, "");
  const parsed = value === "" || question.kind === "longText" ? undefined : parseAnswer(question, value, when);
  return parsed?.ok ? stepPhrases.changeTyped(label, parsed.shown) : undefined;
}
