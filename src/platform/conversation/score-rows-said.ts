import { readWhole } from "./numerals.ts";
import type { ScoreRules } from "./score-rules.ts";
import { sectionNamed } from "./score-spoken.ts";
import { rowIn } from "./score-table.ts";
import { NUMBER } from "./score-words.ts";
import { BETWEEN_WORDS } from "./spoken.ts";

const LINK = "\\s*(?:[-－‐‑‒–—―−]|横?杠|之)\\s*";
const ROW = new RegExp(`(?<![\\d-])(${NUMBER})${LINK}第?(${NUMBER})(?![\\d年月-])`, "gu");
const TO = new RegExp(
  `(?<![\\d-])(${NUMBER})${LINK}(${NUMBER})\\s*(?:至|到|[~～])\\s*(?:${NUMBER}${LINK})?(${NUMBER})`,
  "gu",
);
const RUN = new RegExp(
  `(?<![一二三四五六七八九十])([一二三四五六七八九])([一二三四五六七八九])(?=(?:${BETWEEN_WORDS}|大概|[，,\\s])*[是给打得改为成]*(?:[一二三四五六七八九十零两]分|满)|[到至])`,
  "gu",
);
const PART = new RegExp(
  `(?:^|[\\s,，。；;：:\\p{Script=Han}])第?(${NUMBER})(?:部分|大项|[、.．](?!\\d))|(?:^|[\\n；;])\\s*([一二三四五六七八九十])(?=[\\s:：])`,
  "gu",
);
const POINTS = /\d|[零〇一二三四五六七八九十两]\s*分|满/u;

/** Whether a row is named by its number. */
export const namesRows = (text: string): boolean => new RegExp(ROW.source, "u").test(text.normalize("NFKC"));

/**
 * The rows that a message speaks of in any way, also one that is not read: by number, within a span, and all of a part
 * that is named with points of which no row is.
 */
export function rowsSaid(rules: ScoreRules, text: string): readonly string[] {
  const said = text.normalize("NFKC");
  const all = rules.sections.flatMap(({ rows }) => rows.map(({ id }) => id));
  const idOf = (part = "", row = ""): string => `${readWhole(part)}-${readWhole(row)}`;
  const named = [...said.matchAll(ROW), ...said.matchAll(RUN)].map(([, part, row]) => idOf(part, row));
  const spans = [...said.matchAll(TO)].flatMap(([, part, first, last]) => {
    const [from, to] = [all.indexOf(idOf(part, first)), all.indexOf(idOf(part, last))];
    return from >= 0 && to > from ? all.slice(from, to + 1) : [];
  });
  const rows = [...named, ...spans].filter((id) => rowIn(rules, id) !== undefined);
  const parts = rows.length > 0 || !POINTS.test(said) ? [] : partsSaid(rules, said);
  return [...new Set([...rows, ...parts])];
}

function partsSaid(rules: ScoreRules, said: string): string[] {
  const numbers = [...said.matchAll(PART)].map(([, part, alone]) => String(readWhole(part ?? alone ?? "")));
  const heading = sectionNamed(rules, /^\p{Script=Han}+/u.exec(said.trim())?.[0] ?? "");
  return rules.sections
    .filter(({ id }) => numbers.includes(id) || id === heading?.id)
    .flatMap(({ rows }) => rows.map(({ id }) => id));
}
