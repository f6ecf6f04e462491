/** 0.9 cm in points, rounded up. */
const LEAST = 26;
const LINE = 17;
const PADDING = 6;
/** The most Excel takes. */
const MOST = 409;
/** Width of a character of 12 points against the column's unit. */
const WIDE = 2.2;
const NARROW = 1.1;

const lineWidth = (line: string): number =>
  [...line].reduce((sum, character) => sum + (character.charCodeAt(0) > 0xff ? WIDE : NARROW), 0);

const lineCount = (text: string, width: number): number =>
  text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(lineWidth(line) / Math.max(1, width - 1))), 0);

/** Height in points that shows the fullest cell whole; Excel does not measure rows of given height itself. */
export function rowHeight(cells: readonly { text: string; width: number }[]): number {
  const lines = Math.max(1, ...cells.map(({ text, width }) => lineCount(text, width)));
  return Math.min(MOST, Math.max(LEAST, lines * LINE + PADDING));
}
