import { findDate } from "../../platform/conversation/answers/find-date.ts";
import { findDates } from "../../platform/conversation/answers/find-dates.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import type { Authority, AuthorityKind } from "./authority.ts";
import { authorityRefusals as refusals } from "./phrases.ts";

/** Length of an opinion in characters. */
export const MOST_OPINION = 200;

/** What was said beside a decision: its authority, its opinion, both or nothing; or why it cannot be read. */
export type Beside = { ok: true; authority?: Authority; opinion?: string } | { ok: false; retry: string };

const NUMERAL = "[〇○零一二三四五六七八九十廿卅\\d]";
const DAY = `(?<day>(?:${NUMERAL}{2,4}\\s*年\\s*)?${NUMERAL}{1,3}\\s*月\\s*${NUMERAL}{1,3}\\s*[日号]|\\d{4}[-./．]\\d{1,2}[-./．]\\d{1,2}|(?<![\\d.．])\\d{1,2}[.．/]\\d{1,2}(?![\\d.．])|今天|昨天|前天)`;
const BODY = "(?<body>局党组会|党组会|局长办公会|办公会|签批|批示)";
/** 王局长, 分管局领导 */
const who = (group: string): string =>
  `(?<${group}>(?:(?<=^|[\\s，,。；;：:经由日号午天的])\\p{Script=Han}{1,3}|分管|主要|有关)?(?:局长(?!办公会)|局?领导|主任|书记|局(?!长|党组会|领导)))?\\s*(?:已|亲自)?`;
const LEAD = `(?:已?经|根据|依据|按照|按)?\\s*${who("lead")}`;
const SESSION = "(?:议|会议)?(?:[（(]?第?[\\d一二三四五六七八九十]+次[）)]?)?(?:会议)?";
const VERB =
  "(?:已?(?:研究|审议|讨论)?(?:不同意|同意|未通过|通过|决定|批准)|研究|审议|讨论|(?:已经?)?(?:过了|定了|定的|通过了))?了?(?:的?(?:会议)?(?:精神|要求|意见|决定)(?:办理|执行|落实)?)?";
const PART_OF_DAY = "(?:上午|下午|晚上)?";
/** 经10月8日局长办公会研究同意; the day may follow the body: 局长办公会10月8日研究同意. */
const CLAUSES = [
  new RegExp(`${LEAD}${DAY}\\s*${PART_OF_DAY}\\s*(?:的|召开的)?\\s*${who("within")}${BODY}${SESSION}${VERB}`, "u"),
  new RegExp(
    `${LEAD}${BODY}${SESSION}\\s*(?:日期|时间)?\\s*(?:为|是|[:：])?\\s*[（(]?${DAY}${PART_OF_DAY}[）)]?${VERB}`,
    "u",
  ),
];
/** 请于10月12日前提交局长办公会研究: what is still to come. */
const TO_COME = /(?:提交|提请|报请|报送|报|上|拟|待|请)(?:请|经)?\s*(?:局长办公会|办公会|局?党组会|签批|批示)/u;
const BODIES = /局党组会|党组会|局长办公会|办公会|签批|批示/gu;
/** 〔2023〕12号 with what stands before it up to a sign; 2023年第12期. */
const NUMBER =
  /(?<prefix>[\p{Script=Han}]{0,12}[：:]?\s*)(?:(?<bare>(?<=(?:纪要|文号|编号)(?:号|为|是)?[：:]?\s*)(?:第?\d{1,5}[号期]|\d{4}-\d{1,5}(?!\d)))|[〔［[（(【]\s*(?<year>\d{4})\s*[〕］\]）)】]\s*第?\s*(?<number>\d{1,5})\s*(?<unit>[号期次])|(?<plain>(?:\d{4}年)?第\s*\d{1,5}\s*[号期]))/u;
const CALLED = /^(?:其|会议)?(?:文号|编号|纪要号|文件号|号)(?:为|是)?[：:]?\s*/u;
/** What joins the parts and is no opinion by itself. */
const JOINTS = /^[\s，,。；;：:、]+|[\s，,。；;：:、]+$/gu;

const kinds: Readonly<Record<string, AuthorityKind>> = {
  局党组会: "partyGroupMeeting",
  党组会: "partyGroupMeeting",
  局长办公会: "bureauMeeting",
  办公会: "bureauMeeting",
  签批: "signed",
  批示: "signed",
};

