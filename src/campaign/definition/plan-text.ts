import type { Definition } from "./definition.ts";

/** Left in the document by the word processor; no part of the text. */
const BOOKMARK = /\[bookmark: [^\]]*\]/g;

/** A line of the plan as it is quoted: without bookmarks and the spaces around it. Empty outside the plan. */
export const planLine = (planLines: readonly string[], line: number): string =>
  (planLines[line - 1] ?? "").replace(BOOKMARK, "").trim();

/** Lines run together without a gap, as a broken row is read. */
export const joinedLines = (planLines: readonly string[], lines: readonly number[]): string =>
  lines.map((line) => planLine(planLines, line)).join("");

/**
 * The whole sentence of the plan around a quote, one a line when several lines say it. A quote of more than one
 * sentence, or one put together from several lines, stays as it is.
 */
export function sentenceAround(planLines: readonly string[], lines: readonly number[], quote: string): string {
  const sentences = lines.flatMap((line) =>
    planLine(planLines, line)
      .split(/(?<=[。；])/)
      .filter((sentence) => sentence.includes(quote)),
  );
  return sentences.length === 0 ? quote : sentences.join("\n");
}

/** The lines of the row or heading that this line is a part of: `[84, 85]` for 84 and for 85, else the line alone. */
export const wholeRow = (definition: Definition, line: number): readonly number[] =>
  brokenRows(definition).find((row) => row.includes(line)) ?? [line];

/** Rows, section headings and opinion boxes that the plan's layout broke over several lines. */
function brokenRows({ rubric, forms }: Definition): (readonly number[])[] {
  const rows = rubric.sections.flatMap((section) => [section.line, ...section.criteria.map((row) => row.line)]);
  const boxes = forms.flatMap(({ opinions }) => opinions.map((box) => box.line));
  return [...rows, ...boxes].filter((lines) => lines.length > 1);
}
