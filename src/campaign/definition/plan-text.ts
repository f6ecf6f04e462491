import type { Definition } from "./definition.ts";

/** Word processor artifacts. */
const BOOKMARK = /\[bookmark: [^\]]*\]/g;

/** Line of the plan without bookmarks and surrounding spaces; empty outside the plan. */
export const planLine = (planLines: readonly string[], line: number): string =>
  (planLines[line - 1] ?? "").replace(BOOKMARK, "").trim();

/** Joins the lines of a broken row without a gap. */
export const joinedLines = (planLines: readonly string[], lines: readonly number[]): string =>
  lines.map((line) => planLine(planLines, line)).join("");

/**
 * The plan's complete sentence around a quote; one per line if several lines contain it. A quote of several sentences
 * or of several lines is returned unchanged.
 */
export function sentenceAround(planLines: readonly string[], lines: readonly number[], quote: string): string {
  const sentences = lines.flatMap((line) =>
    planLine(planLines, line)
      .split(/(?<=[。；])/)
      .filter((sentence) => sentence.includes(quote)),
  );
  return sentences.length === 0 ? quote : sentences.join("\n");
}

/** Lines of the broken row or heading containing this line: `[84, 85]` for 84 and for 85; otherwise only the line. */
export const wholeRow = (definition: Definition, line: number): readonly number[] =>
  brokenRows(definition).find((row) => row.includes(line)) ?? [line];

/** Rows, section headings and opinion boxes broken over several lines of the plan. */
function brokenRows({ rubric, forms }: Definition): (readonly number[])[] {
  const rows = rubric.sections.flatMap((section) => [section.line, ...section.criteria.map((row) => row.line)]);
  const boxes = forms.flatMap(({ opinions }) => opinions.map((box) => box.line));
  return [...rows, ...boxes].filter((lines) => lines.length > 1);
}
