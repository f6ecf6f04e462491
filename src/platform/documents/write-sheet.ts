import type { Alignment, Borders, Font, Row, Workbook, Worksheet } from "exceljs";
import { isCivilDate } from "../../shared/civil-date.ts";
import { inertText } from "./inert-text.ts";
import { rowHeight } from "./row-height.ts";
import type { CellValue, SheetColumn, SheetSpec } from "./workbook-spec.ts";

/** Official figures: 方正小标宋简体 二号, 黑体, 仿宋_GB2312 小四; fonts are named, never embedded. */
const TITLE: Partial<Font> = { name: "方正小标宋简体", size: 22 };
const HEADER: Partial<Font> = { name: "黑体", size: 12 };
const BODY: Partial<Font> = { name: "仿宋_GB2312", size: 12 };
const CENTERED: Partial<Alignment> = { horizontal: "center", vertical: "middle", wrapText: true };
const LEFT: Partial<Alignment> = { horizontal: "left", vertical: "middle", wrapText: true };
const LINE = { style: "thin", color: { argb: "FF000000" } } as const;
const BORDERS: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };
const FORMATS: Record<SheetColumn["kind"], string> = {
  text: "@",
  integer: "0",
  decimal2: "0.00",
  date: 'yyyy"年"m"月"d"日"',
};
const TITLE_HEIGHT = 42;
const A4 = 9;
/** Inches. */
const MARGINS = { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.4 };

/** Adds the sheet to the workbook. */
export function writeSheet(workbook: Workbook, name: string, spec: SheetSpec): void {
  const sheet = workbook.addWorksheet(name);
  sheet.columns = spec.columns.map(({ width }) => ({ width }));
  for (const [index, title] of spec.titles.entries()) writeBanner(sheet, spec, title, index === 0 ? TITLE : BODY);
  writeHeader(sheet, spec);
  for (const row of spec.rows) writeRow(sheet, spec, row);
  for (const note of spec.notes ?? []) writeBanner(sheet, spec, note, BODY);
  setUpPrint(sheet, spec);
}

function writeBanner(sheet: Worksheet, spec: SheetSpec, text: string, font: Partial<Font>): void {
  const row = sheet.addRow([inertText(text)]);
  const total = spec.columns.reduce((sum, { width }) => sum + width, 0);
  row.height = font === TITLE ? TITLE_HEIGHT : rowHeight([{ text, width: total }]);
  if (spec.columns.length > 1) sheet.mergeCells(row.number, 1, row.number, spec.columns.length);
  row.getCell(1).style = { font, numFmt: FORMATS.text, alignment: font === TITLE ? CENTERED : LEFT };
}

function writeHeader(sheet: Worksheet, spec: SheetSpec): void {
  const row = sheet.addRow(spec.columns.map(({ header }) => inertText(header)));
  row.height = rowHeight(spec.columns.map(({ header, width }) => ({ text: header, width })));
  for (const column of spec.columns.keys())
    row.getCell(column + 1).style = { font: HEADER, numFmt: FORMATS.text, alignment: CENTERED, border: BORDERS };
}

function writeRow(sheet: Worksheet, spec: SheetSpec, values: readonly CellValue[]): void {
  const row: Row = sheet.addRow([]);
  row.height = rowHeight(spec.columns.map(({ width }, at) => ({ text: String(values[at] ?? ""), width })));
  for (const [at, { kind }] of spec.columns.entries()) {
    const cell = row.getCell(at + 1);
    const value = cellOf(kind, values[at] ?? null);
    cell.value = value;
    const format = typeof value === "string" ? FORMATS.text : FORMATS[kind];
    cell.style = { font: BODY, numFmt: format, alignment: kind === "text" ? LEFT : CENTERED, border: BORDERS };
  }
}

/** A number in a column for text becomes text; a text in a column for numbers or days stays what it is. */
function cellOf(kind: SheetColumn["kind"], value: CellValue): string | number | Date | null {
  if (value === null) return null;
  if (kind === "text") return inertText(String(value));
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`no number for a cell: ${value}`);
  if (typeof value === "number") return value;
  return kind === "date" && isCivilDate(value) ? new Date(`${value}T00:00:00Z`) : inertText(value);
}

function setUpPrint(sheet: Worksheet, { titles, paper }: SheetSpec): void {
  const headerRow = titles.length + 1;
  sheet.views = [{ state: "frozen", xSplit: 0, ySplit: headerRow }];
  sheet.pageSetup = {
    paperSize: A4,
    orientation: paper,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: `${headerRow}:${headerRow}`,
    margins: MARGINS,
  };
  sheet.headerFooter.oddFooter = "&C第 &P 页，共 &N 页";
}
