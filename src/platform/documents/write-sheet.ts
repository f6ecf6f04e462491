import type { Alignment, Borders, DataValidation, Font, Row, Workbook, Worksheet } from "exceljs";
import { isCivilDate, shanghaiIso } from "../../shared/civil-date.ts";
import { headerLines, lineWidth, widthFor } from "./header-lines.ts";
import type { CellValue, InputCell, SheetColumn, SheetSpec } from "./workbook-spec.ts";
import { writable } from "./writable.ts";

/** Fonts and sizes of official documents: 方正小标宋简体 二号, 黑体, 仿宋_GB2312 小四. Fonts are not embedded. */
const TITLE: Partial<Font> = { name: "方正小标宋简体", size: 22 };
/** 黑体 三号, as official documents mark their annexes. */
const MARK: Partial<Font> = { name: "黑体", size: 16 };
const HEADER: Partial<Font> = { name: "黑体", size: 12 };
const BODY: Partial<Font> = { name: "仿宋_GB2312", size: 12 };
const CENTERED: Partial<Alignment> = { horizontal: "center", vertical: "middle", wrapText: true };
const LEFT: Partial<Alignment> = { horizontal: "left", vertical: "middle", wrapText: true };
const LINE = { style: "thin", color: { argb: "FF000000" } } as const;
/** 浅红 */
const PROBLEM = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFD9D9" } } as const;
const BORDERS: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };
const FORMATS: Record<SheetColumn["kind"], string> = {
  text: "@",
  integer: "0",
  // As given: 97, 96.5.
  number: "General",
  date: 'yyyy"年"m"月"d"日"',
  moment: 'yyyy"年"m"月"d"日" hh:mm',
};
const LONGEST_MOMENT = "2023年10月20日 18:00";
/** The library takes this width for the programs' own and leaves it out; theirs is another. */
const LEFT_OUT = 9;
const TITLE_HEIGHT = 42;
/** Three centimetres, in points: a seal is four and half covers its line. */
const SEAL_HEIGHT = 85;
const A4 = 9;
/** In points. */
const A4_SIDES = { short: 595, long: 842 };
const POINTS_PER_INCH = 72;
/** Of the unit of column widths in a wide font: the unit is a digit of whatever font stands in for the file's own. */
const POINTS_PER_UNIT = 7;
/** Printers and programs measure a little differently. */
const SPARE = 0.96;
/** Below that nobody reads it. */
const MIN_SCALE = 50;
/** Inches. */
const MARGINS = { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.4 };
/** 0.9 cm in points, rounded up. */
const MIN_ROW_HEIGHT = 26;
const LINE_HEIGHT = 17;
const PADDING = 6;
/** Limit of Excel. */
const MAX_ROW_HEIGHT = 409;
/** Limit of Excel for a list written into a cell. */
const MAX_LIST_CHARACTERS = 253;
/** Limit of Excel. */
const MAX_CELL_CHARACTERS = 32_767;
/** Excel decodes `_x000D_` in a stored text to that character, so its underscore must be encoded as well. */
const ESCAPE_LOOKALIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;

export function writeSheet(workbook: Workbook, name: string, given: SheetSpec): void {
  const spec = { ...given, columns: given.columns.map(withWholeHeader) };
  const sheet = workbook.addWorksheet(name);
  sheet.columns = spec.columns.map(({ width }) => ({ width: width === LEFT_OUT ? width + 0.1 : width }));
  if (spec.mark !== undefined) writeBanner(sheet, spec, spec.mark, MARK);
  for (const [index, title] of spec.titles.entries()) writeBanner(sheet, spec, title, index === 0 ? TITLE : BODY);
  writeHeader(sheet, spec);
  for (const [at, row] of spec.rows.entries()) {
    const written = writeRow(sheet, spec, row);
    if (isPageEnd(spec, at)) written.addPageBreak();
  }
  for (const note of spec.notes ?? []) {
    if (typeof note === "string") writeBanner(sheet, spec, note, BODY);
    else writeSeal(sheet, spec, note.seal);
  }
  setUpPrint(sheet, spec);
  if (spec.inputs) setUpInputs(sheet, spec, spec.inputs);
}

