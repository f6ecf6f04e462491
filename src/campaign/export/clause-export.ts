import { writeWord } from "../../platform/documents/word/write-word.ts";
import { writeWorkbook } from "../../platform/documents/workbook.ts";
import type { SheetSpec } from "../../platform/documents/workbook-spec.ts";
import type { Application } from "../application/application.ts";
import { keepGivenClauses } from "../application/requirements/clause-sheet/given.ts";
import { clauseSheetPhrases } from "../application/requirements/clause-sheet/phrases.ts";
import { clauseSheet, type SheetOf } from "../application/requirements/clause-sheet/sheet.ts";
import { seenApplication } from "../application/requirements/seen-application.ts";
import { requirementSheets } from "../application/requirements/store.ts";
import type { PersonContext } from "../engine/context.ts";
import { IN_WORD } from "./export-kinds.ts";
import type { ExportedFile } from "./list-workbook.ts";

/** Of a portrait page between its margins, in millimetres. */
const PAGE_WIDTH = 156;

/**
 * 要求表 of the named case, or a blank one; as a workbook, or in Word.
 * @param rest a case's name, 空白, Word
 * @throws {RefusalError} if no case in sight or more than one has the name
 */
export async function clauseExport(context: PersonContext, rest: string): Promise<ExportedFile> {
  const name = rest.replace(IN_WORD, "").trim();
  const isBlank = name === "" || /^空白?表?$/u.test(name);
  const application = isBlank ? undefined : await seenApplication(context, { subject: undefined, name });
  const sheet = clauseSheet(context, application && (await sheetOf(context, application)));
  const made = { author: context.campaign.definition.campaign.city.bureau, at: context.now };
  const [title = ""] = sheet.titles;
  if (!IN_WORD.test(rest)) {
    const bytes = await writeWorkbook({ ...made, sheets: [sheet] });
    return { name: clauseSheetPhrases.fileName(title, "xlsx"), bytes };
  }
  const bytes = await writeWord({ ...made, sections: [clauseSection(sheet)] });
  return { name: clauseSheetPhrases.fileName(title, "docx"), bytes };
}

async function sheetOf(context: PersonContext, { id, compoundName: name }: Application): Promise<SheetOf> {
  const [answers = { clauses: {}, figures: {} }] = (await requirementSheets(context.tx, [id])).values();
  return { name, number: await keepGivenClauses(context, id, answers) };
}

/** The sheet as a page of Word. */
export function clauseSection({
  titles,
  columns,
  rows,
}: SheetSpec): Parameters<typeof writeWord>[0]["sections"][number] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const [title = "", ...hints] = titles;
  return {
    start: "nextPage",
    paper: "portrait",
    blocks: [
      { kind: "paragraph", text: title, look: "subtitle" },
      ...hints.map((text) => ({ kind: "paragraph" as const, text, look: "small" as const, before: 1 })),
      {
        kind: "table",
        columns: columns.map(({ width }) => (PAGE_WIDTH * width) / whole),
        lines: "form",
        rows: [
          { repeats: true, cells: columns.map(({ header }) => ({ texts: [header], look: "label" as const })) },
          ...rows.map((row) => ({
            whole: true as const,
            cells: columns.map((_, at) => ({ texts: [String(row[at] ?? "")], look: "small" as const })),
          })),
        ],
      },
    ],
  };
}
