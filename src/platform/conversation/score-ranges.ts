import { readWhole } from "./numerals.ts";
import type { ScoreRow, ScoreRules } from "./score-rules.ts";
import { NUMBER, REST_WORDS } from "./score-words.ts";
import { BETWEEN_WORDS } from "./spoken.ts";

const ALL = "(?:\\s|都|均|各|全部?|给|打|为|是|得)*";
const ROW = `(?:${NUMBER})\\s*[-－‐‑–—−杠之]\\s*(?:${NUMBER})`;
/** A sign, or what begins something else: 三杠一到三杠五满分三杠六…, …其余满分. */
const END = `(?=$|[\\s,，;；。]|${ROW}|${REST_WORDS})`;
const BEGINS_NEXT = new RegExp(`^(?:${ROW}|${REST_WORDS})`, "u");
/** 3-1至3-5满分: of each the most that it can have. */
const RANGE = new RegExp(
  `(${NUMBER})\\s*[-－‐‑–—−杠之]\\s*(${NUMBER})\\s*(?:至|到|[~～])\\s*(?:(${NUMBER})\\s*[-－‐‑–—−杠之]\\s*)?(${NUMBER})${ALL}满分?[吧了]*${END}`,
  "gu",
);
const SPAN_EXCEPT = new RegExp(
  `^\\s*(${NUMBER})\\s*[-－‐‑–—−杠之]\\s*(${NUMBER})\\s*(?:至|到|[~～])\\s*(?:(${NUMBER})\\s*[-－‐‑–—−杠之]\\s*)?(${NUMBER})${ALL}满分?[吧了]*[，,；;\\s]*(?:但是?|只是|不过|除[了去开]?|只有)(?=${ROW})(.+?)(?:以外|之外|外)?[。\\s]*$`,
  "su",
);
const NAMED = new RegExp(`(${NUMBER})\\s*[-－‐‑–—−杠之]\\s*(${NUMBER})`, "gu");
/** 四四到四七全部满分 */
const RUN = new RegExp(
  `(?<![一二三四五六七八九十])([一二三四五六七八九])([一二三四五六七八九])[至到]([一二三四五六七八九])([一二三四五六七八九])(?=${ALL}满)`,
  "gu",
);
/** 第三部分都满分除了三之五给两分, 第四部分全部满分，四杠五扣一分: the part's other rows. */
const EXCEPT = new RegExp(
  `^\\s*第?(${NUMBER})(?:(?:部分|大项|节|、)?的?${ALL}满分?[，,；;\\s]*(?:但是?|只是)?除[了去开]?(?=第?${NUMBER})|(?:部分|大项|节)的?${ALL}满分?[吧了]*[，,；;\\s]*(?:但是?|只是|不过|[哦嗯呃额啊])*(?=第?${ROW}))(.+)$`,
  "su",
);
/** 4-6、4-7满分 */
const LIST = new RegExp(`(?<![\\d-])${ROW}(?:\\s*[、和及与]\\s*${ROW})+${ALL}满分?(?:[吧了]*)${END}`, "gu");
/** 四 全满, 第四部分满分 */
const SECTION = new RegExp(`^\\s*(?:第(?=.*(?:部分|大项|节)))?(${NUMBER})(?:部分|大项|节|、)?${ALL}满分?\\s*$`, "u");
/** 4-1 4-2 2: rows with the points behind all of them. */
const ROWS_ALONE = new RegExp(
  `^\\s*(?<head>${ROW}(?:[\\s、,，]+${ROW})+)[\\s、,，:：]+(?<given>\\d{1,2}(?:\\.\\d)?)\\s*分?\\s*$`,
  "u",
);
/** 一、二部分都满分 */
const SECTIONS =
  /^\s*第?([一二三四五六七八九十](?:[、,，和]?第?[一二三四五六七八九十])+)部分(?:都|均|全部?|各|给|打|为|是)*满分?[吧了]*\s*$/u;
/** 1-1=4 */
const EQUALS = /(?<=\d\s*-\s*\d{1,2})\s*[=＝]\s*/gu;

/** 3-1跟3-2 0: no word of a row. */
const WITH = new RegExp(`(?<=\\d-\\d{1,2}\\s*)跟\\s*(?=${ROW}(?!\\s*(?:一样|相同|同样)))`, "gu");
/** 3-2先0: the points, for now. */
const FOR_NOW =
  /(?<=\d-\d{1,2}\s*)(都|均|各)?先(?:都|均|各)?(?:给|打|记)?\s*(?=\d{1,2}(?:\.\d)?(?:分|$|[\s,，;；。]))/gu;

/** 一杠四嗯五分, 二之三嗯这个给五分, 第二条嘛三分, 一之一其实三分 */
const HESITATES = new RegExp(
  `((?:${NUMBER})\\s*(?:[-－‐‑–—−]|横?杠|之)\\s*(?:${NUMBER})|第(?:${NUMBER})[项条个题])[,，\\s]*(?:(?:${BETWEEN_WORDS}|就是|刚才|刚刚)(?:就是?|刚才|刚刚|${BETWEEN_WORDS}|[,，\\s])*)(?=[给打得改扣减\\d零〇一二三四五六七八九十两满])`,
  "gu",
);
/** 第三部分嘛第一条… */
const PART_HESITATES = new RegExp(
  `(第?(?:${NUMBER})(?:部分|大项|节))[,，\\s]*${BETWEEN_WORDS}(?:${BETWEEN_WORDS}|[,，\\s])*(?=[第都全满\\d一二三四五六七八九十])`,
  "gu",
);
/** 第四部分 四杠一三分 */
const PART_AGAIN = new RegExp(`第?(${NUMBER})(?:部分|大项|节)[,，:：\\s]*(?=\\1\\s*(?:横?杠|之|[-－]))`, "gu");

