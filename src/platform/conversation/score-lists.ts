import { readWhole } from "./numerals.ts";
import type { ScoreRules, ScoreSection } from "./score-rules.ts";
import { isWithin, mostOf, rowIn } from "./score-table.ts";

const NUMERAL = "[一二三四五六七八九十]{1,3}";
/** 一、党建引领机制完善（20分）  得分18 */
const HEAD = new RegExp(
  `^\\s*(?:第(${NUMERAL}|\\d{1,2})(?:部分|大项|节)|(${NUMERAL})(?=[、.．:：\\s]))[、.．:：\\s]*(\\p{Script=Han}{0,20})(?:[（(]\\s*(?:共|满分)?\\s*\\d+\\s*分?\\s*[)）])?\\s*[:：]?\\s*(?:(?:得分|小计|合计|共计?|自评分?|评分)\\s*[:：]?\\s*(\\d+(?:\\.\\d+)?)\\s*分?)?\\s*[:：。]?\\s*$`,
  "u",
);
/** 2. 3分（会议记录少2次）, （4）3 公示栏陈旧; 1.4 may be a row. */
const ITEM =
  /^\s*(?:[（(](\d{1,2})[)）]|(\d{1,2})(?:[)）、:：]|[.．](?!\d))|([①-⑨]))\s*(?=\d|满分?(?:$|[\s,，。;；:：(（])|[零〇一二三四五六七八九十两]|不适用|通过|否决)(\S.*)$/u;
/** ③收缴率97.3%　3, ⑧“物业服务+生活服务”　4　3号楼: the row's own words, apart from the points. */
const ITEM_APART =
  /^\s*(?:[（(](\d{1,2})[)）]|([①-⑨])|(\d{1,2})[、.．)）])\s*([“"「]?\p{Script=Han}.{1,40}?)[\s\u3000]+((?:\d+(?:\.\d+)?|满分?|[零〇一二三四五六七八九十两]+|不适用)分?(?:$|[\s\u3000，,（(]).*)$/u;
/** 1公示电话3分, ②.运营单位电话：3 */
const ITEM_NAMED =
  /^\s*(?:[（(]?(\d{1,2})[)）]?|([①-⑨]))[、.．:：\s]*(\p{Script=Han}[\p{Script=Han}\s]{1,19}?)(?:[（(](?:满分|共)?\d+分?[)）])?[:：\s]*((?:给|打|得|评|是|为)*(?:\d+(?:\.\d+)?|满|[零〇一二三四五六七八九十两]+(?=分)|不适用)(?![\d.％%名个件次人户年月日项条处栋号幢楼层元米]).*)$/u;
/** 四、部门协同 3 3 3 3 2 3 2 （4-5充电桩不够） */
const NOTED = new RegExp(
  `^\\s*第?(${NUMERAL})(?:部分)?[、.．:：\\s]*(\\p{Script=Han}{0,20})[:：\\s]*((?:\\d+(?:\\.\\d+)?分?[\\s,，、]+)+\\d+(?:\\.\\d+)?分?)\\s*((?:[（(]\\s*\\d{1,2}-\\d{1,2}[^()（）]+[)）]\\s*)+)[。]?$`,
  "u",
);
const NOTE = /[（(]\s*(\d{1,2}-\d{1,2})\s*[:：,，]?\s*([^()（）]+)[)）]/gu;

const NEXT_NOTE = /[，,；;、\s]+(?=\d{1,2}-\d{1,2}\s*[^\d\s)）])/gu;

const CIRCLED = "①②③④⑤⑥⑦⑧⑨";

/** Writes a section's points that are numbered below its heading, or have their reasons behind all of them, row by row. */
export function withoutLists(rules: ScoreRules, text: string): string {
  let section: ScoreSection | undefined;
  return inOrder(joinedCells(rules, text.split("\n")).flatMap(headApart))
    .flatMap((line, at, lines) => {
      if (line.includes("\t")) return [line];
      const rows = behindHead(rules, line);
      if (rows !== undefined) return [rows];
      const noted = notedRows(rules, line);
      if (noted) return noted;
      const next = lines[at + 1] ?? "";
      const head = headIn(rules, line, ITEM.test(next) || ITEM_NAMED.test(next));
      if (head) {
        section = head.section;
        return head.total === undefined ? [] : [`第${section.numeral}部分小计 ${head.total}`];
      }
      const [whole, bracketed, plain, circled, said = ""] = ITEM.exec(line) ?? [];
      if (whole === undefined) return [namedRow(rules, section, line) ?? apartRow(section, line) ?? line];
      if (!section) return [line];
      const number = circled === undefined ? Number(bracketed ?? plain) : CIRCLED.indexOf(circled) + 1;
      const row = section.rows[number - 1];
      return [row ? `${row.id} ${said}` : line];
    })
    .join("\n");
}

/** A row of the plan breaks within its cell: …做好业委会人选推␤荐把关工作… 6 5. */
const BROKEN = /(?:^|\t)\s*\d{1,2}\s*[.．、]\s*\p{Script=Han}[^\t]*$/u;
const GOES_ON = /^\p{Script=Han}[^\t]*\t/u;

/** Lines of a table whose cell was broken, as one. */
function joinedCells(rules: ScoreRules, lines: readonly string[]): string[] {
  const wording = rules.sections.flatMap(({ rows }) => rows.map((row) => row.wording ?? ""));
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const cell = line.split("\t")[0] ?? "";
    const [before = ""] = /\p{Script=Han}{4}$/u.exec(last ?? "") ?? [];
    const words = before + [...cell].slice(0, 4).join("");
    const isOne =
      last !== undefined && BROKEN.test(last) && GOES_ON.test(line) && wording.some((own) => own.includes(words));
    if (isOne) joined[joined.length - 1] = last + line;
    else joined.push(line);
  }
  return joined;
}

