import type {
  WordBlockSpec,
  WordCellSpec,
  WordRowSpec,
  WordSectionSpec,
} from "../../platform/documents/word/word-spec.ts";
import type { Definition } from "../definition/definition.ts";
import { annexFor } from "../definition/purposes.ts";
import { totalPoints } from "../scoring/points.ts";
import { type Criterion, criteriaOf, type Section } from "../scoring/rubric.ts";
import type { Score } from "../scoring/score-sheet.ts";
import type { ScoreTexts } from "../scoring/score-values.ts";
import { valueWords } from "../scoring/score-values.ts";
import { exportPhrases as phrases } from "./phrases.ts";

/** In millimetres: 序号, 评选内容, 评选标准, 分值, 考核分, 备注. */
const COLUMNS = [13, 20, 61, 17, 20, 29];

/** 初评 of one case as it is printed; a blank sheet has neither a case nor points. */
export interface PrintedSheet {
  name: string;
  district: string;
  /** 未提交定稿, 于…提交定稿; empty on a blank sheet. */
  state: string;
  scores: ReadonlyMap<string, Score>;
  texts: ScoreTexts;
  /** Further lines below the table. */
  notes: readonly string[];
  /** Its check number, and the journal's head as of its being final. */
  footer: readonly string[];
  /** Place of the QR code in the footer; left out on a blank sheet. */
  code?: string;
}

/** 附件2 with the points of one case, in the plan's order, to be signed. It begins on the front of a sheet. */
export function scoreSheetSection(definition: Definition, sheet: PrintedSheet): WordSectionSpec {
  const { rubric } = definition;
  const annex = annexFor(definition, "rubric");
  return {
    start: "oddPage",
    paper: "portrait",
    countsFrom1: true,
    footer: { lines: sheet.footer, ...(sheet.code === undefined ? {} : { picture: sheet.code }), numbered: true },
    blocks: [
      ...(annex ? [paragraph(annex.name, "mark")] : []),
      paragraph(rubric.title, "title"),
      { ...paragraph(phrases.scoreSheetHead(sheet, definition.campaign.words), "small"), before: 3 },
      { kind: "table", columns: COLUMNS, lines: "form", rows: rowsOf(definition, sheet) },
      ...(rubric.note ? [{ ...paragraph(phrases.rubricNote(rubric.note.text), "small"), before: 1 }] : []),
      ...sheet.notes.map((text) => paragraph(text, "small")),
      ...phrases.signatures().map((text): WordBlockSpec => ({ ...paragraph(text, "plain"), before: 5 })),
    ],
  };
}

const paragraph = (text: string, look: "mark" | "title" | "small" | "plain") =>
  ({ kind: "paragraph", text, look }) as const;

const cell = (texts: readonly string[], align: "left" | "center" = "center"): WordCellSpec => ({
  ...{ texts: texts.length > 0 ? texts : [""], look: "small", align },
});

function rowsOf({ rubric }: Definition, sheet: PrintedSheet): WordRowSpec[] {
  const points = new Map([...sheet.scores].map(([id, { hundredths }]) => [id, hundredths / 100]));
  const isWhole = criteriaOf(rubric).every(({ id }) => sheet.scores.has(id));
  const total = isWhole ? String(totalPoints(rubric, points)) : "";
  return [
    {
      repeats: true,
      cells: phrases.scoreSheetColumns().map((header) => ({ ...cell(header), look: "label" as const })),
    },
    ...rubric.sections.flatMap((section) => section.criteria.map((row, at) => rowOf(section, row, { at, sheet }))),
    {
      whole: true,
      cells: [
        { ...cell([phrases.total()]), span: 3 },
        cell([String(rubric.totalPoints)]),
        cell([total]),
        cell(rubric.passMark === undefined ? [] : [phrases.passMark(rubric.passMark)], "left"),
      ],
    },
  ];
}

function rowOf(section: Section, row: Criterion, { at, sheet }: { at: number; sheet: PrintedSheet }): WordRowSpec {
  const given = sheet.scores.get(row.id);
  const first = [cell([section.numeral]), cell([phrases.scoreSheetPart(section)])];
  return {
    whole: true,
    cells: [
      ...(at === 0 ? first.map((one) => ({ ...one, rows: section.criteria.length })) : []),
      cell([`${at + 1}.${row.text}`], "left"),
      cell([row.knockOut ? phrases.knockOut() : String(row.maxPoints)]),
      cell(given ? [given.state === "notApplicable" ? String(given.hundredths / 100) : valueWords(row, given)] : []),
      cell(remarksOf(row, given, sheet.texts), "left"),
    ],
  };
}

/** The plan's own remark, why a row got less or does not apply, and the district's remark. */
function remarksOf(row: Criterion, given: Score | undefined, { reasons, remarks }: ScoreTexts): string[] {
  const reason = reasons.get(row.id);
  const remark = remarks.get(row.id);
  const isFull = given?.state === "given" && given.hundredths === Math.round(row.maxPoints * 100);
  return [
    ...(row.remark ? [row.remark.text] : []),
    ...(given?.state === "notApplicable" ? [phrases.doesNotApply(reason)] : []),
    ...(given && given.state !== "notApplicable" && !isFull && reason !== undefined ? [phrases.why(reason)] : []),
    ...(remark === undefined ? [] : [remark]),
  ];
}
