import { findDates } from "../../../platform/conversation/answers/find-dates.ts";
import { findPhones, withDigits } from "../../../platform/conversation/answers/find-phones.ts";
import { addDays, type CivilDate } from "../../../shared/civil-date.ts";
import type { Definition } from "../../definition/definition.ts";
import type { Role } from "../../definition/schema/roles.ts";
import type { Period } from "../../directory/member.ts";
import { rosterWords } from "./phrases.ts";

const plain = (text: string): string => text.normalize("NFKC").replaceAll(/\s+/gu, "");

/** Signs between the items of a line. */
const BETWEEN = /[\s,，、;；|/／]+/u;

/** Words that stand for a role: its name in the campaign and what people call it, longest first. */
function roleWords({ campaign }: Definition): { role: Role; words: string }[] {
  return campaign.roles
    .flatMap(({ id, name }) =>
      [name, ...rosterWords.roleAliases[id]].map((words) => ({ role: id, words: plain(words) })),
    )
    .toSorted((a, b) => b.words.length - a.words.length);
}

/** The role that the words name, as a whole. */
export const roleNamed = (definition: Definition, typed: string): Role | undefined =>
  roleWords(definition).find(({ words }) => words === plain(typed))?.role;

/** Districts that the words name, 柯桥区、诸暨市, and what is none. */
export function districtsNamed(definition: Definition, typed: string): { ids: string[]; unknown: string[] } {
  const names = typed.split(BETWEEN).map(plain).filter(Boolean);
  const idOf = (name: string) =>
    definition.campaign.districts.find((one) => plain(one.name) === name || one.id === name.toLowerCase())?.id;
  return {
    ids: [...new Set(names.flatMap((name) => idOf(name) ?? []))],
    unknown: names.filter((name) => idOf(name) === undefined),
  };
}

/** 新增人员 张三 13800000000 柯桥区 经办人, in any order. */
export interface ReadPerson {
  name: string;
  mobile: string;
  role: Role | undefined;
  districts: readonly string[];
  /** What is neither. */
  unread: readonly string[];
}

/** @param names of people known: a name may be a role's words, too */
export function readPerson(definition: Definition, typed: string, names: readonly string[] = []): ReadPerson {
  const text = withDigits(typed.normalize("NFKC"));
  const [phone] = findPhones(text);
  const said = phone ? `${text.slice(0, phone.from)} ${text.slice(phone.to)}` : text;
  // 区（县、市）经办人: signs between items stand in the name itself.
  const whole = roleWords(definition).find(({ words }) => BETWEEN.test(words) && said.includes(words));
  const rest = whole ? said.replace(whole.words, " ") : said;
  const items = rest.split(BETWEEN).filter(Boolean);
  const isOther = (item: string) =>
    roleNamed(definition, item) === undefined && districtsNamed(definition, item).ids.length === 0;
  const name = items.find(isOther) ?? items.find((item) => names.includes(item)) ?? "";
  const left = items.toSpliced(items.indexOf(name), name === "" ? 0 : 1);
  const roles = left.flatMap((item) => roleNamed(definition, item) ?? []);
  const districts = districtsNamed(definition, left.join(" ")).ids;
  const unread = left.filter(isOther);
  return { name, mobile: phone?.number ?? "", role: whole?.role ?? roles[0], districts, unread };
}

/** Known names in the text in their order, each with what stands before it; of several at one place the longest. */
export function namesIn(typed: string, names: readonly string[]): { names: string[]; rest: string } {
  const text = typed.normalize("NFKC");
  const known = [...new Set(names)].map((name) => ({ name, words: name.normalize("NFKC") }));
  const found: string[] = [];
  let rest = "";
  for (let at = 0; at < text.length; ) {
    const [longest] = known
      .filter(({ words }) => words !== "" && text.startsWith(words, at))
      .toSorted((a, b) => b.words.length - a.words.length);
    if (longest) {
      if (!found.includes(longest.name)) found.push(longest.name);
      rest += " ";
      at += longest.words.length;
    } else {
      rest += text[at] ?? "";
      at += 1;
    }
  }
  return { names: found, rest };
}

export type ReadPeriod =
  | { kind: "period"; period: Period }
  | { kind: "none" }
  /** Its last day is before its first, or before today. */
  | { kind: "over"; period: Period }
  | { kind: "noSuchDay"; text: string };

/**
 * 9月3日至9月10日; one day alone is that day; 至9月10日 begins today. What began before today counts from today.
 * @param year of days without one
 */
export function periodIn(typed: string, when: { today: CivilDate; year: number }): ReadPeriod {
  const text = typed
    .normalize("NFKC")
    .replaceAll(rosterWords.tomorrow, () => addDays(when.today, 1))
    .replaceAll(rosterWords.dayAfter, () => addDays(when.today, 2));
  const found = findDates(text, when);
  const wrong = found.find(({ readings }) => readings.length !== 1);
  if (wrong) return { kind: "noSuchDay", text: wrong.text };
  const [first, last] = found.map(({ readings, from }) => ({ day: readings[0] ?? when.today, from }));
  if (!first) return { kind: "none" };
  const isUntil = last === undefined && rosterWords.until.test(text.slice(0, first.from));
  const from = isUntil ? when.today : first.day;
  const until = last?.day ?? first.day;
  const period = { from: from < when.today ? when.today : from, until };
  return until < period.from ? { kind: "over", period } : { kind: "period", period };
}