/** 四、部门协同：1公示电话3分，2运营单位电话2分 on lines of their own. */
const HEAD_WITH_ITEMS = new RegExp(
  `^(\\s*第?${NUMERAL}(?:部分|大项|节)?[、.．:：\\s]*\\p{Script=Han}{0,20}[:：，,\\s]+)([（(]?1[)）、.．]?\\s*\\p{Script=Han}{2}.*)$`,
  "u",
);
const NEXT_ITEM = /[，,；;、\s]+(?=[（(]?\d{1,2}[)）、.．]?\s*\p{Script=Han}{2,20}?\s*\d+(?:\.\d+)?分)/u;

function headApart(line: string): string[] {
  const [, head, items = ""] = HEAD_WITH_ITEMS.exec(line) ?? [];
  return head === undefined
    ? [line]
    : [head.replace(/[、.．:：，,\s]+$/u, "").replace(/^\s*\p{Script=Han}$/u, "$&、"), ...items.split(NEXT_ITEM)];
}

/** 1 3分, 1.3分 */
const COUNTED = /^\s*(\d{1,2})(?:\s+|[.．])\s*(\d+(?:\.\d+)?分.*)$/u;
const FEWEST = 2;

/** Lines counted from 1 below a heading: 1.3分 is three points of the first there. */
function inOrder(lines: readonly string[]): readonly string[] {
  const numbers = lines.map((line) => Number(COUNTED.exec(line)?.[1] ?? Number.NaN));
  return lines.map((line, at) => {
    const first = at - (numbers[at] ?? Number.NaN) + 1;
    const isCounted = first > 0 && HEAD.test(lines[first - 1] ?? "") && (numbers[first + FEWEST - 1] ?? 0) === FEWEST;
    const isAll = isCounted && numbers.slice(first, at + 1).every((number, place) => number === place + 1);
    return isAll ? line.replace(COUNTED, "$1、$2") : line;
  });
}

