import { hasApplications, hasRecommendation, hasReview, sheetWord } from "../application/offered.ts";
import { clauseSheetPhrases } from "../application/requirements/clause-sheet/phrases.ts";
import { hasRequirements } from "../application/requirements/requirements.ts";
import type { Definition } from "../definition/definition.ts";
import { annexFor, deliverableFor } from "../definition/purposes.ts";
import { reviewWorkbookPhrases } from "../preliminary-review/workbook/phrases.ts";
import { listWord } from "../ranking/list-word.ts";
import { offersRanking } from "../ranking/rules.ts";
import { listSheetWord } from "../recommendation/workbook/make.ts";

/**
 * `rulings`: 口径汇总表; `form`: the printed form; `formSheet`: a workbook to fill in for several cases; `clauseSheet`:
 * 要求表, to be filled in for one case; `reviewSheet`: 初评表, to be filled in for all cases of a district;
 * `listSheet`: 推荐表, to be filled in with order and reasons;
 * `scoreSheet`: 附件2 with the points of a case, to be signed; `letter`: 推荐函.
 */
export type ExportKind =
  | "list"
  | "ranking"
  | "progress"
  | "rulings"
  | "form"
  | "formSheet"
  | "clauseSheet"
  | "reviewSheet"
  | "listSheet"
  | "scoreSheet"
  | "letter";

export interface Exportable {
  what: ExportKind;
  /** Typed after 导出. */
  word: string;
  /** What the campaign calls it, where the kind has no fixed name. */
  name?: string;
}

/**
 * Exports available in the campaign, with their command words.
 * @param whole whether for somebody who may see everything
 */
export function exportables(definition: Definition, { whole = false }: { whole?: boolean } = {}): Exportable[] {
  const list = listWord(definition);
  const form = hasApplications(definition) ? formWords(definition) : undefined;
  const scoreSheet = scoreSheetWord(definition);
  return [
    ...(list === undefined ? [] : [{ what: "list" as const, word: list }]),
    ...(offersRanking(definition) ? [{ what: "ranking" as const, word: "排名" }] : []),
    { what: "progress", word: "进度" },
    ...(whole && definition.rulings.length > 0 ? [{ what: "rulings" as const, word: "口径" }] : []),
    ...(form === undefined
      ? []
      : [
          { what: "form" as const, word: form.paper, name: form.name },
          { what: "formSheet" as const, word: form.sheet, name: form.name },
          ...(hasRequirements(definition) ? [{ what: "clauseSheet" as const, word: CLAUSE_SHEET }] : []),
        ]),
    ...(scoreSheet === undefined
      ? []
      : [
          { what: "reviewSheet" as const, word: REVIEW_SHEET },
          { what: "scoreSheet" as const, word: scoreSheet },
        ]),
    ...(hasRecommendation(definition) ? [{ what: "listSheet" as const, word: listSheetWord(definition) }] : []),
    ...(list === undefined ? [] : [{ what: "letter" as const, word: LETTER }]),
  ];
}

/** 附件2; undefined in a campaign without a rubric. */
export const scoreSheetWord = (definition: Definition): string | undefined =>
  hasReview(definition) ? (annexFor(definition, "rubric")?.name ?? SCORE_SHEET) : undefined;

const REVIEW_SHEET = reviewWorkbookPhrases.word();
const SCORE_SHEET = "评分表";
const SCORE_SHEETS = [SCORE_SHEET, "打分表"];

const LETTER = "推荐函";
const CLAUSE_SHEET = clauseSheetPhrases.word();
/** Asks for the file in Word where it comes as a workbook, too. */
export const IN_WORD = /word|docx|文档/iu;
const SHEET = /表格|excel|xlsx/iu;
const PAPER = /word|docx|打印|纸|空白/iu;

/** 附件3 for the paper and 申报表 for the workbook. */
function formWords(definition: Definition): { name: string; paper: string; sheet: string } {
  const name = deliverableFor(definition, "application")?.name ?? "申报表";
  const annex = annexFor(definition, "form")?.name;
  return { name, paper: annex ?? name, sheet: sheetWord(definition) };
}

/** Kind named in the text, available or not; undefined if none is named. */
export function exportKindIn(definition: Definition, asked: string): ExportKind | undefined {
  const text = asked.normalize("NFKC");
  const { paper, sheet } = formWords(definition);
  if (text.includes(CLAUSE_SHEET)) return "clauseSheet";
  if (text.includes(listSheetWord(definition)) || text.includes("推荐次序表")) return "listSheet";
  if (new RegExp(pattern(paper), "u").test(text)) return SHEET.test(text) ? "formSheet" : "form";
  if (text.includes(LETTER)) return "letter";
  if (text.includes(REVIEW_SHEET)) return PAPER.test(text) ? "scoreSheet" : "reviewSheet";
  if (scoreSheetNames(definition).some((name) => new RegExp(pattern(name), "u").test(text)))
    return SHEET.test(text) ? "reviewSheet" : "scoreSheet";
  const named = READERS.find(([, read]) => read(definition).test(text))?.[0];
  return named ?? (new RegExp(pattern(sheet), "u").test(text) ? "formSheet" : undefined);
}

const scoreSheetNames = (definition: Definition): string[] => [
  ...[annexFor(definition, "rubric")?.name ?? SCORE_SHEET],
  ...SCORE_SHEETS,
];

const READERS: readonly (readonly [ExportKind, (definition: Definition) => RegExp])[] = [
  ["list", (definition) => new RegExp(["推荐名单", ...listNames(definition).map(pattern)].join("|"), "u")],
  ["ranking", () => /排名/u],
  ["progress", () => /进度/u],
  ["rulings", () => /口径/u],
];

/** All names of the list in the definition. */
function listNames(definition: Definition): string[] {
  const annex = annexFor(definition, "list");
  const list = deliverableFor(definition, "list");
  return [annex?.name, annex?.title, list?.name, ...(list?.aliases ?? [])].filter((name) => name !== undefined);
}

/** What follows the kind's word: a case's name, 空白, a district. */
export function restOf(definition: Definition, asked: string): string {
  const { paper, sheet } = formWords(definition);
  return asked
    .normalize("NFKC")
    .replace(
      new RegExp(
        [paper, sheet, LETTER, CLAUSE_SHEET, REVIEW_SHEET, listSheetWord(definition), ...scoreSheetNames(definition)]
          .map(pattern)
          .join("|"),
        "u",
      ),
      " ",
    )
    .replace(/\s+/gu, " ")
    .trim();
}

const NUMERALS = "零一二三四五六七八九十";

/** Pattern for a name with digits or a Chinese numeral: 附件 4, 附件四. Rejects the start of a longer number. */
function pattern(name: string): string {
  const [, words = name, number] = /^(.*?)(\d+)$/u.exec(name.normalize("NFKC")) ?? [];
  const plain = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  if (number === undefined) return plain;
  const numeral = NUMERALS[Number(number)];
  return `${plain}\\s*(?:${number}(?!\\d)${numeral === undefined ? "" : `|${numeral}(?!十)`})`;
}
