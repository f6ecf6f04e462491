import type { List } from "./entries.ts";

const MET = "(?:符合|达标|满足|达到)";
/** 其余均符合, 其余各条：符合 */
const REST_MET = new RegExp(
  `^(?:(?:其余|其他|其它|剩下|剩余|除此之外|除上述外)(?:的|各?[条项款]|要求)*[:\\s]*(?:均|都|全部?|也|是|为)*\\s*${MET}|(?:全部|均|都|各条均)${MET})(?:要求)?`,
  "u",
);
const WORDS: readonly (readonly [List, RegExp])[] = [
  ["notMet", /^(?:不符合|不满足|不达标|不达到|未达到|没有?达到|没达标|[×✗✘])(?:要求)?/u],
  ["unclear", /^(?:尚不清楚|[还尚]?不清楚|[还尚]?不明确|尚未明确|待核实|待定|[还尚]?不确定)/u],
  ["notApplicable", /^(?:不适用|不涉及)(?:及理由)?/u],
  ["met", new RegExp(`^(?:${MET}(?:要求)?|[√✓✔])`, "u")],
];
const SIGNS: Readonly<Record<string, List>> = { "?": "unclear", 是: "met", 否: "notMet", x: "notMet", X: "notMet" };

export interface FoundStanding {
  list: List;
  length: number;
}

/** Length of 其余均符合 at the start; undefined if it is not there. */
export const restAt = (text: string): number | undefined => REST_MET.exec(text)?.[0].length;

/** The standing that a text begins with. */
export function standingAt(text: string): FoundStanding | undefined {
  for (const [list, pattern] of WORDS) {
    const found = pattern.exec(text);
    if (found) return { list, length: found[0].length };
  }
  return undefined;
}

/** A cell of a table that is a standing and nothing else: 符合, √, ？ */
export function standingIn(cell: string): List | undefined {
  const found = standingAt(cell);
  return found && found.length === cell.length ? found.list : SIGNS[cell];
}
