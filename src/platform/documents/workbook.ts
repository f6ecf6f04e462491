import { emptyWorkbook } from "./empty-workbook.ts";
import { fixZipTimes } from "./fix-zip-times.ts";
import { uniqueSheetNames } from "./sheet-names.ts";
import type { WorkbookSpec } from "./workbook-spec.ts";
import { writeSheet } from "./write-sheet.ts";

/** The workbook's bytes (xlsx); the same description gives the same bytes. */
export async function writeWorkbook(spec: WorkbookSpec): Promise<Buffer> {
  const workbook = await emptyWorkbook();
  workbook.creator = spec.author;
  workbook.lastModifiedBy = spec.author;
  workbook.created = spec.at;
  workbook.modified = spec.at;
  const names = uniqueSheetNames(spec.sheets.map(({ name }) => name));
  for (const [index, sheet] of spec.sheets.entries()) writeSheet(workbook, names[index] ?? sheet.name, sheet);
  return fixZipTimes(Buffer.from(await workbook.xlsx.writeBuffer()), spec.at);
}