function withoutExcepted(sections: ScoreRules["sections"], line: string): string {
  const [, part = "", rest = ""] = EXCEPT.exec(line) ?? [];
  const section = sections.find(({ id }) => id === String(readWhole(part)));
  const named = [...rest.matchAll(new RegExp(`(${NUMBER})\\s*[-－‐‑–—−杠之]\\s*(${NUMBER})`, "gu"))];
  const excepted = named.map(([, own, row]) => `${readWhole(own ?? "")}-${readWhole(row ?? "")}`);
  if (!section || excepted.length === 0 || !excepted.every((id) => section.rows.some((row) => row.id === id)))
    return line;
  const full = section.rows.filter(({ id }) => !excepted.includes(id)).map(({ id, maxPoints }) => `${id} ${maxPoints}`);
  return [...full, rest].join("；");
}

/** Rows with one number behind all of them, and that number: whether it is for each is not said. */
export function rowsAlone(
  { sections }: ScoreRules,
  line: string,
): { head: string; given: string; rows: string[] } | undefined {
  const { head = "", given = "" } = ROWS_ALONE.exec(line)?.groups ?? {};
  const named = [...head.matchAll(new RegExp(`(${NUMBER})\\s*[-－‐‑–—−杠之]\\s*(${NUMBER})`, "gu"))];
  const rows = named.map(([, part = "", row = ""]) => `${readWhole(part)}-${readWhole(row)}`);
  const isKnown = rows.every((id) => sections.some((one) => one.rows.some((row) => row.id === id)));
  return rows.length > 1 && isKnown ? { head: rows.join("、"), given, rows } : undefined;
}

/** Rows that are given the maximum together, each written out. */
export function withRanges({ sections }: ScoreRules, line: string): string {
  const [, named = ""] = SECTIONS.exec(line) ?? [];
  const parts = [...named].filter((sign) => !/[、,，和第]/u.test(sign));
  const isOf = (number: string): boolean => sections.some(({ id }) => id === String(readWhole(number)));
  if (parts.length > 1 && !isOf(named) && parts.every(isOf)) return parts.map((part) => `${part} 满分`).join("；");
  const [, number] = SECTION.exec(line) ?? [];
  if (number !== undefined) return `${number} 满分`;
  return withoutExceptedOfSpan(sections, withoutExcepted(sections, line))
    .replaceAll(RUN, "$1-$2至$3-$4")
    .replaceAll(HESITATES, "$1 ")
    .replaceAll(PART_HESITATES, "$1")
    .replaceAll(PART_AGAIN, "")
    .replaceAll(EQUALS, " ")
    .replaceAll(WITH, "、")
    .replaceAll(FOR_NOW, "$1 ")
    .replaceAll(LIST, (whole, at: number, text: string) => {
      const named = [...whole.matchAll(new RegExp(`(${NUMBER})\\s*[-－‐‑–—−杠之]\\s*(${NUMBER})`, "gu"))];
      const rows = named.map(([, part = "", row = ""]) =>
        sections.flatMap((one) => one.rows).find(({ id }) => id === `${readWhole(part)}-${readWhole(row)}`),
      );
      return rows.every((row) => row !== undefined && !row.knocksOut)
        ? fullMarks(rows.flatMap((row) => row ?? [])) + parted(text.slice(at + whole.length))
        : whole;
    })
    .replaceAll(RANGE, (whole, part: string, first: string, other: string | undefined, last: string, ...where) => {
      const rows = spanned(sections, { part, first, other, last });
      const [place, text] = where as [number, string];
      return rows === undefined ? whole : fullMarks(rows) + parted(text.slice(place + whole.length));
    });
}

interface Span {
  part: string;
  first: string;
  other: string | undefined;
  last: string;
}

/** The rows of a span within one part; undefined if it is none. */
function spanned(sections: ScoreRules["sections"], { part, first, other, last }: Span): ScoreRow[] | undefined {
  const rows = sections.find(({ id }) => id === String(readWhole(part)))?.rows ?? [];
  const at = (row: string): number => rows.findIndex(({ id }) => id === `${readWhole(part)}-${readWhole(row)}`);
  const [from, to] = [at(first), at(last)];
  const isOne = other === undefined || readWhole(other) === readWhole(part);
  const isRange = isOne && from >= 0 && to > from && rows.every(({ knocksOut }) => !knocksOut);
  return isRange ? rows.slice(from, to + 1) : undefined;
}

/** 三杠一到三杠五满分除了三杠四三分: the span's other rows. */
function withoutExceptedOfSpan(sections: ScoreRules["sections"], line: string): string {
  const [, part = "", first = "", other, last = "", rest = ""] = SPAN_EXCEPT.exec(line) ?? [];
  const rows = rest === "" ? undefined : spanned(sections, { part, first, other, last });
  if (!rows) return line;
  const ids = sections.flatMap((one) => one.rows.map(({ id }) => id));
  const named = new Set([...rest.matchAll(NAMED)].flatMap(([, own = "", row = ""]) => rowSaid(ids, own, row) ?? []));
  return [fullMarks(rows.filter(({ id }) => !named.has(id))), rest].join("；");
}

/** 三杠四三分 is 3-4 with 3: as much of the number as makes a row. */
const rowSaid = (ids: readonly string[], part: string, row: string): string | undefined =>
  Array.from(row, (_, at) => `${readWhole(part)}-${readWhole(row.slice(0, row.length - at))}`).find((id) =>
    ids.includes(id),
  );

const fullMarks = (rows: readonly ScoreRow[]): string =>
  rows.map(({ id, maxPoints }) => `${id} ${maxPoints}`).join("；");
const parted = (behind: string): string => (BEGINS_NEXT.test(behind) ? "；" : "");