/** 街道健全统一协调机制（4分） */
const PRINTED = /\p{Script=Han}[（(](?:满分|共)?(\d+)分?[)）]/u;

/** The row by its number below a heading, or on the page, where the words beside it are of its wording. */
function namedRow(rules: ScoreRules, section: ScoreSection | undefined, line: string): string | undefined {
  const [, plain, circled = "", words = "", said = ""] = ITEM_NAMED.exec(line) ?? [];
  if (words === "") return section ? undefined : printedRow(rules, line);
  const at = plain === undefined ? CIRCLED.indexOf(circled) : Number(plain) - 1;
  const id = section ? section.rows[at]?.id : rules.items?.[at];
  const isOf = (row: string | undefined): boolean => {
    const wording = row === undefined ? "" : (rowIn(rules, row)?.wording ?? "");
    return [...words.replaceAll(/\s/gu, "")].every((sign) => wording.includes(sign));
  };
  if (isOf(id)) return `${id} ${said}`;
  if (section) return undefined;
  // Without a heading, with its full marks as the plan prints them: its words may be those of one part's alone.
  const [, most] = PRINTED.exec(line) ?? [];
  const [only, other] = rules.sections
    .flatMap(({ rows }) => rows[at] ?? [])
    .filter(({ maxPoints }) => String(maxPoints) === most)
    .map((row) => row.id)
    .filter(isOf);
  return only !== undefined && other === undefined ? `${only} ${said}` : undefined;
}

/** 1.小区显著位置公示相关部门投诉、咨询电话（3分）　得3分 */
const PRINTED_ROW =
  /^\s*[（(]?(\d{1,2})[)）]?[.．、]?\s*(\p{Script=Han}[^（()）\d]{5,120}?)[（(](?:满分|共)?(\d+)分?[)）][\s:：，,]*((?:得|给|打|评)?\d.*)$/u;
const plainWords = (text: string): string => text.replaceAll(/\P{Script=Han}/gu, "");

/** The one row of that number and maximum in whose wording all of the words are. */
function printedRow({ sections }: ScoreRules, line: string): string | undefined {
  const [, number, words = "", most, said = ""] = PRINTED_ROW.exec(line) ?? [];
  const [row, other] = sections
    .flatMap(({ rows }) => rows[Number(number) - 1] ?? [])
    .filter((one) => String(one.maxPoints) === most && plainWords(one.wording ?? "").includes(plainWords(words)));
  return row && other === undefined ? `${row.id} ${said}` : undefined;
}

/** In signs of the words said beside a number: half of them are the row's. */
const ENOUGH = 0.5;

/** The row by its number below a heading, where most of the words beside it are of its wording. */
function apartRow(section: ScoreSection | undefined, line: string): string | undefined {
  const [, bracketed, circled = "", plain, words = "", said = ""] = ITEM_APART.exec(line) ?? [];
  const number = bracketed ?? plain;
  const row = section?.rows[(number === undefined ? CIRCLED.indexOf(circled) + 1 : Number(number)) - 1];
  const signs = [...words].filter((sign) => /\p{Script=Han}/u.test(sign));
  const own = signs.filter((sign) => row?.wording?.includes(sign));
  return row && signs.length > 0 && own.length >= signs.length * ENOUGH ? `${row.id} ${said}` : undefined;
}

const sectionOf = (rules: ScoreRules, number: string, name: string): ScoreSection | undefined =>
  rules.sections.find(
    (one) =>
      one.id === String(readWhole(number)) && (name === "" || (one.name !== undefined && isWithin(name, one.name))),
  );

/** 四、部门协同治理秩序好：4-4 2，4-5 1: the rows name themselves. */
const HEAD_OF_ROWS = new RegExp(
  `^\\s*第?(${NUMERAL})(?:部分)?[、.．:：\\s]*(\\p{Script=Han}{2,20})[:：\\s]+(\\d{1,2}-\\d{1,2}(?!\\d).*)$`,
  "u",
);

