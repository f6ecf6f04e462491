import type { Form } from "./field.ts";
import { labelNames } from "./label-names.ts";
import { compactAnswer } from "./plain.ts";

/** | 小区名称 | 锦绣花园 | */
const RULED = /^[ \u3000]*\|(.*)\|[ \u3000]*$/gmu;
const RULE = /^[\s|:+\-\u2500-\u257f]*$/u;
/** ｜ and │ draw the same lines. */
const LINES = /[｜│┃¦]/gu;
/** 【审批单位】 */
const BRACKETED = /(?<=^|[\n\t；;])[ \u3000]*[【［[]([^【】［］[\]\n]{2,24})[】］\]][ \u3000]*[:：]?/gu;
/** - , ★, ①, > before a label */
const BULLET = /^[ \u3000]*(?:[-–—•·●○▪■□◆◇★☆※*＊>＞#]+|[\u2460-\u2473])[ \u3000]*(?=\S)/u;
/** 陈科: , @经办 before a label */
const SPEAKER = /^[ \u3000]*(?:[@＠]\S{1,16}[ \u3000]+|[【[]?\p{Script=Han}{2,4}[】\]]?[ \u3000]*[:：]?[ \u3000]*)/u;
/** What stands for a colon where several lines have it: 小区名称=锦绣花园, 小区名称,锦绣花园. */
const SEPARATOR = /^[ \u3000]*(?:[=＝,，|]|[-–—]{1,2}(?!\d)|→|->)[ \u3000]*(?=\S)/u;
const FEWEST = 2;

/** A form in any layout, with a colon or a tab behind its labels. */
export function asRows(form: Form, typed: string): string {
  const text = withoutBrackets(form, withoutRules(typed.replaceAll("**", "").replaceAll(LINES, "|")));
  const lines = text.split("\n").map((line) => withoutStrokes(form, withoutOpening(form, line)));
  const separated = lines.map((line) => withColon(form, line));
  const isSeparated = separated.filter((line) => line !== undefined).length >= FEWEST;
  return lines.map((line, at) => (isSeparated ? (separated[at] ?? line) : line)).join("\n");
}

/** How far a line's label reaches at its beginning; 0 where none does. */
function labelLength(form: Form, line: string): number {
  const named = labelNames(form).find(
    ({ name, part }) => (part === undefined || (part === "also" && name.length > FEWEST)) && line.startsWith(name),
  );
  return named?.name.length ?? 0;
}

/** Without the bullet or the speaker before a label and its colon. */
function withoutOpening(form: Form, line: string): string {
  for (const opening of [BULLET, SPEAKER]) {
    const rest = line.replace(opening, "");
    const length = rest === line ? 0 : labelLength(form, rest);
    const isLabel = length > 0 && /^\s*(?:[:：=\t]|[（(][^（()）\n]{1,24}[)）]\s*[:：\t]|$)/u.test(rest.slice(length));
    // 类型 物业服务企业: the name of a field speaks to nobody.
    const before = compactAnswer(line.slice(0, line.length - rest.length));
    const isName = labelNames(form).some(({ name, part }) => part !== "start" && name === before);
    if (isLabel && !isName && labelLength(form, line) === 0) return rest;
  }
  return line;
}

/** 小区名称|锦绣花园|申报单位|锦绣物业: cells of a row without a frame. */
function withoutStrokes(form: Form, line: string): string {
  const cells = line.split("|").map((cell) => cell.trim());
  const [label = ""] = cells;
  return cells.length > 1 && label !== "" && labelLength(form, label) === label.length ? cells.join("\t") : line;
}

function withColon(form: Form, typed: string): string | undefined {
  const line = typed.replaceAll(/"([^"]*)"/gu, "$1").trim();
  const length = labelLength(form, line);
  const separator = length === 0 ? undefined : SEPARATOR.exec(line.slice(length))?.[0];
  return separator === undefined ? undefined : `${line.slice(0, length)}：${line.slice(length + separator.length)}`;
}

/** Labels in brackets, as cards show them. */
const withoutBrackets = (form: Form, text: string): string =>
  text.replaceAll(BRACKETED, (whole, inner: string) =>
    labelNames(form).some(({ name, part }) => part === undefined && name === compactAnswer(inner))
      ? `${inner}：`
      : whole,
  );

const withoutRules = (text: string): string =>
  text
    .replaceAll(RULED, (_, row: string) =>
      row
        .split("|")
        .map((cell) => cell.trim())
        .join("\t"),
    )
    .split("\n")
    .filter((line) => line.trim() === "" || !RULE.test(line))
    .join("\n");
