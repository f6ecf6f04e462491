import { titleLines } from "../../platform/documents/word/title-lines.ts";
import type { WordBlockSpec, WordCellSpec, WordRowSpec } from "../../platform/documents/word/word-spec.ts";
import { writeWord } from "../../platform/documents/word/write-word.ts";
import { bureauName } from "../definition/bureau-name.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import type { Department } from "./consultation.ts";
import { concernsOf } from "./departments.ts";
import { letterPhrases as phrases } from "./letter-phrases.ts";

/** A case in a letter. */
export interface LetterRow {
  caseId: string;
  name: string;
  district: string;
  enterprise: string;
}

/** Widths of the reply form, in millimetres. */
const COLUMNS = [14, 30, 18, 36, 18, 44];
const SIGN_COLUMNS = [42, 40, 34, 44];

/** 征求意见函 to one department as a draft in Word, with the form for its reply. */
export async function letterDocument(
  context: Context,
  department: Department,
  rows: readonly LetterRow[],
): Promise<Buffer> {
  const { definition } = context.campaign;
  const { campaign } = definition;
  const nouns = nounsOf(definition);
  return writeWord({
    author: campaign.city.bureau,
    at: context.now,
    sections: [
      {
        start: "nextPage",
        paper: "portrait",
        blocks: [
          { kind: "paragraph", text: phrases.draft(), look: "small" },
          { kind: "paragraph", text: titleLines(phrases.title(campaign.name, nouns)), look: "title", before: 6 },
          { kind: "paragraph", text: phrases.number(), look: "plain", align: "center", before: 4 },
          { kind: "paragraph", text: phrases.to(department.name), look: "plain", before: 6 },
          body(phrases.lead(campaign.planTitle, nouns.cases(rows.length), nouns)),
          ...concernsOf(definition, department).map((concern, at) => body(phrases.concern(at, concern))),
          body(phrases.reply(nouns)),
          body(phrases.contact(campaign.contact)),
          body(phrases.close()),
          { kind: "paragraph", text: phrases.annex(), look: "body", before: 4 },
          { kind: "paragraph", text: bureauName(definition), look: "plain", align: "right", before: 14 },
          { kind: "paragraph", text: phrases.date(), look: "plain", align: "right" },
        ],
      },
      {
        start: "nextPage",
        paper: "portrait",
        blocks: [
          { kind: "paragraph", text: phrases.mark(), look: "mark" },
          { kind: "paragraph", text: phrases.formTitle(), look: "title", before: 4 },
          { kind: "paragraph", text: phrases.to(bureauName(definition)), look: "plain", before: 4 },
          { kind: "table", columns: COLUMNS, lines: "form", rows: tableRows(phrases.columns(nouns), rows) },
          { kind: "paragraph", text: "", look: "small" },
          { kind: "table", columns: SIGN_COLUMNS, lines: "form", rows: signRows() },
        ],
      },
    ],
  });
}

const body = (text: string): WordBlockSpec => ({ kind: "paragraph", text, look: "body" });

const cell = (text: string, align: "left" | "center" = "left"): WordCellSpec => ({
  ...{ texts: [text], look: "small", align },
});
const label = (text: string): WordCellSpec => ({ texts: [text], look: "label", align: "center" });

function tableRows(columns: readonly string[], rows: readonly LetterRow[]): WordRowSpec[] {
  return [
    { repeats: true, whole: true, cells: columns.map(label) },
    ...rows.map(({ name, district, enterprise }, at) => ({
      whole: true as const,
      height: 11,
      cells: [cell(String(at + 1), "center"), cell(name), cell(district), cell(enterprise), cell(""), cell("")],
    })),
  ];
}

const signRows = (): WordRowSpec[] =>
  phrases.sign().map(([one = "", other = ""]) => ({
    whole: true,
    height: 12,
    cells: [label(one), cell(""), label(other), cell("")],
  }));
