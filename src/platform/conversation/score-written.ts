import { visibleText } from "../../shared/visible-text.ts";
import { readWhole } from "./numerals.ts";
import { scorePhrases } from "./phrases.ts";
import type { BesideScores, ScoreRules } from "./score-rules.ts";
import { asRows, isWithin, rowIn, type ScoreProblem, tableReader, twoNumbers } from "./score-table.ts";
import { withoutBeside } from "./score-totals.ts";
import { withoutFillers } from "./spoken.ts";

export interface WrittenScores {
  text: string;
  problems: readonly ScoreProblem[];
  beside: readonly BesideScores[];
}

const NUMBER = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})";
const VALUE = "(?:[-+]?\\d|[零〇一二三四五六七八九十两]+(?:分|$|[\\s,，。;；])|满分|[扣减])";
const GIVEN = `\\s*(?:(?:不对|错了)[，,\\s]*)?(?:得|给|打|评|改为|改成|改|应该是|应为|为|是)?了?\\s*`;
/** 一杠二, 一之二 */
const SPOKEN = new RegExp(`第?(${NUMBER})\\s*(?:横?杠|之)\\s*第?(${NUMBER})`, "gu");
/** 第一部分第二项, 第一项第二条 */
const NESTED = new RegExp(`第(${NUMBER})(?:部分|大项|节|项)的?第(${NUMBER})[项条个小]+`, "gu");
/** 一点二改成三分: without a verb it is a number of points. */
const DOTTED = new RegExp(`(?<![\\d.])(${NUMBER})[点.．](${NUMBER})(?=\\s*(?:不对|改|打|给|得|评))`, "gu");
const ITEM_HEAD = `第(?:${NUMBER})[项条个题](?=[:：,，]?${GIVEN}${VALUE})`;
const SAID_POINTS = "(?:\\d+(?:\\.\\d+)?|[零〇一二三四五六七八九十两]+)分半?";
/** 大概四分, 五分吧, 就给四分: the words around the points say nothing. */
const ABOUT = new RegExp(`(?<!各)(?:大概|差不多|就|那就|先)(?:给|打|算)?(?=\\s*${SAID_POINTS}(?![之钟]))`, "gu");
const PARTICLE = new RegExp(`(?<=${SAID_POINTS})[吧啊呀哦](?=$|[\\s,，。;；第]|[一二三四五六七八九十]杠)`, "gu");
/** 第一项四分, also behind the points or the reason of another: what is behind it, up to the next, is its own. */
const ITEM = new RegExp(
  `第(${NUMBER})[项条个题](?=[:：,，]?${GIVEN}${VALUE})([:：,，]?\\s*(?:(?!${ITEM_HEAD})[^\\s,，、;；。])*)`,
  "gu",
);
const NEXT_PART = new RegExp(`(?=第(?:${NUMBER})(?:部分|大项|节)的?第(?:${NUMBER})[项条个小])`, "u");
const NEXT_ITEM = new RegExp(`(?<!部分|大项|节|的)(?=${ITEM_HEAD})`, "u");
const NESTED_PART = new RegExp(`^第(${NUMBER})(?:部分|大项|节)`, "u");
/** A row with its points straight behind a word: a row of its own, no reason. */
const JOINED = new RegExp(
  `(?<=\\p{Script=Han})(?<![和及与到至])(?=(\\d{1,2})-(\\d{1,2})(?![\\d年月－-])[\\s:：]*${GIVEN}(?:\\d+(?:\\.\\d+)?\\s*(?:[分个]|$|[\\s,，。;；])|[零〇一二三四五六七八九十两]+\\s*[分个]|满分))`,
  "gu",
);
/** 两分不对还是三分: what is said last. */
const SELF_CORRECTED = new RegExp(
  `${SAID_POINTS}[，,\\s]*(?:哦|啊|哎|嗯)?(?:不对|不是|错了)[，,\\s]*(?:还是|应该是|应为|改成|改为|是)?\\s*(?=${SAID_POINTS})`,
  "gu",
);
/** 不对，三杠七应该是五分 */
const TAKEN_BACK = /^\s*(?:[嗯呃额哦啊哎]*(?:不对|不是|错了|等等)[，,。\s]*)+(?=第?[\d一二三四五六七八九十])/u;
/** 3-1（4分）：4分 */
const FULL = new RegExp(
  `(${NUMBER})\\s*[-－‐‑‒–—―−]\\s*(${NUMBER})\\s*[（(](?:满分)?(\\d+(?:\\.\\d+)?)分?[)）](?=[\\s:：,，]*${VALUE})`,
  "gu",
);
const HEADED = new RegExp(
  `^(?:第?(${NUMBER})(?:部分|大项|节)?[、.．:：\\s]+)?(\\p{Script=Han}{2,20}?)(?:[（(]\\d+分?[)）])?[:：\\s]+(?=[\\d零〇一二三四五六七八九十两满通否])`,
  "u",
);

