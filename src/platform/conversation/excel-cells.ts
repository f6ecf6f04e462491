/** A cell with line breaks or quotation marks in it, as a workbook copies it: in quotation marks, those within doubled. */
const CELL = /(?<=^|[\t\n])"((?:[^"]|"")*)"(?=$|[\t\r\n])/gu;

/** The text of such cells as it stands in the workbook; other quotations stay. */
export function withoutCellQuotes(typed: string): string {
  if (!typed.includes('"')) return typed;
  const isTable = typed.includes("\t");
  return typed.replaceAll(CELL, (whole, inner: string) =>
    inner.includes('""') || (isTable && /[\t\n]/u.test(inner)) ? inner.replaceAll('""', '"') : whole,
  );
}
