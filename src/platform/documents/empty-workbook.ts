import type { Workbook } from "exceljs";

/** Loads the library lazily: it is large and rarely needed. */
export async function emptyWorkbook(): Promise<Workbook> {
  const { default: library } = await import("exceljs");
  return new library.Workbook();
}