/** Writes points as the sheet has them, however they are spoken or pasted: 一杠二打三分 as 1-2打三分, rows of a table as lines. */
export function writtenScores(rules: ScoreRules, typed: string): WrittenScores {
  const problems: ScoreProblem[] = [];
  const { kept, beside } = withoutBeside(visibleText(typed));
  const rowOf = tableReader(rules);
  const lines = asRows(rules, kept).flatMap((line): string[] => {
    const row = rowOf(line);
    if (row === "heading") return [];
    if (row && "sentence" in row) problems.push(row);
    if (row) return "text" in row ? [row.text] : [];
    const read = lineAsWritten(rules, withoutFillers(line));
    problems.push(...read.problems);
    return [read.text];
  });
  return { text: lines.join("\n"), problems, beside };
}

function lineAsWritten(rules: ScoreRules, line: string): Omit<WrittenScores, "beside"> {
  const two = twoNumbers(rules, line);
  if (two) return { text: "", problems: [two] };
  const problems: ScoreProblem[] = [];
  const known = (whole: string, section: string, row: string): string => {
    // 一杠三四分 is 1-3 with 4: as much of the number as makes a row.
    const lengths = Array.from(row, (_, at) => row.length - at);
    for (const length of /^\d/.test(row) ? [row.length] : lengths) {
      const id = `${readWhole(section)}-${readWhole(row.slice(0, length))}`;
      if (rowIn(rules, id)) return `${id} ${row.slice(length)}`;
    }
    return whole;
  };
  const text = withParts(
    line.replace(TAKEN_BACK, "").replaceAll(SELF_CORRECTED, "").replaceAll(ABOUT, "").replaceAll(PARTICLE, ""),
  )
    .replaceAll(NESTED, known)
    .replaceAll(SPOKEN, known)
    .replaceAll(DOTTED, known)
    .replaceAll(FULL, (whole, section: string, row: string, most: string) => {
      const id = `${readWhole(section)}-${readWhole(row)}`;
      return rowIn(rules, id)?.maxPoints === Number(most) ? `${id} ` : whole;
    })
    .replaceAll(ITEM, (whole, number: string, tail: string, at: number) => {
      const id = rules.items?.[(readWhole(number) ?? 0) - 1];
      if (id !== undefined) return `${at === 0 ? "" : "；"}${id} ${tail}`;
      const item = whole.slice(0, whole.length - tail.length);
      problems.push({ sentence: scorePhrases.whichItem(item, rules.items), rows: [] });
      return "";
    })
    .replaceAll(JOINED, (_, section: string, row: string) => (rowIn(rules, `${section}-${row}`) ? "；" : ""));
  const headed = withoutHeading(rules, text);
  return typeof headed === "string" ? { text: headed, problems } : { text: "", problems: [...problems, headed] };
}

/** 第二部分第一项六分第二项三分: the part named before holds for the items behind it. */
const withParts = (line: string): string =>
  line
    .split(NEXT_PART)
    .map((piece) => {
      const part = NESTED_PART.exec(piece)?.[0];
      if (part === undefined) return piece;
      const [head = "", ...items] = piece.split(NEXT_ITEM);
      return head + items.map((item) => `；${part}${item}`).join("");
    })
    .join("");

/** 一、党建引领机制完善：4 4 4 5 3 as 一 4 4 4 5 3, where the name is the section's. */
function withoutHeading({ sections }: ScoreRules, line: string): string | ScoreProblem {
  const [whole, number, name = ""] = HEADED.exec(line.trim()) ?? [];
  if (whole === undefined) return line;
  const rest = line.trim().slice(whole.length);
  if (number === undefined) {
    const named = sections.find((section) => section.name === name);
    return named ? `${named.numeral} ${rest}` : line;
  }
  const section = sections.find(({ id }) => id === String(readWhole(number)));
  if (!section?.name) return line;
  if (isWithin(name, section.name)) return `${section.numeral} ${rest}`;
  return { sentence: scorePhrases.otherName(name, section.numeral, section.name), rows: [] };
}
