import { type DateContext, findDates } from "../../platform/conversation/answers/find-dates.ts";
import { type CivilDate, momentOf } from "../../shared/civil-date.ts";
import { FACES } from "../case/rules.ts";

/** What is shown of an earlier moment: the faces of 查看, 概述 of all of them, and 核验. */
export const THEN_FACES = ["summary", ...FACES, "verification"] as const;
export type ThenFace = (typeof THEN_FACES)[number];

export interface AskedMoment {
  /** The last millisecond of the minute, or of the day where no time is said. */
  at: Date;
  /** A day without a time. */
  isDay: boolean;
  /** What is left: the compound's name, and what is to be shown. */
  rest: string;
}

const TIME =
  /^[\s,，]*(?<half>上午|下午|晚上|中午|早上)?\s*(?<hour>\d{1,2})\s*(?::\s*(?<minute>\d{2})|[点时](?:\s*(?<spoken>\d{1,2})\s*分?|(?<thirty>半)|整)?)/u;

const WEEKDAY = /^\s*[（(]?\s*(?:星期|周|礼拜)[一二三四五六日天]\s*[)）]?/u;

/**
 * Reads 2023-09-28 14:05 翠苑三区, 9月28日下午2点 翠苑三区, 翠苑三区 9月28日.
 * @param typed as it was said
 * @returns undefined where no moment, several, or none that exists is named
 */
export function readMoment(typed: string, when: DateContext): AskedMoment | undefined {
  const text = typed.normalize("NFKC").trim();
  const dates = findDates(text, when);
  const [date] = dates;
  if (!date || dates.length > 1) return undefined;
  const [day] = date.readings;
  if (day === undefined || date.readings.length !== 1) return undefined;
  const behind = text.slice(date.from + date.text.length).replace(WEEKDAY, "");
  const match = TIME.exec(behind);
  const time = match && timeOf(match.groups ?? {});
  if (match && !time) return undefined;
  const rest = `${text.slice(0, date.from)} ${behind.slice(match?.[0].length ?? 0)}`;
  return {
    at: endOf(day, time ?? "23:59"),
    isDay: !time,
    rest: rest.replace(/^[\s,，、:：的]+|[\s,，、:：的]+$/gu, "").replace(/\s+/gu, " "),
  };
}

/** The last millisecond of the minute: what was done in it is done. */
export const endOf = (day: CivilDate, time: string): Date => new Date(momentOf(day, time).getTime() + 59_999);

const NOON = 12;

function timeOf(said: Partial<Record<string, string>>): string | undefined {
  const { half, minute, spoken, thirty } = said;
  const named = Number(said.hour);
  const isLater = half === "下午" || half === "晚上" || (half === "中午" && named < 11);
  const hour = isLater && named < NOON ? named + NOON : named;
  const minutes = thirty ? 30 : Number(minute ?? spoken ?? 0);
  if (hour > 23 || minutes > 59) return undefined;
  return `${String(hour).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

/** An entry of the journal on a case, as far as it decides who may see it. */
export interface TrailEntry {
  action: string;
  changes: readonly { table: string; key: Readonly<Record<string, unknown>> }[];
}

const ON_SHEETS = ["score", "score_sheet"];
const OF_SHEETS = ["opened", "scored", "locked", "reopened"].map((verb) => `verification.${verb}`);

/**
 * Whether an entry is about points of the city that are not final, which their member alone sees.
 * @param finals ids of the members whose points of the case are final
 */
export function isUnfinal(
  { action, changes }: TrailEntry,
  { viewer, finals }: { viewer: string; finals: readonly string[] },
): boolean {
  // Points given once more as they were: nothing says whose they are.
  if (OF_SHEETS.includes(action) && !changes.some(({ table }) => ON_SHEETS.includes(table))) return true;
  return changes.some(({ table, key }) => {
    if (!ON_SHEETS.includes(table) || key.ledger !== "city") return false;
    const scorer = String(key.scorer);
    return scorer !== viewer && !finals.includes(scorer);
  });
}

/** The part of a list that a page shows. @param page from 1 */
export function pageOf<Item>(all: readonly Item[], page: number, size: number): { items: Item[]; pages: number } {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const from = (Math.min(Math.max(page, 1), pages) - 1) * size;
  return { items: all.slice(from, from + size), pages };
}

/** The name, and what is to be shown, from what stands beside the moment: 翠苑三区 评分. */
export function readFace(rest: string, words: Readonly<Record<ThenFace, string>>): { name: string; face: ThenFace } {
  const found = THEN_FACES.find((face) => new RegExp(`[\\s的]${words[face]}$`, "u").test(` ${rest}`));
  if (!found || rest === words[found]) return { name: rest, face: "summary" };
  return { name: rest.slice(0, -words[found].length).replace(/[\s的]+$/u, ""), face: found };
}
