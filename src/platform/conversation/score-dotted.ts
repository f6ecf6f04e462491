import type { ScoreRules } from "./score-rules.ts";
import { rowIn } from "./score-table.ts";

const ONE = "\\d{1,2}[.．]\\d{1,2}\\s*[:：]\\s*(?:\\d{1,2}|满)分?(?:[\\s（(]*\\p{Script=Han}[^，,；;\\n]*)?";
const ALL = new RegExp(`^\\s*${ONE}(?:[，,；;、\\s]+${ONE})+[。\\s]*$`, "u");
const HEAD = /(?<=^\s*|[，,；;、\s])(\d{1,2})[.．](\d{1,2})\s*[:：]\s*/gu;

/** 2.1：5，2.2：3, where each is a row: with the numbers as the sheet writes them. Other lines stay. */
export function dottedRows(rules: ScoreRules, line: string): string {
  if (!ALL.test(line)) return line;
  const isEach = [...line.matchAll(HEAD)].every(([, part, row]) => rowIn(rules, `${part}-${row}`));
  return isEach
    ? line.replaceAll(/[，,、]\s*(?=\d{1,2}[.．]\d{1,2}\s*[:：])/gu, "；").replaceAll(HEAD, "$1-$2 ")
    : line;
}
