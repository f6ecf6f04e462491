import type { Cell, Row, Worksheet } from "exceljs";
import { cellStyle, edgeStyle } from "./cell-style.ts";
import { cellText } from "./cell-text.ts";
import { MOST_COLUMNS, MOST_ROWS, type Sheet, type SheetCell, type SheetRow } from "./sheet.ts";

/** A column's width is counted in digits of the usual font. */
const DIGIT_PX = 7;
const PADDING_PX = 5;
const USUAL_WIDTH = 8.43;
const POINT_PX = 96 / 72;

/** The visible sheets of a workbook, each as far as it is drawn. Rejects for what is no workbook. */
export async function readWorkbook(archive: ArrayBuffer): Promise<Sheet[]> {
  const { default: ExcelJS } = await import("exceljs");
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(archive);
  return workbook.worksheets.filter(({ state }) => state === "visible").map(readSheet);
}

function readSheet(worksheet: Worksheet): Sheet {
  const rowCount = Math.min(worksheet.rowCount, MOST_ROWS);
  const columnCount = Math.min(worksheet.columnCount, MOST_COLUMNS);
  // Counted before cells are looked at: a look makes them.
  const cut = worksheet.rowCount > rowCount || worksheet.columnCount > columnCount;
  // Without a view in the file there is no list, whatever the library's types say.
  const views: Worksheet["views"] | null = worksheet.views;
  const view = views?.find(({ state }) => state === "frozen");
  const shownColumns = Array.from({ length: columnCount }, (_, place) => place + 1).filter(
    (column) => !worksheet.getColumn(column).hidden,
  );
  const extent: Extent = { columns: shownColumns, lastRow: rowCount };
  const rows = Array.from({ length: rowCount }, (_, place) => worksheet.getRow(place + 1)).filter(
    ({ hidden }) => !hidden,
  );
  return {
    name: worksheet.name,
    columns: shownColumns.map((column) => widthOf(worksheet, column)),
    rows: rows.map((row) => readRow(row, extent)),
    frozen: view?.state === "frozen" ? { rows: view.ySplit ?? 0, columns: view.xSplit ?? 0 } : { rows: 0, columns: 0 },
    cut,
  };
}

interface Extent {
  columns: readonly number[];
  lastRow: number;
}

const widthOf = (worksheet: Worksheet, column: number): number =>
  Math.round(
    (worksheet.getColumn(column).width ?? worksheet.properties.defaultColWidth ?? USUAL_WIDTH) * DIGIT_PX + PADDING_PX,
  );

function readRow(row: Row, extent: Extent): SheetRow {
  const cells = extent.columns
    .map((column) => row.getCell(column))
    .filter((cell) => !cell.isMerged || cell.master.address === cell.address)
    .map((cell) => readCell(cell, extent));
  return { ...(row.height === undefined ? {} : { height: Math.round(row.height * POINT_PX) }), cells };
}

function readCell(cell: Cell, extent: Extent): SheetCell {
  const { worksheet } = cell;
  const [row, column] = [Number(cell.row), Number(cell.col)];
  const span = spanOf(cell, extent);
  const edges = edgeStyle({
    cell,
    right: worksheet.getCell(row, column + span.colSpan),
    below: worksheet.getCell(row + span.rowSpan, column),
    isFirstRow: row === 1,
    isFirstColumn: column === extent.columns[0],
  });
  return { text: cellText(cell), ...span, style: { ...cellStyle(cell), ...edges } };
}

/** How far a merged cell reaches, within what is drawn. */
function spanOf(cell: Cell, { columns, lastRow }: Extent): { colSpan: number; rowSpan: number } {
  if (!cell.isMerged) return { colSpan: 1, rowSpan: 1 };
  const { worksheet } = cell;
  const isPart = (row: number, column: number) => worksheet.getCell(row, column).master.address === cell.address;
  const colSpan = columns.filter((column) => isPart(Number(cell.row), column)).length;
  let rowSpan = 1;
  while (Number(cell.row) + rowSpan <= lastRow && isPart(Number(cell.row) + rowSpan, Number(cell.col))) rowSpan += 1;
  return { colSpan: Math.max(1, colSpan), rowSpan };
}
