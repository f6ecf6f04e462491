import { readWhole } from "../../platform/conversation/numerals.ts";
import { scorePhrases } from "../../platform/conversation/phrases.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import { readScoreLine } from "../../platform/conversation/score-line.ts";
import type { ScoreRules } from "../../platform/conversation/score-rules.ts";

const NUMBER = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})";
/** 3-5, 三杠五, 第三部分第五项 */
const ROW = `(?:第?(?:${NUMBER})\\s*(?:[-－‐‑‒–—―−]|横?杠)\\s*(?:${NUMBER})(?!\\d)|第${NUMBER}(?:部分|大项|项)的?第${NUMBER}[项条])`;
const BEHIND_NAME = new RegExp(`${ROW}|(?:理由|原因)\\s*(?:[:：为是]|$)`, "u");
const TO = "\\s*(?:至|到|[~～])\\s*";
const ROWS = new RegExp(`^${ROW}(?:(?:${TO}|[\\s、,，和及与]*)${ROW})*`, "u");
const REASON = /^[\s,，;；:：。]*(?:理由|原因)?\s*[:：为是]?\s*/u;

/** What is said of a case: 锦绣花园 3-5、3-6 理由：相差较大. */
export interface OnCase {
  name: string;
  rows: readonly string[];
  /** Behind the rows, without 理由. */
  rest: string;
  /** All that stands behind the name. */
  behind: string;
}

export function readOnCase(typed: string): OnCase {
  const text = typed.normalize("NFKC").trim();
  const at = text.search(BEHIND_NAME);
  const behind = at < 0 ? "" : text.slice(at);
  const name = (at < 0 ? text : text.slice(0, at)).replace(/的?[\s,、:;]+$|的$/u, "");
  const rows = ROWS.exec(behind)?.[0] ?? "";
  return { name, rows: rowsIn(rows), rest: behind.slice(rows.length).replace(REASON, "").trim(), behind };
}

/** 3-5至3-7 takes in what is between; across parts only the two are named. */
function rowsIn(text: string): string[] {
  const rows: string[] = [];
  let end = 0;
  for (const { 0: written, index } of text.matchAll(new RegExp(ROW, "gu"))) {
    const [part = 0, at = 0] = (written.match(new RegExp(NUMBER, "gu")) ?? []).map((number) => readWhole(number) ?? 0);
    const [of, from = at] = (rows.at(-1) ?? "").split("-").map(Number);
    const isRange = of === part && new RegExp(`^${TO}$`, "u").test(text.slice(end, index));
    for (let between = isRange ? from + 1 : at; between < at; between += 1) rows.push(`${part}-${between}`);
    rows.push(`${part}-${at}`);
    end = index + written.length;
  }
  return rows;
}

/** 3-5合议4分, 3-5定为4分 */
const AGREED = /(?:合议(?:分|得分)?|评议|[定按记])(?:为|成|是)?\s*(?=[\d零〇一二三四五六七八九两满])/gu;

export interface AgreedRow {
  criterion: string;
  points: number;
  reason: string;
}

/**
 * The agreed figures that stand behind the name of a case, each with its reason; one reason at the end holds for all.
 * A sentence: what cannot be recorded. Undefined: no row with points is said.
 */
export function readAgreed(rules: ScoreRules, behind: string): readonly AgreedRow[] | string | undefined {
  const line = readScoreLine(rules, behind.replaceAll(AGREED, "给"));
  if (line.kind === "retry") return line.sentence;
  if (line.kind !== "points" || line.rest) return undefined;
  const last = line.entries.at(-1)?.reason ?? "";
  const odd = line.entries.find(({ points, notApplicable, remark }) => notApplicable || remark || points === undefined);
  if (odd) return scorePhrases.noPoints(odd.row);
  return line.entries.map(({ row, points = 0, reason = last }) => ({
    ...{ criterion: row, points },
    reason: cleanLine(reason),
  }));
}
