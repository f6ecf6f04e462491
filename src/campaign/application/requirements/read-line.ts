import { findDates } from "../../../platform/conversation/answers/find-dates.ts";
import { plainAnswer } from "../../../platform/conversation/plain.ts";
import { simplified } from "../../../platform/conversation/simplified.ts";
import type { Definition } from "../../definition/definition.ts";
import { ALL_MET, type Entries, type List, REST } from "./entries.ts";
import { requirementPhrases as phrases } from "./phrases.ts";
import type { Figure } from "./requirements.ts";

const REST_MET =
  /^(?:其余|其他|其它|剩下|剩余|除此之外)(?:的|各?[条项款]|要求)*(?:均|都|全部?|也)*符合(?:要求)?$|^(?:全部|均|都|各条均)符合$/u;
const COLON = "(?:要求)?(?:的)?(?:有|是|为)?[:：\\s]*";
const LEADS: readonly (readonly [List, RegExp])[] = [
  ["notMet", new RegExp(`^(?:不符合|不满足|不达标|未达到|没有?达到)${COLON}`, "u")],
  ["unclear", new RegExp(`^(?:尚不清楚|还?不清楚|尚?不明确|尚未明确|待核实|待定|不确定)${COLON}`, "u")],
  ["notApplicable", new RegExp(`^(?:不适用|不涉及)${COLON}`, "u")],
  ["met", new RegExp(`^符合${COLON}`, "u")],
];
const TAILS: readonly (readonly [List, RegExp])[] = [
  ["notMet", /(?:不符合|不满足|不达标|未达到)(?:要求)?$/u],
  ["unclear", /(?:尚不清楚|不清楚|不明确|待核实|待定|不确定)$/u],
  ["met", /(?<!不)符合(?:要求)?$/u],
];
const IDS = /^[\d\s\-－‑–—.、和及与第项条款]+$/u;
const BEFORE_WORD = /^(?:近[1一]年|物业企业|物业|小区|业主组织|业委会|其中)+/u;

export interface ReadLine {
  entries: Entries;
  problems: readonly string[];
}

/** Where the name of the case ends and the answers begin. */
export function answersStart(definition: Definition, typed: string): number {
  const words = definition.requirements.figures.flatMap(wordsOf).map(({ word }) => word);
  const starts = [
    ...[
      "其余",
      "其他",
      "其它",
      "剩下",
      "剩余",
      "不符合",
      "不满足",
      "不达标",
      "未达到",
      "尚不",
      "不清楚",
      "待核实",
      "待定",
    ],
    ...["不适用", "不涉及", "全部符合", "均符合", "都符合", "符合", ...words],
  ];
  const found = starts.map((word) => typed.indexOf(word)).filter((at) => at >= 0);
  const id = /(?<=\s)\d{1,2}\s*[-－]\s*\d{1,2}/u.exec(typed);
  return Math.min(typed.length, ...found, ...(id ? [id.index] : []));
}

/** 其余均符合，不符合 8-2、9-1，尚不清楚 3-1，应收 120万，实收 114万. Nothing that was written is dropped. */
export function readLine(definition: Definition, typed: string, when: Parameters<typeof findDates>[1]): ReadLine {
  const entries: Record<string, string> = {};
  const problems: string[] = [];
  const add = (key: string, text: string) => {
    entries[key] = entries[key] === undefined ? text : `${entries[key]}、${text}`;
  };
  let list: List | undefined;
  for (const segment of segmentsOf(typed)) {
    const lead = LEADS.find(([, pattern]) => pattern.test(segment));
    const tail = TAILS.find(([, pattern]) => pattern.test(segment) && IDS.test(segment.replace(pattern, "")));
    const figure = figureEntries(definition, segment, when);
    if (REST_MET.test(segment.replaceAll(/\s/g, ""))) {
      entries[REST] = ALL_MET;
      list = undefined;
    } else if (lead) {
      list = lead[0];
      add(list, segment.replace(lead[1], ""));
    } else if (tail) add(tail[0], segment.replace(tail[1], "").trim());
    else if (figure) {
      list = undefined;
      for (const [key, text] of Object.entries(figure)) add(key, text);
    } else if (list && (IDS.test(segment) || list === "notApplicable")) add(list, segment);
    else problems.push(phrases.problems.notUnderstood(segment));
  }
  return { entries, problems };
}

/** Commas within a number part nothing: 1,200,000. */
const segmentsOf = (typed: string): string[] =>
  simplified(typed.normalize("NFKC"))
    .replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, "")
    .split(/[,;。\n]+/)
    .map((segment) => plainAnswer(segment))
    .filter((segment) => segment !== "");

interface Word {
  key: string;
  word: string;
  figure: Figure;
}

function wordsOf(figure: Figure): Word[] {
  const asked = (one: { key: string; word: string }): Word => ({ key: one.key, word: one.word, figure });
  switch (figure.kind) {
    case "form":
      return [];
    case "event":
    case "percent":
      return [asked(figure.asks)];
    case "ratio":
      return [asked(figure.whole), asked(figure.part)];
    case "count":
      return [asked(figure.number), asked(figure.last)];
  }
}

/** 应收 120万; 为民办实事 2件 2023年5月1日 gives two entries. */
function figureEntries(
  definition: Definition,
  segment: string,
  when: Parameters<typeof findDates>[1],
): Entries | undefined {
  const bare = segment.replace(BEFORE_WORD, "");
  const found = definition.requirements.figures
    .flatMap(wordsOf)
    .find(({ word }) => bare.startsWith(word) || segment.startsWith(word));
  if (!found) return undefined;
  const { key, word, figure } = found;
  const text = (segment.startsWith(word) ? segment : bare).slice(word.length).replace(/^[:：\s]+/u, "");
  const [date] = figure.kind === "count" && key === figure.number.key ? findDates(text, when) : [];
  if (figure.kind !== "count" || !date) return { [key]: text };
  const rest = `${text.slice(0, date.from)}${text.slice(date.to)}`.replaceAll(/[()（）]|最近一件|最近/gu, "").trim();
  return { ...(rest === "" ? {} : { [key]: rest }), [figure.last.key]: date.text };
}