/** Whether a page ends with this row; the last row is followed by the notes. */
const isPageEnd = ({ rows, rowsPerPage }: SheetSpec, at: number): boolean =>
  rowsPerPage !== undefined && (at + 1) % rowsPerPage === 0 && at + 1 < rows.length;

/** Everything but the inputs is locked. People may still widen rows and columns, and copy. */
function setUpInputs(sheet: Worksheet, spec: SheetSpec, inputs: readonly InputCell[]): void {
  for (const { row, column, options, problem } of inputs) {
    const cell = sheet.getCell(headerRowOf(spec) + row + 1, column + 1);
    cell.protection = { locked: false };
    if (options && options.join(",").length <= MAX_LIST_CHARACTERS) cell.dataValidation = validationOf(options);
    if (problem === undefined) continue;
    cell.fill = PROBLEM;
    cell.note = cellText(problem);
  }
  // Without a password it is done at once.
  void sheet.protect("", { formatColumns: true, formatRows: true });
}

function withWholeHeader(column: SheetColumn): SheetColumn {
  const width = widthFor(column);
  return { ...column, width, header: headerLines(column.header, width) };
}

const headerRowOf = ({ mark, titles }: Pick<SheetSpec, "mark" | "titles">): number =>
  titles.length + (mark === undefined ? 1 : 2);

function writeBanner(sheet: Worksheet, spec: SheetSpec, text: string, font: Partial<Font>): void {
  const row = sheet.addRow([cellText(text)]);
  const total = spec.columns.reduce((sum, { width }) => sum + width, 0);
  row.height = font === TITLE ? TITLE_HEIGHT : rowHeight([{ text, width: total }]);
  if (spec.columns.length > 1) sheet.mergeCells(row.number, 1, row.number, spec.columns.length);
  row.getCell(1).style = { font, numFmt: FORMATS.text, alignment: font === TITLE ? CENTERED : LEFT };
}

function writeSeal(sheet: Worksheet, spec: SheetSpec, text: string): void {
  writeBanner(sheet, spec, text, BODY);
  const row = sheet.lastRow;
  if (!row) return;
  row.height = SEAL_HEIGHT;
  row.getCell(1).alignment = { horizontal: "right", vertical: "bottom", wrapText: true };
}

function writeHeader(sheet: Worksheet, spec: SheetSpec): void {
  const row = sheet.addRow(spec.columns.map(({ header }) => cellText(header)));
  row.height = rowHeight(spec.columns.map(({ header, width }) => ({ text: header, width })));
  for (const column of spec.columns.keys())
    row.getCell(column + 1).style = { font: HEADER, numFmt: FORMATS.text, alignment: CENTERED, border: BORDERS };
}

function writeRow(sheet: Worksheet, spec: SheetSpec, values: readonly CellValue[]): Row {
  const row: Row = sheet.addRow([]);
  row.height = rowHeight(spec.columns.map(({ width }, at) => ({ text: shownIn(values[at] ?? null), width })));
  for (const [at, { kind }] of spec.columns.entries()) {
    const cell = row.getCell(at + 1);
    const value = cellOf(kind, values[at] ?? null);
    cell.value = value;
    const format = typeof value === "string" ? FORMATS.text : FORMATS[kind];
    const { options } = spec.columns[at] ?? {};
    if (options) cell.dataValidation = validationOf(options);
    cell.style = { font: BODY, numFmt: format, alignment: kind === "text" ? LEFT : CENTERED, border: BORDERS };
  }
  return row;
}

const validationOf = (options: readonly (string | number)[]): DataValidation => ({
  type: "list",
  allowBlank: true,
  formulae: [`"${options.join(",")}"`],
  showErrorMessage: true,
});

/** As long as the longest of its kind is shown. */
const shownIn = (value: CellValue): string => (value instanceof Date ? LONGEST_MOMENT : String(value ?? ""));

