import type { Definition } from "../../definition/definition.ts";
import { labelsOf, opinionLabelsOf } from "../../definition/governed-form.ts";
import type { Field, Form } from "../../definition/purposes.ts";

/** What a label on a form asks for. */
export type Asked =
  | { kind: "field"; key: string }
  /** A short label like 电话: it belongs to the field before it. */
  | { kind: "shared"; keys: readonly string[] }
  /** An opinion: a box that others fill in. */
  | { kind: "opinion" };

export interface Labels {
  /** By the label without blanks and signs. */
  readonly asked: ReadonlyMap<string, Asked>;
  /** Finds labels in a line, however they are spaced. */
  readonly pattern: RegExp;
}

/** What people write for 电话. */
const PHONE_WORDS = ["电话", "联系电话", "电话号码", "手机", "手机号", "手机号码", "联系方式"];
const SIGNS = /[\s\u3000\p{P}\p{S}]/gu;
/** 1. 一、（一） before a label, （盖章） 必填 after it. */
const NUMBERED = /^(?:[（(]?[0-9０-９]{1,2}[)）.．、]|[（(]?[一二三四五六七八九十]{1,3}[)）.．、])\s*/u;
const EXTRAS = /(?:盖章|公章|签字|签章|必填|选填|全称)$/u;
const BETWEEN = '[\\s\\u3000（）()、“”"＊*]*';

/** 街道 and 社区 stand in other words too; on paper the labels are whole. */
const isWholeLabel = (alias: string): boolean => alias.length >= WHOLE;
const WHOLE = 4;

/** Without blanks, signs, numbers before and remarks behind. */
export const plainLabel = (text: string): string =>
  text.normalize("NFC").trim().replace(NUMBERED, "").replaceAll(SIGNS, "").replace(EXTRAS, "");

/** All labels of the form, in all their variants; those of the list too, where it asks for the same field. */
export function labelsFor(definition: Definition, form: Form): Labels {
  const asked = new Map<string, Asked>();
  const add = (label: string, what: Asked) => {
    const plain = plainLabel(label);
    if (plain !== "" && !asked.has(plain)) asked.set(plain, what);
  };
  for (const { key, aliases } of form.fields)
    for (const label of [...labelsOf(form, key), ...aliases.filter(isWholeLabel)]) add(label, { kind: "field", key });
  for (const { label, from } of definition.recommendationList.columns)
    if (from.kind === "field" && from.form === form.id) add(label, { kind: "field", key: from.field });
  for (const [label, keys] of sharedLabels(form.fields)) add(label, { kind: "shared", keys });
  for (const { id } of form.opinions) for (const label of opinionLabelsOf(form, id)) add(label, { kind: "opinion" });
  return { asked, pattern: patternOf([...asked.keys()]) };
}

/** 电话 stands for several fields; each of them follows the field whose number it is. */
function sharedLabels(fields: readonly Field[]): [string, readonly string[]][] {
  const printed = Map.groupBy(
    fields.filter((field) => field.printed !== undefined && field.kind === "phone"),
    () => "phone",
  );
  const phones = printed.get("phone")?.map(({ key }) => key) ?? [];
  return phones.length === 0 ? [] : PHONE_WORDS.map((word) => [word, phones]);
}

/** Longest first: 申报单位负责人 before 申报单位. */
function patternOf(labels: readonly string[]): RegExp {
  const spaced = labels
    .toSorted((one, other) => other.length - one.length)
    .map((label) => [...label].map((sign) => sign.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(BETWEEN));
  return new RegExp(spaced.join("|"), "gu");
}
