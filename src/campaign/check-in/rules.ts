import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import type { Way } from "./check-in.ts";

const NAMES: readonly (readonly [Way, RegExp])[] = [
  ["written", /书面|文件|报告|材料|行文/u],
  ["meeting", /会议?|例会|专题/u],
  ["person", /当面|口头|面对面|面/u],
  ["other", /其他|电话|微信|短信/u],
];

/** 书面, 在局长会议上 …; undefined: none is named. */
export const wayIn = (text: string): Way | undefined => NAMES.find(([, pattern]) => pattern.test(text))?.[0];

/** 8月10日 书面: what stands behind 已汇报 and is no text. */
export const beginsWithDay = (text: string): boolean =>
  /^[\s:：]*(?:(?:\d{4}\s*[年./-]\s*)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[月./-]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})|[今昨前]天)/u.test(
    text.normalize("NFKC"),
  );

/** Why a day cannot be the one on which it was told: it is to come, or of another year. */
export function problemWith(
  on: CivilDate,
  { now, year }: { now: Date; year: number },
): "toCome" | "otherYear" | undefined {
  if (on > dayOf(now)) return "toCome";
  return on.startsWith(`${year}-`) ? undefined : "otherYear";
}
