import { scorePhrases } from "./phrases.ts";
import { exampleRow, type ScoreLine, type ScoreRules } from "./score-rules.ts";

/** 序号⇥得分 */
const HEADER = /^(?:序号|编号|条目)[\t |]+(?:得分|分数|评分|打分)$/u;
const COUNTED = /^(?<number>\d{1,2})[\t |]+(?<points>\d{1,2}(?:\.\d)?)\s*分?$/u;
const FEWEST = 2;

/**
 * Points beside the numbers of their rows, below the heading of a part: 二、业委会运行规范␤序号⇥得分␤1⇥6␤2⇥3. The number is no
 * points. @returns the text with the rows written out; a line where it is not said of which part they are
 */
export function countedTable({ sections, ...rules }: ScoreRules, typed: string): string | ScoreLine | undefined {
  const lines = typed
    .normalize("NFKC")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const at = lines.findIndex((line) => HEADER.test(line) || COUNTED.test(line));
  const isHeaded = HEADER.test(lines[at] ?? "");
  const rows = lines.slice(isHeaded ? at + 1 : at).map((line) => COUNTED.exec(line)?.groups);
  const isCounted = rows.length >= FEWEST && rows.every((row, index) => Number(row?.number) === index + 1);
  if (at < 0 || at > 1 || !isCounted || !(isHeaded || typed.includes("\t"))) return undefined;
  const heading = lines.slice(0, at).join("");
  const section = sections.find(({ numeral, name }) => {
    const isNumbered = heading.startsWith(`${numeral}、`) || heading.startsWith(`第${numeral}部分`);
    return isNumbered || (name !== undefined && heading === name);
  });
  if (section) return rows.map((row) => `${section.id}-${row?.number} ${row?.points}`).join("；");
  if (heading !== "" || !isHeaded) return undefined;
  const sentence = scorePhrases.inTurn(rows.length) + scorePhrases.eachRow(exampleRow({ sections, ...rules }));
  return { kind: "retry", sentence };
}
