export { type FileKind, fileKind } from "./file-kind.ts";
export { readWorkbook, type SheetContent, type WorkbookContent } from "./read-workbook.ts";
export { writeWorkbook } from "./workbook.ts";
export type { CellValue, SheetColumn, SheetSpec, WorkbookSpec } from "./workbook-spec.ts";
