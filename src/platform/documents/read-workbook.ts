import type { CellValue as ExcelValue, Workbook, Worksheet } from "exceljs";
import { RefusalError } from "../../shared/refusal-error.ts";
import { visibleText } from "../../shared/visible-text.ts";
import { checkZip, type ZipLimits } from "./check-zip.ts";
import { emptyWorkbook } from "./empty-workbook.ts";
import { documentPhrases } from "./phrases.ts";

/** The cells of a received workbook, without formats, formulas and pictures. */
export interface WorkbookContent {
  sheets: readonly SheetContent[];
}

export interface SheetContent {
  name: string;
  /** From the first row on, without trailing empty cells and rows. Dates as yyyy-MM-dd, percentages as 92.5%. */
  rows: readonly (readonly (string | number | null)[])[];
  /** How many cells hold a formula; absent without any. */
  formulas?: number;
  /** How many of them hold no result, e.g. #REF! or never calculated; absent without any. */
  emptyFormulas?: number;
  /** Rows with cells that are not shown, counted from 0; absent without any. On a hidden sheet: all of them. */
  hiddenRows?: readonly number[];
}

const LIMITS: ZipLimits = {
  bytes: 5 * 1024 * 1024,
  entries: 200,
  unpackedBytes: 12 * 1024 * 1024,
  ratio: 100,
};
const MAX_ROWS = 5000;
const MAX_COLUMNS = 200;
/** Parts of a sheet that name areas: the library would visit every cell of an area, however large. */
const IGNORED = ["mergeCells", "dataValidations", "conditionalFormatting", "extLst", "cols", "autoFilter"];
const IGNORED_PICTURES = ["drawing", "legacyDrawing", "picture", "tableParts", "headerFooter", "pageSetup"];

/**
 * Reads a received workbook (xlsx).
 * @throws RefusalError when it is no workbook, damaged or too large
 */
export async function readWorkbook(bytes: Buffer): Promise<WorkbookContent> {
  if (bytes.subarray(0, 2).toString("latin1") !== "PK")
    throw new RefusalError("documents.not-a-workbook", documentPhrases.notWorkbook());
  if (!checkZip(bytes, LIMITS).includes("xl/workbook.xml"))
    throw new RefusalError("documents.not-a-workbook", documentPhrases.notWorkbook());
  const workbook = await load(bytes);
  return { sheets: workbook.worksheets.map(contentOf) };
}

function contentOf(sheet: Worksheet): SheetContent {
  const rows = rowsOf(sheet);
  let [formulas, empty] = [0, 0];
  sheet.eachRow((row) =>
    row.eachCell(({ formula, value }) => {
      if (!formula) return;
      formulas += 1;
      empty += plainValue(value) === null ? 1 : 0;
    }),
  );
  const counts = { ...(formulas > 0 ? { formulas } : {}), ...(empty > 0 ? { emptyFormulas: empty } : {}) };
  const hidden = hiddenRows(sheet);
  return { name: sheet.name, rows, ...counts, ...(hidden.length > 0 ? { hiddenRows: hidden } : {}) };
}

function hiddenRows(sheet: Worksheet): number[] {
  const hidden: number[] = [];
  const isHidden = sheet.state !== undefined && sheet.state !== "visible";
  sheet.eachRow((row, number) => {
    if (isHidden || row.hidden) hidden.push(number - 1);
  });
  return hidden;
}

async function load(bytes: Buffer): Promise<Workbook> {
  const workbook = await emptyWorkbook();
  try {
    const copy = new Uint8Array(bytes).buffer;
    await workbook.xlsx.load(copy, { ignoreNodes: [...IGNORED, ...IGNORED_PICTURES] });
    return workbook;
  } catch {
    throw new RefusalError("documents.damaged", documentPhrases.damaged());
  }
}

function rowsOf(sheet: Worksheet): (string | number | null)[][] {
  const rows: (string | number | null)[][] = [];
  sheet.eachRow((row, rowNumber) => {
    const cells: (string | number | null)[] = [];
    row.eachCell((cell, column) => {
      const value = asShown(plainValue(cell.value), cell.numFmt);
      if (value === null) return;
      if (rowNumber > MAX_ROWS || column > MAX_COLUMNS)
        throw new RefusalError("documents.too-many-cells", documentPhrases.tooManyCells(MAX_ROWS, MAX_COLUMNS));
      while (cells.length < column - 1) cells.push(null);
      cells[column - 1] = value;
    });
    if (cells.length === 0) return;
    while (rows.length < rowNumber - 1) rows.push([]);
    rows[rowNumber - 1] = cells;
  });
  return rows;
}

const SIGNIFICANT = 12;

/** A number formatted as a percentage is the text that people see: 92.5%. */
const asShown = (value: string | number | null, format: string | undefined): string | number | null =>
  typeof value === "number" && format?.replaceAll(/"[^"]*"/g, "").includes("%")
    ? `${Number((value * 100).toPrecision(SIGNIFICANT))}%`
    : value;

/** A formula yields its cached result; errors and empty texts yield null. */
function plainValue(value: ExcelValue): string | number | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "string") return visibleText(value) || null;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if ("richText" in value) return visibleText(value.richText.map(({ text }) => text).join("")) || null;
  if ("hyperlink" in value) return plainValue(value.text);
  if ("error" in value) return null;
  return plainValue(value.result);
}
