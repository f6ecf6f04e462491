import { emptyWorkbook } from "./empty-workbook.ts";
import { fixZipTimes } from "./fix-zip-times.ts";
import type { WorkbookSpec } from "./workbook-spec.ts";
import { writable } from "./writable.ts";
import { writeSheet } from "./write-sheet.ts";

const MAX_NAME_LENGTH = 31;
const FORBIDDEN = /[:\\/?*[\]：\u0000-\u001f]/g;

/** The file (xlsx) of a workbook; equal specs give equal bytes. */
export async function workbookBytes(spec: WorkbookSpec): Promise<Buffer> {
  const workbook = await emptyWorkbook();
  workbook.creator = spec.author;
  workbook.lastModifiedBy = spec.author;
  workbook.created = spec.at;
  workbook.modified = spec.at;
  const names = uniqueSheetNames(spec.sheets.map(({ name }) => name));
  for (const [index, sheet] of spec.sheets.entries()) writeSheet(workbook, names[index] ?? sheet.name, sheet);
  return fixZipTimes(Buffer.from(await workbook.xlsx.writeBuffer()), spec.at);
}

/** No character is halved. */
const cut = (name: string, mark: string): string => `${writable(name.slice(0, MAX_NAME_LENGTH - mark.length))}${mark}`;

/** Valid and unique sheet names, in the same order; a second sheet of the same name becomes `name 2`. */
function uniqueSheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((given) => {
    const name =
      given
        .replaceAll(FORBIDDEN, "-")
        .replaceAll(/^'+|'+$/g, "")
        .trim() || "Sheet";
    let unique = cut(name, "");
    for (let count = 2; taken.has(unique.toLowerCase()); count += 1) unique = cut(name, ` ${count}`);
    taken.add(unique.toLowerCase());
    return unique;
  });
}
