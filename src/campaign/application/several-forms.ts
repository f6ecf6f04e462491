import { type Action, textView, type View } from "../../platform/chat/view.ts";
import { isNoText } from "../../platform/conversation/answers/not-content.ts";
import { readFieldChange } from "../../platform/conversation/field-change.ts";
import { labelAt } from "../../platform/conversation/label-marks.ts";
import { readLabelled } from "../../platform/conversation/labelled-answers.ts";
import { stepPhrases } from "../../platform/conversation/phrases.ts";
import { type Form, fieldFor } from "../definition/purposes.ts";
import { readOfCase } from "./other-case.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { saidOfCases } from "./several-cases.ts";

/** What a message says of the fields of one case. */
export interface FieldsOfCase {
  name: string;
  fields: readonly { label: string; value: string }[];
}

interface Names {
  /** The case whose form is open, empty where it has no name yet; left out where none is open. */
  own?: string;
  others: readonly string[];
}

/**
 * The cases of which a message speaks, where it speaks of another than the open one: a line or a cell begins with its name,
 * or a field stands behind it. Empty for other messages, and for a form that says its own name.
 */
export function fieldsOfCases(form: Form, { own, others }: Names, text: string): readonly FieldsOfCase[] {
  const nameKey = fieldFor(form, "name")?.key;
  if (readLabelled(form, text).answers.some(({ question }) => question.key === nameKey)) return [];
  const names = [...(own === undefined ? [] : [own]), ...others].filter((name) => name !== "");
  const parts = saidOfCases(text, names, own).map(({ name, rest }) => ({ name, fields: fieldsIn(form, rest) }));
  if (parts.every(({ fields }) => fields.length === 0)) return [];
  const ofOthers = parts.filter(({ name, fields }) => name !== own && (fields.length > 0 || begins(text, name)));
  const [only, second] = parts;
  if (own === undefined) return ofOthers.length > 1 ? ofOthers : [];
  // One field of another case is asked about with its words.
  if (only?.fields.length === 1 && !second && readOfCase(form, { own, others }, text)) return [];
  // The open case is not named by what only stands before the other one.
  const isSaid = ({ name, fields }: FieldsOfCase): boolean =>
    fields.length > 0 || (name !== "" && (name !== own || text.includes(name)));
  return ofOthers.length === 0 ? [] : parts.filter(isSaid);
}

function fieldsIn(form: Form, rest: string): FieldsOfCase["fields"] {
  const fields = readLabelled(form, rest).answers.map(({ question, text }) => ({ label: question.label, value: text }));
  const alone = fields.length > 0 ? undefined : labelAt(form, rest);
  const all = alone ? [{ label: alone.question.label, value: alone.rest }] : fields;
  const bare = all.map(({ label, value }) => ({ label, value: value.replace(UNCHANGED, "") }));
  return bare.filter(({ value }) => value !== "");
}

/** …，联系人不变。 */
const UNCHANGED = /[，,；;\s]+\p{Script=Han}{2,8}(?:不变|没变|照旧)[。\s]*$/u;

const begins = (text: string, name: string): boolean =>
  text.split(/[\n\t；;。]/u).some((piece) => piece.trimStart().startsWith(name));

/** Nothing is recorded: what is said of each case is offered, as it can be sent. */
export function severalFormsView(parts: readonly FieldsOfCase[], own?: string): View {
  const sentence = phrases.severalCases(parts.map(({ name }) => name).filter((name) => name !== ""));
  const actions = parts
    .filter(({ fields }) => fields.length > 0)
    .map((part): Action => {
      const label = part.name === "" ? phrases.ofThisCase() : phrases.ofCase(part.name);
      return { id: "", label, typed: part.name === own ? asAnswers(part) : asChange(part), look: "default" };
    });
  return textView(phrases.severalCasesTitle(), sentence, { tone: "near", actions });
}

const asAnswers = ({ fields }: FieldsOfCase): string =>
  fields.map(({ label, value }) => `${label}：${value}`).join("\n");

/** A slash says that it answers no question. */
const asChange = ({ name, fields }: FieldsOfCase): string =>
  `/${name}的${fields.map(({ label, value }) => stepPhrases.changeTyped(label, value)).join("\n")}`;

/** 小区地址改为…；申报单位改为…: more than one field, which no single change of one is. */
export function changesSeveral(text: string): boolean {
  const first = /^\s*[/／]/u.test(text) ? undefined : readFieldChange(text);
  return typeof first?.name === "string" && /[；;\n].*?(?:改为|改成|更正为|换成|应为)/su.test(first.value);
}

/** /康隆家园的所属社区改为…, as it is offered: said to the case that it names, and not to the open form. */
export function isForOther(text: string, names: readonly string[], { own }: { own: string }): boolean {
  const said = /^\s*[/／]\s*(.*)$/su.exec(text)?.[1];
  return said !== undefined && names.some((name) => name !== "" && name !== own && said.startsWith(`${name}的`));
}

/** 切换到锦绣花园, 先把锦绣花园那个提交了: an order that names another case; undefined for other words. */
export function orderOfCase(text: string, others: readonly string[]): string | undefined {
  if (!isNoText(text)) return undefined;
  return others.filter((name) => name !== "" && text.includes(name)).toSorted((a, b) => b.length - a.length)[0];
}

/** 经过 锦绣花园: a word and the name of a case are hardly the content of a field. */
export function wordWithName(text: string, names: readonly string[]): string | undefined {
  const [, name = ""] = /^\s*[/／]?\p{Script=Han}{2,4}[ \u3000]+(\S+)\s*$/u.exec(text) ?? [];
  // A form that has no name yet is named by nothing.
  return name !== "" && names.includes(name) ? name : undefined;
}
