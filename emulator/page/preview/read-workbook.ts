import type { Cell, Worksheet } from "exceljs";
import { cellStyle, edgeStyle } from "./cell-style.ts";
import { cellText } from "./cell-text.ts";
import { MAX_ROWS, MAX_SHEET_COLUMNS, type Sheet, type SheetCell, type SheetRow } from "./sheet.ts";

/** A column's width is counted in digits of the usual font. */
const DIGIT_PX = 7;
const PADDING_PX = 5;
const USUAL_WIDTH = 8.43;
const POINT_PX = 96 / 72;

/** The visible sheets of a workbook, up to the limits. Rejects when the file is not a workbook. */
export async function readWorkbook(archive: ArrayBuffer): Promise<Sheet[]> {
  const { default: ExcelJS } = await import("exceljs");
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(archive);
  return workbook.worksheets.filter(({ state }) => state === "visible").map(readSheet);
}

function readSheet(worksheet: Worksheet): Sheet {
  const rowCount = Math.min(worksheet.rowCount, MAX_ROWS);
  const columnCount = Math.min(worksheet.columnCount, MAX_SHEET_COLUMNS);
  // Counted before cells are read: reading creates them.
  const cut = worksheet.rowCount > rowCount || worksheet.columnCount > columnCount;
  const shown: Shown = {
    rows: numbersTo(rowCount).filter((row) => !worksheet.getRow(row).hidden),
    columns: numbersTo(columnCount).filter((column) => !worksheet.getColumn(column).hidden),
  };
  return {
    name: worksheet.name,
    columns: shown.columns.map((column) => widthOf(worksheet, column)),
    rows: shown.rows.map((_, place) => readRow(worksheet, place, shown)),
    frozen: frozenOf(worksheet, shown),
    cut,
  };
}

/** The numbers of the rows and columns shown; hidden ones are skipped. */
interface Shown {
  rows: readonly number[];
  columns: readonly number[];
}

const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, place) => place + 1);

const widthOf = (worksheet: Worksheet, column: number): number =>
  Math.round(
    (worksheet.getColumn(column).width ?? worksheet.properties.defaultColWidth ?? USUAL_WIDTH) * DIGIT_PX + PADDING_PX,
  );

function frozenOf(worksheet: Worksheet, { rows, columns }: Shown): Sheet["frozen"] {
  // Without a view in the file this is null, against the library's types.
  const views: Worksheet["views"] | null = worksheet.views;
  const view = views?.find(({ state }) => state === "frozen");
  const { xSplit = 0, ySplit = 0 } = view?.state === "frozen" ? view : {};
  return { rows: rows.filter((row) => row <= ySplit).length, columns: columns.filter((one) => one <= xSplit).length };
}

/** The position of a cell among those shown. */
interface Place {
  row: number;
  column: number;
}

function readRow(worksheet: Worksheet, row: number, shown: Shown): SheetRow {
  const { height } = worksheet.getRow(shown.rows[row] ?? 0);
  const cells = shown.columns.flatMap((_, column): SheetCell[] => readCell(worksheet, { row, column }, shown));
  return { ...(height === undefined ? {} : { height: Math.round(height * POINT_PX) }), cells };
}

/** Empty where a merged cell that starts above or further left covers the position. */
function readCell(worksheet: Worksheet, { row, column }: Place, shown: Shown): SheetCell[] {
  const at = (place: Place): Cell | undefined => cellAt(worksheet, place, shown);
  const cell = at({ row, column });
  if (cell === undefined) return [];
  const isPart = (place: Place) => cell.isMerged && at(place)?.master.address === cell.master.address;
  if (isPart({ row: row - 1, column }) || isPart({ row, column: column - 1 })) return [];
  let [rowSpan, colSpan] = [1, 1];
  while (isPart({ row: row + rowSpan, column })) rowSpan += 1;
  while (isPart({ row, column: column + colSpan })) colSpan += 1;
  const { master } = cell;
  const edges = edgeStyle({
    cell: master,
    right: at({ row, column: column + colSpan }),
    below: at({ row: row + rowSpan, column }),
    isFirstRow: row === 0,
    isFirstColumn: column === 0,
  });
  return [{ text: cellText(master), colSpan, rowSpan, style: { ...cellStyle(master), ...edges } }];
}

function cellAt(worksheet: Worksheet, place: Place, { rows, columns }: Shown): Cell | undefined {
  const [row, column] = [rows[place.row], columns[place.column]];
  return row === undefined || column === undefined ? undefined : worksheet.getCell(row, column);
}
