import ExcelJS from "exceljs";
import type { Message, World } from "./world.ts";

/** The newest workbook among the messages, open to be written in, and how it is sent back. */
export async function workbookIn(
  world: World,
  messages: readonly Message[],
): Promise<{ name: string; book: ExcelJS.Workbook }> {
  const file = messages.flatMap((message) => message.file ?? []).findLast(({ fileName }) => fileName.endsWith(".xlsx"));
  if (!file) throw new Error("no workbook was received");
  const bytes = await (await fetch(`${world.url}/_emulator/files/${file.fileId}`)).arrayBuffer();
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes);
  return { name: file.fileName, book };
}

/** The file as it is dropped. */
export const asFile = async (name: string, book: ExcelJS.Workbook): Promise<{ name: string; content: Buffer }> => ({
  name,
  content: Buffer.from(await book.xlsx.writeBuffer()),
});

/** Cells of a sheet by what stands in the first column and by the header. */
export function cellsOf(sheet: ExcelJS.Worksheet | undefined, first: string) {
  if (!sheet) throw new Error("no such sheet");
  const textOf = (row: number, column: number) => sheet.getCell(row, column).text;
  const rows = Array.from({ length: sheet.rowCount }, (_, at) => at + 1);
  const header = rows.find((row) => textOf(row, 1) === first) ?? 0;
  const columns = Array.from({ length: sheet.columnCount }, (_, at) => at + 1);
  return (id: string, column: string): ExcelJS.Cell => {
    const row = rows.find((one) => one > header && textOf(one, 1) === id);
    const place = columns.find((one) => textOf(header, one) === column);
    if (row === undefined || place === undefined) throw new Error(`no cell ${id} ${column}`);
    return sheet.getCell(row, place);
  };
}
