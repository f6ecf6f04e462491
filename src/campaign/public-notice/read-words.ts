import { type DateContext, findDates } from "../../platform/conversation/answers/find-dates.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import type { CivilDate } from "../../shared/civil-date.ts";
import type { NoticeContact } from "./notice.ts";

const WORDS = {
  department: "(?:受理)?(?:部门|单位|科室)",
  phone: "(?:受理|联系|咨询|监督)?电话",
  email: "(?:电子)?(?:邮箱|邮件)",
  address: "(?:联系|来访|受理)?地址",
} as const;
type Label = keyof typeof WORDS;
const LABELS = Object.keys(WORDS) as Label[];
/** Where an entry of the contact begins: at the start, behind a sign, or behind another entry. */
const LABEL = new RegExp(
  `(?<=^|[\\s,，;；。、])(?:${LABELS.map((key) => `(?<${key}>${WORDS[key]})`).join("|")})(?:\\s*[:：]\\s*|[是为]\\s*|\\s+|(?=[\\d+A-Za-z]))`,
  "gu",
);
/** 10月9日至13日, 10月9-13日 */
const SHORT_RANGE =
  /(?<month>\d{1,2})月(?<from>\d{1,2})[日号]?\s*(?<to>至|到|[-－—–~～])\s*(?<last>\d{1,2})(?:[日号]|(?=$|[\s,，;；。]))/gu;
const BESIDE_DAYS =
  /公示(?:期|时间|日期)?|开始|截止|结束|日期|时间|拟|定于|改为|延长|延期|顺延|[自从起始至到止延为是于][日期]?|[\s,，、:：;；。.\-－—–~～()（）]/gu;

/** What is typed of days, in the text's order, and what stands beside them. */
export interface ReadDays {
  days: readonly CivilDate[];
  /** Words that say something else; empty if nothing is. */
  beside: string;
}

export function readDays(typed: string, when: DateContext): ReadDays {
  const text = typed
    .normalize("NFKC")
    .replaceAll(
      SHORT_RANGE,
      (_, month: string, from: string, __: string, last: string) => `${month}月${from}日至${month}月${last}日`,
    );
  const all = findDates(text, when);
  const strong = all.filter(({ weak }) => !weak);
  const found = strong.length > 0 ? strong : all;
  const days = found.flatMap(({ readings }) => (readings.length === 1 ? readings : []));
  const unclear = found.filter(({ readings }) => readings.length !== 1).map((one) => one.text);
  const rest = found.toReversed().reduce((left, { from, to }) => `${left.slice(0, from)} ${left.slice(to)}`, text);
  return { days, beside: [...unclear, cleanLine(rest.replaceAll(BESIDE_DAYS, " "))].filter(Boolean).join("、") };
}

export type ReadTerms =
  | { kind: "read"; beginsOn: CivilDate; endsOn: CivilDate; contact: Partial<Record<Label, string>> }
  | { kind: "noDays" }
  /** `said`: what was not understood, or is there twice. */
  | { kind: "unread" | "twice"; said: string };

/**
 * 10月9日至13日；受理部门：物业处，电话：85082235: two days, then entries of the contact in any order, each with its word.
 * Read whole or not at all.
 */
export function readTerms(typed: string, when: DateContext): ReadTerms {
  // The signs of an address stay as they are.
  const text = typed.replaceAll(/[０-９Ａ-Ｚａ-ｚ＠．]/gu, (sign) => sign.normalize("NFKC"));
  const marks = [...text.matchAll(LABEL)];
  const contact: Partial<Record<keyof NoticeContact, string>> = {};
  for (const [at, mark] of marks.entries()) {
    const key = LABELS.find((one) => mark.groups?.[one] !== undefined);
    const value = text.slice(mark.index + mark[0].length, marks[at + 1]?.index ?? text.length);
    if (!key) continue;
    if (contact[key] !== undefined) return { kind: "twice", said: cleanLine(mark[0]) };
    contact[key] = cleanLine(value.replace(/[\s,，;；。、]+$/u, ""));
  }
  const { days, beside } = readDays(text.slice(0, marks[0]?.index ?? text.length), when);
  const [beginsOn, endsOn, third] = days;
  if (beside !== "") return { kind: "unread", said: beside };
  if (!beginsOn || !endsOn) return { kind: "noDays" };
  return third ? { kind: "unread", said: third } : { kind: "read", beginsOn, endsOn, contact };
}