/** A number in a text column becomes text; a text in another column stays text. */
function cellOf(kind: SheetColumn["kind"], value: CellValue): string | number | Date | null {
  if (value === null) return null;
  if (kind === "text") return cellText(String(value));
  if (value instanceof Date) return new Date(`${shanghaiIso(value).slice(0, 16)}:00Z`);
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`not a finite number: ${value}`);
  if (typeof value === "number") return value;
  return kind === "date" && isCivilDate(value) ? new Date(`${value}T00:00:00Z`) : cellText(value);
}

function setUpPrint(sheet: Worksheet, spec: SheetSpec): void {
  const { paper, rowsPerPage } = spec;
  const headerRow = headerRowOf(spec);
  sheet.views = [{ state: "frozen", xSplit: 0, ySplit: headerRow }];
  sheet.pageSetup = {
    paperSize: A4,
    orientation: paper,
    // Page breaks that are set hold only where the program does not fit the pages itself.
    ...(rowsPerPage === undefined
      ? { fitToPage: true, fitToWidth: 1, fitToHeight: spec.isOnePage ? 1 : 0 }
      : { scale: scaleOf(sheet, spec, { headerRow, rowsPerPage }) }),
    horizontalCentered: true,
    printTitlesRow: `${rowsPerPage === undefined ? headerRow : 1}:${headerRow}`,
    margins: MARGINS,
  };
  sheet.headerFooter.oddFooter = "&C第 &P 页，共 &N 页";
}

/** Per cent at which the columns, and the rows of every page, fit on the paper; at most 100. */
function scaleOf(
  sheet: Worksheet,
  { columns, rows, paper }: SheetSpec,
  { headerRow, rowsPerPage }: { headerRow: number; rowsPerPage: number },
): number {
  const [across, down] = paper === "landscape" ? [A4_SIDES.long, A4_SIDES.short] : [A4_SIDES.short, A4_SIDES.long];
  const width = columns.reduce((sum, column) => sum + column.width * POINTS_PER_UNIT, 0);
  const heights = Array.from({ length: sheet.rowCount }, (_, at) => sheet.getRow(at + 1).height ?? MIN_ROW_HEIGHT);
  const sum = (from: number, to: number) => heights.slice(from, to).reduce((all, height) => all + height, 0);
  const pages = Math.max(1, Math.ceil(rows.length / rowsPerPage));
  const highest = Math.max(
    ...Array.from({ length: pages }, (_, page) => {
      const from = headerRow + page * rowsPerPage;
      return sum(0, headerRow) + sum(from, page === pages - 1 ? heights.length : from + rowsPerPage);
    }),
  );
  const free = {
    across: across - inPoints(MARGINS.left + MARGINS.right),
    down: down - inPoints(MARGINS.top + MARGINS.bottom),
  };
  return Math.max(
    MIN_SCALE,
    Math.min(100, Math.floor(100 * SPARE * Math.min(free.across / width, free.down / highest))),
  );
}

const inPoints = (inches: number): number => inches * POINTS_PER_INCH;

const lineCount = (text: string, width: number): number =>
  text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(lineWidth(line) / Math.max(1, width - 1))), 0);

/** Height in points that shows the longest cell; Excel does not adjust a row whose height is set. */
function rowHeight(cells: readonly { text: string; width: number }[]): number {
  const lines = Math.max(1, ...cells.map(({ text, width }) => lineCount(text, width)));
  return Math.min(MAX_ROW_HEIGHT, Math.max(MIN_ROW_HEIGHT, lines * LINE_HEIGHT + PADDING));
}

/**
 * Text for a cell. It needs no escape for formulas: the cell has the type and the format for text, so that not even
 * editing turns it into a formula.
 * @throws when it is too long for a cell
 */
function cellText(text: string): string {
  const clean = writable(text.replaceAll(/\r\n?/g, "\n")).replaceAll(ESCAPE_LOOKALIKE, "_x005F_");
  if (clean.length > MAX_CELL_CHARACTERS)
    throw new Error(`text of ${clean.length} characters, a cell holds ${MAX_CELL_CHARACTERS}`);
  return clean;
}
