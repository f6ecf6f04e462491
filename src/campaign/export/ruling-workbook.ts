import { writeWorkbook } from "../../platform/documents/workbook.ts";
import type { CellValue, SheetColumn } from "../../platform/documents/workbook-spec.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { authorityPhrases } from "../authority/phrases.ts";
import { fullDayWords } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import { journalLines } from "../engine/journal-line.ts";
import { type RulingRow, rulingRows } from "../ruling/sheet-rows.ts";
import { answersOf } from "../ruling/store.ts";
import type { ExportedFile } from "./list-workbook.ts";
import { exportPhrases as phrases } from "./phrases.ts";

/** 《口径汇总表》 for the files: every ruling on one sheet, with who decided it, when, on what, and who carries it out. */
export async function rulingWorkbook(context: Context): Promise<ExportedFile> {
  const { campaign, now } = context;
  const { year, city, name } = campaign.definition.campaign;
  const rows = rulingRows(context, await answersOf(context.tx, campaign.id));
  const { title, asOf, sheet, notes } = phrases.rulings;
  const bytes = await writeWorkbook({
    author: city.bureau,
    at: now,
    sheets: [
      {
        name: sheet(),
        titles: [title(year.value, city.name, name), asOf(fullDayWords(dayOf(now)))],
        columns: COLUMNS(),
        rows: rows.map((row) => cellsOf(row, now)),
        notes: [...notes(), ...(await journalLines(context, ["ruling.%"]))],
        paper: "landscape",
      },
    ],
  });
  return { name: phrases.fileName(title(year.value, city.name, name)), bytes };
}

const WIDTHS = [7, 30, 18, 34, 12, 12, 22, 22, 26];
/** Column of 确认时间. */
const DECIDED = 6;

const COLUMNS = (): SheetColumn[] =>
  phrases.rulings
    .columns()
    .map((header, at) => ({ header, width: WIDTHS[at] ?? 12, kind: at === DECIDED ? "moment" : "text" }));

function cellsOf(
  { id, question, source, text, status, pending, answer, execution }: RulingRow,
  now: Date,
): CellValue[] {
  const { statuses, open, waits, byProgram, byPeople } = phrases.rulings;
  return [
    ...[id, question, source, text ?? open()],
    `${statuses[status]()}${pending ? waits() : ""}`,
    answer?.approverName ?? "",
    answer?.decidedAt ?? null,
    answer
      ? answer.authority
        ? authorityPhrases.words(answer.authority, now)
        : authorityPhrases.toBeRegistered()
      : "",
    execution === undefined ? byPeople() : byProgram(execution),
  ];
}
