import { readWhole } from "./numerals.ts";
import { scorePhrases } from "./phrases.ts";
import { doubtPhrases } from "./score-doubt-phrases.ts";
import { showEntries } from "./score-readings.ts";
import type { ScoreLine, ScoreRules } from "./score-rules.ts";
import { NUMBER } from "./score-words.ts";

const PART = new RegExp(`第(${NUMBER})个?(?:部分|大项|大块|板块|块|节)`, "gu");

/**
 * 第三部分第一条零分…其他的都满分: the rest is what is left of that part. Behind several parts it is asked about; where the
 * parts that are named are whole, and without one, it is of all.
 */
export function restOfPart(rules: ScoreRules, typed: string, line: ScoreLine): ScoreLine {
  if (line.kind !== "points" || !line.rest) return line;
  const numbers = new Set([...typed.matchAll(PART)].map(([, number = ""]) => String(readWhole(number))));
  const parts = rules.sections.filter(({ id }) => numbers.has(id));
  const said = line.entries.map(({ row }) => row);
  const left = parts.flatMap(({ rows }) => rows.filter(({ id }) => !said.includes(id)));
  const isWithin = said.every((id) => parts.some(({ rows }) => rows.some((row) => row.id === id)));
  const [part, second] = parts;
  if (part === undefined || left.length === 0 || !isWithin) return line;
  const { rest: _, ...points } = line;
  if (second === undefined) {
    const open = left.filter(({ id, knocksOut }) => !knocksOut && !rules.given?.includes(id));
    return {
      ...points,
      entries: [...line.entries, ...open.map(({ id, maxPoints }) => ({ row: id, points: maxPoints }))],
    };
  }
  const whole = `${showEntries(line.entries)}；${scorePhrases.rest()}`;
  const sentence = doubtPhrases.restOfSeveral(parts.map(({ numeral }) => numeral).join("、"));
  return {
    ...{ kind: "retry", sentence: scorePhrases.mayMean(sentence, whole, 1), rows: said },
    readable: { entries: said.length, typed: whole, doubtful: true },
  };
}
