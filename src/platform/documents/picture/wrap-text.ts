/** Width of a text in pixels. */
export type Measure = (text: string) => number;

/** Not at the beginning of a line. */
const CLOSING = /^[，。；：、！？）】」』”’》〉…—％%°℃,.;:!?)\]}]/u;
/** Not at the end of a line. */
const OPENING = /[（【「『“‘《〈([{]$/u;
/** Latin words and numbers stay whole; every other character is a piece of its own. */
const PIECES = /[\p{Script=Latin}\p{Nd}]+(?:[-._/:@+][\p{Script=Latin}\p{Nd}]+)*|\s+|[\s\S]/gu;

/**
 * Lines of a text that are at most so wide, broken as Chinese is: between any two characters, but with no closing mark
 * at the beginning and no opening one at the end of a line.
 */
export function wrapText(text: string, width: number, measure: Measure): string[] {
  return text.split("\n").flatMap((paragraph) => wrapParagraph(paragraph, width, measure));
}

const EVENER = 0.95;

/** The same number of lines, of about the same length: for titles, whose last line would else be one word. */
export function wrapEvenly(text: string, width: number, measure: Measure): string[] {
  let lines = wrapText(text, width, measure);
  for (let narrower = width * EVENER; narrower > 0; narrower *= EVENER) {
    const evener = wrapText(text, narrower, measure);
    if (evener.length > lines.length || evener.some((line) => measure(line) > narrower)) break;
    lines = evener;
  }
  return lines;
}

function wrapParagraph(paragraph: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  const fits = (pieces: readonly string[]): boolean => measure(pieces.join("").trimEnd()) <= width;
  for (const piece of piecesOf(paragraph, width, measure)) {
    if (line.length === 0 || fits([...line, piece])) {
      line.push(piece);
      continue;
    }
    const carried = carriedOver(line, piece);
    lines.push(
      line
        .slice(0, line.length - carried.length)
        .join("")
        .trimEnd(),
    );
    line = [...carried, piece.trimStart()].filter((one) => one !== "");
  }
  lines.push(line.join("").trimEnd());
  return lines;
}

/** The last pieces of a line that must go to the next one together with the piece that begins it. */
function carriedOver(line: readonly string[], next: string): readonly string[] {
  let from = line.length;
  for (let first = next; from > 1; from -= 1) {
    const before = line[from - 1] ?? "";
    if (!CLOSING.test(first) && !OPENING.test(before)) break;
    first = before;
  }
  // A line of nothing but marks is broken anywhere.
  return from <= 1 ? [] : line.slice(from);
}

const piecesOf = (paragraph: string, width: number, measure: Measure): string[] =>
  [...paragraph.matchAll(PIECES)].flatMap(([piece]) => (measure(piece) <= width ? [piece] : [...piece]));
