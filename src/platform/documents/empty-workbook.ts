import type { Workbook } from "exceljs";

/** The library is large and few starts need it: it is read when the first workbook is. */
export async function emptyWorkbook(): Promise<Workbook> {
  const { default: library } = await import("exceljs");
  return new library.Workbook();
}
