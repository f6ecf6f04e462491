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
/** …；• 业主组织形式：…, all in one line */
const BULLETS_WITHIN = /[;；。][ \u3000]*([•·●○▪■□◆◇★☆※\u2460-\u2473])/gu;
/** 陈科: , @经办 before a label */
const SPEAKER = /^[ \u3000]*(?:[@＠]\S{1,16}[ \u3000]+|[【[]?\p{Script=Han}{2,4}[】\]]?[ \u3000]*[:：]?[ \u3000]*)/u;
/** What stands for a colon where several lines have it: 小区名称=锦绣花园, 小区名称,锦绣花园. */
const SEPARATOR = /^[ \u3000]*(?:[=＝,，|]|[-–—]{1,2}(?!\d)|→|->)[ \u3000]*(?=\S)/u;
const FEWEST = 2;

/** A form in any layout, with a colon or a tab behind its labels. */
export function asRows(form: Form, typed: string): string {
  const text = withoutBrackets(form, withoutRules(typed.replaceAll("**", "").replaceAll(LINES, "|"))).replaceAll(
    BULLETS_WITHIN,
    "\n$1",
  );
  const lines = withQuestions(
    form,
    text.split("\n").flatMap((line) => parted(form, line)),
  ).map((line) => withoutStrokes(form, withoutOpening(form, declared(form, line))));
  const separated = lines.map((line) => withColon(form, line));
  const isSeparated = separated.filter((line) => line !== undefined).length >= FEWEST;
  return lines.map((line, at) => (isSeparated ? (separated[at] ?? line) : line)).join("\n");
}

const NUMBERED = /^[ \u3000]*(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）.、．]\s*)?/u;
const NONE = /^(?:近[两二2]年(?:[内来]|以来)?)?(?:本?小区)?(?:均|都|也)?(?:无|没有|未|没)(?:发生|出现|出|有)?过?/u;

/** （八）近两年无重大安全责任事故, a line of its own among others: it declares. */
function declared({ fields }: Form, line: string): string {
  const said = line.replace(NUMBERED, "").replace(/[。；;\s]+$/u, "");
  const event = said.replace(NONE, "");
  const question =
    event === said ? undefined : fields.find(({ kind, label }) => kind === "declaration" && label.endsWith(event));
  return question && event.length > FEWEST ? `${question.label}：无` : line;
}

/** • 所属街道／社区：曹娥街道／舜江社区 */
const BOTH = /^([^:：／/\n]{2,12})[／/]([^:：／/\n]{2,12})[:：]\s*([^／/\n]+)[／/]([^／/\n]+)$/u;

function parted(form: Form, line: string): readonly string[] {
  const [, one = "", other = "", first = "", second = ""] = BOTH.exec(line.replace(BULLET, "").trim()) ?? [];
  const isLabel = (word: string): boolean =>
    word !== "" && labelNames(form).some(({ name, part }) => part !== "start" && name === compactAnswer(word));
  const isWhole = labelNames(form).some(({ name }) => line.replace(BULLET, "").startsWith(`${name}：`));
  return isLabel(one) && isLabel(other) && !isWhole ? [`${one}：${first}`, `${other}：${second}`] : [line];
}

const ASKED = /^\s*(?:Q|问)\d*\s*[:：.、]\s*(\S[^\n]*)$/iu;
const GIVEN = /^\s*(?:A|答)\d*\s*[:：.、]\s*(\S[^\n]*)$/iu;
/** …多少？, …叫什么？ */
const ASKS =
  /(?:现在|目前)?(?:是|有|叫|为)?(?:多少|什么|哪[个家里]?|谁|几[个户]?|何时)?(?:名字?)?(?:呢|吗|啊)?[?？\s]*$/u;

/** Q：入住率多少？ A：88.6%: a field that is asked for, and its answer. */
function withQuestions(form: Form, lines: readonly string[]): readonly string[] {
  return lines.flatMap((line, at) => {
    const asked = ASKED.exec(line)?.[1]?.replace(ASKS, "") ?? "";
    const given = GIVEN.exec(lines[at + 1] ?? "")?.[1];
    const before = ASKED.exec(lines[at - 1] ?? "")?.[1]?.replace(ASKS, "") ?? "";
    if (given !== undefined && nameIn(form, asked) !== undefined) return [`${nameIn(form, asked)}：${given}`];
    return GIVEN.test(line) && nameIn(form, before) !== undefined ? [] : [line];
  });
}

/** The longest name of a field with which the question ends. */
const nameIn = (form: Form, asked: string): string | undefined =>
  labelNames(form).find(({ name, part }) => part !== "start" && asked.endsWith(name))?.name;

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
