import { findDate } from "../../platform/conversation/answers/find-date.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import type { CivilDate } from "../../shared/civil-date.ts";
import type { ReplyFinding } from "./consultation.ts";

/** What was typed behind the department, in parts. */
export interface TypedReply {
  /** Before the finding: 翠苑三区、越州名苑, 全部. */
  cases: string;
  finding: ReplyFinding | undefined;
  /** Behind the finding, without what is taken from it. */
  words: string;
  repliedOn: CivilDate | undefined;
  repliedBy: string;
  /** More than one finding, or 除…外: what is said of which case is not taken apart. */
  unclear?: true;
}

const NONE =
  /(?:均|都|全部|表示)*\s*(?:无异议|没有?异议|无不同意见|无意见|没有意见|没意见|[无没]有?(?:反映)?(?:任何|不良|相关)?情况|[无没]有?(?:任何)?问题|不存在(?:任何)?问题|未发现(?:任何)?(?:问题|(?:不良|违法违规)?(?:情况|行为)?))/u;
const SOME = /(?:反映)?\s*(?:(?<![没无])有情况|(?<![没无])有异议|(?<![没无])有问题|(?<!不)存在问题)/u;
/** …，其余无异议, …，越州名苑有情况：… at the end of a clause; 近期无异议后又有投诉 is what is reported. */
const ANOTHER = new RegExp(`(?:${SOME.source}|${NONE.source})\\s*(?=$|[，,；;。：:])`, "u");
/** 联系人 within what is reported is no label: it stands apart, with a blank or a colon behind it. */
const BY =
  /(?:(?:回复人|答复人)\s*[:：]?\s*|(?<![^\s,，;；。])(?:经办人|联系人|复函文号|文号)(?:\s*[:：]\s*|\s+))(?<by>[^\s,，;；。]+)/u;
const NUMBER = /[\p{Script=Han}]{0,8}[〔［[（(【]\s*\d{4}\s*[〕］\]）)】]\s*\d{1,5}\s*号/u;
/** 10月9日回复, 回复日期10月9日: a date without such a word belongs to what is reported. */
const DATE =
  "(?:\\d{4}\\s*年\\s*)?\\d{1,2}\\s*月\\s*\\d{1,2}\\s*[日号]|\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|今天|昨天|前天";
const REPLIED = [
  new RegExp(`(?:回复|复函|来函|答复)(?:日期|时间)?\\s*[:：]?\\s*(?:于|是|为)?\\s*(?<day>${DATE})`, "u"),
  new RegExp(`(?:于)?(?<day>${DATE})\\s*(?:书面|电话)?(?:回复|复函|来函|答复)`, "u"),
];
const JOINTS = /^[\s,，、;；:：。]+|[\s,，、;；:：]+$/gu;

/** Reads 翠苑三区 有情况 7-3 内容 10月9日回复 回复人 张科长. @param today for a day without its year */
export function readReply(typed: string, today: CivilDate): TypedReply {
  const text = cleanLine(typed);
  const by = BY.exec(text) ?? NUMBER.exec(text);
  const withoutBy = by ? text.replace(by[0], " ") : text;
  const day = REPLIED.map((pattern) => pattern.exec(withoutBy)).find((match) => match !== null);
  const on = day && findDate(day.groups?.day ?? "", { today, year: Number(today.slice(0, 4)) })?.date;
  const rest = (day && on ? withoutBy.replace(day[0], " ") : withoutBy).replaceAll(/\s+/gu, " ").trim();
  const [some, none] = [SOME.exec(rest), NONE.exec(rest)];
  const found = some && (!none || some.index < none.index) ? some : none;
  const finding = found ? (found === some ? "reported" : "noObjection") : undefined;
  const before = found ? rest.slice(0, found.index) : rest;
  const isUnclear = /(?:^|[\s,，;；。、])除了?\S/u.test(before);
  const after = found ? rest.slice(found.index + found[0].length) : "";
  const all = found && finding === "noObjection" && /全部/u.test(found[0]) ? "全部" : "";
  return {
    cases: before.replace(JOINTS, "") || all,
    finding,
    words: after.replace(JOINTS, ""),
    repliedOn: on ?? undefined,
    repliedBy: by ? (by.groups?.by ?? by[0]) : "",
    ...(isUnclear || ANOTHER.test(after) ? { unclear: true } : {}),
  };
}

/** Names as they are listed; none for 全部. `all`: of all cases that are not answered. */
export function namesIn(cases: string): { all: boolean; names: readonly string[] } {
  const names = cases
    .split(/[、,，;；\n]|\s+(?=\S)/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const isAll = names.length === 1 && /^(?:全部|所有|其余|其他|均)(?:尚未回复)?(?:的)?\S{0,4}$/u.test(names[0] ?? "");
  return { all: isAll, names: isAll ? [] : names };
}

/** Of the ids those that a text names: 7-3, 要求7-3. 2023-7-3 is a date. */
export function idsIn(text: string, ids: readonly string[]): string[] {
  const plain = text.normalize("NFKC").replaceAll(/\s*[‐–—-]\s*/gu, "-");
  return ids.filter((id) => new RegExp(`(?<![\\d-])${id}(?![\\d-])`, "u").test(plain));
}
