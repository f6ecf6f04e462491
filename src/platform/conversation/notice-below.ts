import { type Form, isWords, type Question } from "./field.ts";
import { labelNames } from "./label-names.ts";

const NOTICE = /^\s*(?:特此)?(?:更正|勘误|订正)(?:一下)?\s*[:：]\s*(\S.*?)[\s。；;]*$/u;
const INTO = /^\s*(?:应更正为|应该?改为|应为|应该?是|更正为|改为|改成|修改为|为|是|[:：])\s*(\S.*)$/u;
/** ⑤, 5、, （五）, 第5项 */
const ORDINAL = /^\s*(?:([\u2460-\u2473])|第?[（(]?([\d一二三四五六七八九十]{1,3})(?:[)）、．.]|[项条行])+)\s*/u;
const ROW = /^\s*[:：=\t]/u;

interface Row {
  question: Question;
  ordinal: string;
  /** How far its label reaches. */
  to: number;
}

const ordinalOf = (line: string): string => {
  const [, sign, number] = ORDINAL.exec(line) ?? [];
  return sign ?? number ?? "";
};

/** The field that a line begins with, behind its number. */
function rowOf(form: Form, line: string): Row | undefined {
  const start = ORDINAL.exec(line)?.[0].length ?? 0;
  const rest = line.slice(start);
  const named = labelNames(form).find(({ name, part }) => part !== "start" && rest.startsWith(name));
  if (!named) return undefined;
  return { question: named.question, ordinal: ordinalOf(line), to: start + named.name.length };
}

interface Notice {
  row: string;
  question: Question;
  /** What is to stand in that row. */
  value: string;
}

function noticeOf(form: Form, line: string, rows: readonly string[]): Notice | undefined {
  const said = NOTICE.exec(line)?.[1] ?? "";
  if (said === "") return undefined;
  const named = rowOf(form, said);
  const ordinal = ordinalOf(said);
  const value = INTO.exec(named ? said.slice(named.to) : said.replace(ORDINAL, ""))?.[1];
  // ①应为⑤ says nothing of a value.
  if (value === undefined || /^[\u2460-\u2473]$/u.test(value) || named?.question.kind === "longText") return undefined;
  const found = rows.filter((row) => {
    const own = rowOf(form, row);
    const isRow = own !== undefined && ROW.test(row.slice(own.to));
    return isRow && (named ? own.question === named.question : ordinal !== "" && own.ordinal === ordinal);
  });
  const [row, second] = found;
  const own = row === undefined ? undefined : rowOf(form, row);
  if (row !== undefined && own && second === undefined && own.question.kind !== "longText")
    return { row, question: own.question, value };
  // Of a field that has no row it is one itself, where no other text says its name.
  const isWhole = named !== undefined && ordinal === "" && said.startsWith(named.question.label);
  const isApart = named !== undefined && rows.every((one) => !one.includes(named.question.label));
  return isWhole && isApart ? { row: "", question: named.question, value } : undefined;
}

/**
 * 更正：⑤数据截止日期应为… below rows of a form: the row as it is meant, in the place of what was written there. A notice
 * that names no row of one field stays as it is.
 */
export function withNotices(form: Form, typed: string): string {
  const lines = typed.split("\n");
  const first = lines.find((line) => line.trim() !== "") ?? "";
  const head = rowOf(form, first);
  if (lines.length === 1 || !head || !ROW.test(first.slice(head.to))) return typed;
  const rows = lines.filter((line) => !NOTICE.test(line));
  const notices = lines.flatMap((line) => noticeOf(form, line, rows) ?? []);
  if (notices.length === 0) return typed;
  const kept = lines.flatMap((line) => {
    const own = noticeOf(form, line, rows);
    if (own) return own.row === "" ? [`${own.question.label}：${own.value}`] : [];
    const changed = notices.findLast(({ row }) => row === line);
    return [changed ? `${changed.question.label}：${changed.value}` : line];
  });
  return kept.join("\n");
}

const FORMER = /^[\s:：]*(\S.{0,30}?)\s*(更正为|应改为|改为|改成|变更为|调整为)\s*(\S.{0,30}?)[。；;\s]*$/u;

/** 3、入住率 95.5% 更正为 96.2%: with the colon behind the label that blanks stood for, so that both values are of it. */
export function withFormerAside(form: Form, typed: string): string {
  return typed
    .split("\n")
    .map((line) => {
      const row = rowOf(form, line);
      if (!row || isWords(row.question)) return line;
      const start = ORDINAL.exec(line)?.[0].length ?? 0;
      const [, before = "", into = "", after = ""] = FORMER.exec(line.slice(row.to)) ?? [];
      return /\d/u.test(before) && /\d/u.test(after) ? `${line.slice(start, row.to)}：${before}${into}${after}` : line;
    })
    .join("\n");
}
