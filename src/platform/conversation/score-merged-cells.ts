import type { ScoreRules, ScoreSection } from "./score-rules.ts";
import { sectionNamed } from "./score-spoken.ts";
import { rowIn } from "./score-table.ts";

const COUNT_COLUMN = /^(?:序号|编号)$/u;
/** Rows by their own numbers. */
const ID_COLUMN = /^(?:条目|条目编号|项目编号)$/u;
/** In cells. */
const FEWEST_HEADINGS = 3;
const COUNT = /^\d{1,2}[.．、]?$/u;
/** 一、党建引领（20分）: what is said around the name of a part. */
const AROUND = /^[（(]?[一二三四五六七八九十]{1,3}[)）、.．]\s*|[（(]\d+分?[)）]$|\s/gu;

const cellsOf = (line: string): string[] => line.split("\t").map((cell) => cell.trim());

/**
 * A table whose first cell, merged over the rows of a part, names the part, and whose rows are counted within it: its
 * rows by their own numbers. Any other text stays as it is.
 */
export function withMergedCells(rules: ScoreRules, text: string): string {
  const lines = text.split("\n");
  const head = lines.findIndex((line) => countColumnIn(cellsOf(line)) !== undefined);
  const column = countColumnIn(cellsOf(lines[head] ?? ""));
  if (column === undefined) return text;
  let section: ScoreSection | undefined;
  const rows = lines.map((line, at) => {
    const cells = cellsOf(line);
    const behind = cells.slice(column + 1);
    if (at === head) return ["条目", ...behind].join("\t");
    if (at < head || !line.includes("\t")) return line;
    const names = cells.slice(0, column).filter((cell) => cell !== "");
    if (names.length > 0) section = partNamed(rules, names);
    const id =
      section && COUNT.test(cells[column] ?? "") ? `${section.id}-${Number.parseInt(cells[column] ?? "", 10)}` : "";
    return rowIn(rules, id) ? [id, ...behind].join("\t") : line;
  });
  // Half of it would be of one kind and half of another.
  const isWhole = rows.every((row, at) => at <= head || row !== lines[at] || !COUNT.test(cellsOf(row)[column] ?? ""));
  return isWhole && rows.some((row, at) => at > head && row !== lines[at]) ? rows.join("\n") : text;
}

/** 一级指标 序号 评分标准 …: the rows are counted behind another column. */
function countColumnIn(cells: readonly string[]): number | undefined {
  const at = cells.some((cell) => ID_COLUMN.test(cell)) ? -1 : cells.findIndex((cell) => COUNT_COLUMN.test(cell));
  return at > 0 && cells.filter((cell) => cell !== "").length >= FEWEST_HEADINGS ? at : undefined;
}

function partNamed(rules: ScoreRules, names: readonly string[]): ScoreSection | undefined {
  const found = names.flatMap((name) => sectionNamed(rules, name.replaceAll(AROUND, "")) ?? []);
  return new Set(found).size === 1 ? found[0] : undefined;
}
