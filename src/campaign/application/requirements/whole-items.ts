import { readWhole } from "../../../platform/conversation/numerals.ts";
import type { Definition } from "../../definition/definition.ts";
import { requirementPhrases as phrases } from "./phrases.ts";
import { saysAllMet, standingAt } from "./standing-words.ts";

const NUMBER = "(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})(?![\\d\\-－‐‑‒–—−.之杠减])";
const JOIN = "\\s*(?:[、,，和及与/]|至|到|[~～])\\s*";
/** 第1、2项, 一二三项, 第一项和第三项, 1至3项, 前三项 */
const ITEMS = `(?:附件[一1]的?)?(?:要求)?((?:[前后]|第?)${NUMBER}[项条]?(?:${JOIN}第?${NUMBER}[项条]?)*)(?<=[项条])(?!\\s*[的中里]?\\s*第?\\d)(?:各条|内容|要求|的)*`;
const WITHIN = new RegExp(`(?<![\\d.\\-之杠一二三四五六七八九十第])${ITEMS}`, "gu");
const AT_START = new RegExp(`^${ITEMS}`, "u");
const EACH = /^[\s:]*(?:均|都|全部?)/u;
/** 符合 第1项 */
const BEHIND_MET = /(?<![不未没])(?:符合|达标|满足)[:\s]*$/u;
/** 第1-3项均符合: one clause, or three items. */
const EITHER = /(?<![\d-])第?(?<from>\d{1,2})\s*[-－‐‑‒–—−]\s*(?<to>\d{1,2})[项条]\s*(?:均|都|全部?)[^,，;；。\n\t]*/gu;

/** Writes out the clauses of items of which all are meant: 第1、2项符合, 前三项都不符合. @param text in half width */
export function writeItems(definition: Definition, text: string): string {
  const { requirements } = definition.requirements;
  return text.replaceAll(WITHIN, (whole, said: string, at: number) => {
    const items = itemsIn(said, requirements.length);
    const named = requirements.filter(({ id }) => items?.includes(Number(id)));
    if (!items || named.length !== items.length) return whole;
    const after = text.slice(at + whole.length);
    const isMet = saysAllMet(after) || BEHIND_MET.test(text.slice(0, at));
    const isOfAll = isMet || (EACH.test(after) && standingAt(after.replace(EACH, "").trim()) !== undefined);
    // Of an item that is not met it is asked which of its clauses.
    if (!isOfAll && named.some(({ clauses }) => clauses.length > 1))
      return ` ${named.map(({ id }) => `第${id}项`).join("、")} `;
    return ` ${named.flatMap(({ clauses }) => clauses.map(({ id }) => id)).join("、")} `;
  });
}

/** Whether a text begins with items and how they stand. */
export function itemsAt(text: string): boolean {
  const length = AT_START.exec(text)?.[0].length ?? 0;
  const after = text.slice(length).trim();
  return length > 0 && (saysAllMet(after) || standingAt(after.replace(EACH, "").trim()) !== undefined);
}

/** Takes out what may be a clause or several items, and says so. */
export function withoutEither(text: string): { text: string; problems: readonly string[] } {
  const problems: string[] = [];
  const kept = text.replaceAll(EITHER, (whole, from: string, to: string) => {
    if (Number(to) <= Number(from)) return whole;
    problems.push(phrases.problems.clauseOrItems(whole.trim(), `${from}-${to}`, `第${from}至${to}项`));
    return "";
  });
  return { text: kept, problems };
}

/** The numbers of the items, in order; undefined if one of them is none. */
function itemsIn(said: string, count: number): readonly number[] | undefined {
  const [, end, number = ""] = /^([前后])([^项条]+)/u.exec(said) ?? [];
  if (end !== undefined) {
    const many = readWhole(number) ?? 0;
    const all = Array.from({ length: count }, (_, at) => at + 1);
    return many < 2 || many >= count ? undefined : end === "前" ? all.slice(0, many) : all.slice(-many);
  }
  const items: number[] = [];
  for (const [, before = "", written = ""] of said.matchAll(
    /([^\d一二两三四五六七八九十]*)(\d{1,2}|[一二两三四五六七八九十]{1,3})/gu,
  )) {
    const numbers = numbersIn(written);
    const [first] = numbers;
    const last = items.at(-1);
    if (first === undefined) return undefined;
    const isRange = last !== undefined && /[至到~～]/u.test(before);
    if (isRange && first <= last) return undefined;
    if (isRange) for (let one = last + 1; one < first; one += 1) items.push(one);
    items.push(...numbers);
  }
  return items;
}

/** 十一 is one number, 一二三 are three. */
function numbersIn(written: string): readonly number[] {
  if (/[十\d]/u.test(written) || written.length === 1) return [readWhole(written) ?? Number.NaN];
  return [...written].map((sign) => readWhole(sign) ?? Number.NaN);
}
