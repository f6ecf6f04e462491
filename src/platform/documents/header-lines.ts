/** Width of a 12-point character in the unit of column widths. */
const WIDE_CHARACTER = 2.2;
const NARROW_CHARACTER = 1.1;
/** Of a column, around what stands in it. */
const PADDING = 1;
/** Width of a line of 12-point characters in the unit of column widths. */
export const lineWidth = (line: string): number =>
  [...line].reduce((sum, character) => sum + (character.charCodeAt(0) > 0xff ? WIDE_CHARACTER : NARROW_CHARACTER), 0);

/**
 * A header that does not fit in one line of its column has its last brackets on a line of their own, so that they are not
 * torn.
 */
export function headerLines(header: string, width: number): string {
  const at = bracketsOf(header);
  if (at <= 0 || lineWidth(header) <= width - PADDING) return header;
  return `${header.slice(0, at).trimEnd()}\n${header.slice(at)}`;
}

/** The column's width, or what its header's last brackets need. */
export function widthFor({ header, width }: { header: string; width: number }): number {
  const at = bracketsOf(header);
  return at <= 0 ? width : Math.max(width, Math.ceil(lineWidth(header.slice(at)) + PADDING));
}

/** Where the brackets begin that the header ends with, others inside them included; -1 if it ends with none. */
function bracketsOf(header: string): number {
  if (!/[）)]$/u.test(header)) return -1;
  let open = 0;
  for (let at = header.length - 1; at >= 0; at -= 1) {
    if (/[）)]/u.test(header[at] ?? "")) open += 1;
    if (/[（(]/u.test(header[at] ?? "")) open -= 1;
    if (open === 0) return at;
  }
  return -1;
}