/**
 * Reads the words beside a decision: 经10月8日局长办公会研究同意，〔2023〕12号，材料齐全. A body without a day is no
 * authority but part of the opinion: 请提交局长办公会研究. A document's number counts only beside a body and a day.
 * @param now campaign time; a day without a year is in its year
 */
export function readBeside(typed: string, now: Date): Beside {
  const text = typed.trim();
  const match = CLAUSES.map((clause) => clause.exec(text)).find((one) => one !== null);
  if (!match) return withoutAuthority(text, now);
  const day = dayIn(match.groups?.day ?? "", now);
  if (!day.ok) return day;
  const rest = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
  if (rest.some((part) => hasDay(part, now) && !TO_COME.test(part) && (ENDS_OPEN.test(part) || part.match(BODIES))))
    return { ok: false, retry: refusals.several() };
  const numbered = takeNumber(rest[1] ?? "") ?? takeNumber(rest[0] ?? "");
  const left = numbered ? rest.map((part) => part.replace(numbered.found, "")) : rest;
  const { lead, within, body = "" } = match.groups ?? {};
  const signer = kinds[body] === "signed" ? (lead ?? within) : undefined;
  const [before = "", behind = ""] = left.map((part) => part.replace(JOINTS, ""));
  const signed = signer === undefined ? "" : `${signer}${body}`;
  // 王 of 王局长 may stand before what was read.
  const glue = /\p{Script=Han}$/u.test(text.slice(0, match.index)) ? "" : "，";
  const led = before === "" || signed === "" ? `${before}${signed}` : `${before}${glue}${signed}`;
  const opinion = opinionIn([led, behind].filter(Boolean).join("，"));
  if (!opinion.ok) return opinion;
  const kind = kinds[body] ?? "signed";
  const authority: Authority = { kind, on: day.on, ...(numbered ? { number: numbered.number } : {}) };
  return { ...opinion, authority };
}

/** 经10月8日和 before another day. */
const ENDS_OPEN = /[和、与及至到]\s*$/u;

const hasDay = (text: string, now: Date): boolean => {
  const today = dayOf(now);
  return findDates(text.normalize("NFKC"), { today, year: Number(today.slice(0, 4)) }).length > 0;
};

function withoutAuthority(text: string, now: Date): Beside {
  // A day and a body that do not go together: neither is dropped into the opinion.
  if (text.match(BODIES) && !TO_COME.test(text) && hasDay(text, now)) return { ok: false, retry: refusals.unread() };
  const number = takeNumber(text);
  if (number && text.replace(number.found, "").replace(JOINTS, "") === "") {
    return { ok: false, retry: refusals.numberAlone() };
  }
  return opinionIn(text);
}

/** An opinion has at least one letter or Chinese character. */
export function opinionIn(typed: string): Beside {
  const text = cleanLine(typed);
  if (!/[\p{Script=Han}\p{Script=Latin}]/u.test(text)) return { ok: true };
  if ([...text].length > MOST_OPINION) return { ok: false, retry: refusals.opinionTooLong(MOST_OPINION) };
  return { ok: true, opinion: text };
}

function dayIn(words: string, now: Date): { ok: true; on: CivilDate } | { ok: false; retry: string } {
  const today = dayOf(now);
  const plain = words.normalize("NFKC").replaceAll("○", "〇");
  const found = findDate(plain, { today, year: Number(today.slice(0, 4)) });
  if (!found || `${found.before}${found.after}`.trim() !== "") return { ok: false, retry: refusals.noDay(words) };
  return found.date > today ? { ok: false, retry: refusals.future(found.date) } : { ok: true, on: found.date };
}

/** A document's number, brackets as 〔〕; `found`: as it stands in the text. */
export function takeNumber(text: string): { number: string; found: string } | undefined {
  const match = NUMBER.exec(text);
  if (!match?.groups) return undefined;
  const { prefix = "", year, number, unit = "号" } = match.groups;
  const plain = match.groups.bare ?? match.groups.plain;
  const named = prefix.replace(CALLED, "").replace(/[：:]?\s*$/u, "");
  const found = match[0];
  if (plain !== undefined) return { number: `${named}${plain.replaceAll(/\s/g, "")}`, found };
  return { number: `${named}〔${year}〕${Number(number)}${unit}`, found };
}