function behindHead(rules: ScoreRules, line: string): string | undefined {
  const [, number = "", name = "", rows] = HEAD_OF_ROWS.exec(line) ?? [];
  return rows !== undefined && sectionOf(rules, number, name) ? rows.replace(/。$/u, "") : undefined;
}

/** 一、党建引领机制完善 20: the maximum beside the name. */
const PRINTED_HEAD = /^(\s*第?[一二三四五六七八九十]{1,3}(?:部分)?[、.．:：\s]+\p{Script=Han}{2,20})\s+(\d{2})分?\s*$/u;

/** Only a heading with points numbered below it is one: 一 4 4 4 5 3 has them beside it. */
function headIn(
  rules: ScoreRules,
  line: string,
  isFollowed: boolean,
): { section: ScoreSection; total: string | undefined } | undefined {
  const [, plain = line, printed] = PRINTED_HEAD.exec(line) ?? [];
  const [whole, nth, numeral = "", name = "", total] = HEAD.exec(plain) ?? [];
  const section = whole === undefined ? undefined : sectionOf(rules, nth ?? numeral, name);
  if (section && total === undefined && printed === String(mostOf(section))) return { section, total };
  if (printed !== undefined) return undefined;
  return section && (isFollowed || name !== "" || nth !== undefined || total !== undefined)
    ? { section, total }
    : undefined;
}

/** 三、0、5、3、4（绿化裸露）、5，小计17分: each with its reason behind it. */
const INLINE = new RegExp(
  `^\\s*第?(${NUMERAL})(?:部分)?[、.．:：\\s]*(\\p{Script=Han}{0,20})[:：\\s]*((?:\\d+(?:\\.\\d+)?分?\\s*(?:[（(][^（()）]*[)）])?(?:[\\s,，、;；]+|(?=[。]?$)))+)(?:(?:小计|合计|共计?|得分)\\s*[:：]?\\s*(\\d+(?:\\.\\d+)?)\\s*分?)?[。]?\\s*$`,
  "u",
);
const VALUE = /(\d+(?:\.\d+)?)分?\s*(?:[（(]([^（()）]*)[)）])?/gu;

function inlineNotes(rules: ScoreRules, line: string): string[] | undefined {
  const [whole, number = "", name = "", values = "", total] = INLINE.exec(line) ?? [];
  const section = whole === undefined ? undefined : sectionOf(rules, number, name);
  const read = [...values.matchAll(VALUE)];
  const isPlain = total === undefined && read.every(([, , why]) => why === undefined);
  const namesRows = read.some(([, , why = ""]) => /^\s*\d{1,2}-\d/u.test(why));
  if (!section || isPlain || namesRows || read.length !== section.rows.length) return undefined;
  const rows = section.rows.map(({ id }, at) => `${id} ${read[at]?.[1] ?? ""} ${read[at]?.[2] ?? ""}`.trim());
  return total === undefined ? rows : [...rows, `第${section.numeral}部分小计 ${total}`];
}

function notedRows(rules: ScoreRules, line: string): string[] | undefined {
  const inline = inlineNotes(rules, line);
  if (inline) return inline;
  const [whole, number = "", name = "", values = "", notes = ""] = NOTED.exec(line) ?? [];
  const section = whole === undefined ? undefined : sectionOf(rules, number, name);
  const points = values.split(/[\s,，、分]+/u).filter((value) => value !== "");
  if (!section || points.length !== section.rows.length) return undefined;
  const parted = notes.replaceAll(NEXT_NOTE, "）（");
  const reasons = new Map([...parted.matchAll(NOTE)].map(([, row = "", why = ""]) => [row, why.trim()]));
  if ([...reasons.keys()].some((row) => !section.rows.some(({ id }) => id === row))) return undefined;
  return section.rows.map(({ id }, at) => `${id} ${points[at]} ${reasons.get(id) ?? ""}`.trim());
}
