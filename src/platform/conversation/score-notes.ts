import { cleanLine } from "./plain.ts";
import type { ScoreLine } from "./score-rules.ts";

/** 不适用 instead of points, and why. */
const NOT_APPLICABLE =
  /^(?:记为?|填|为|是|算)?(?:不适用|不涉及)(?:$|[\s,，。;；:：(（]+|(?=\p{Script=Han}))(?<why>.*)$/su;
/** 备注 behind points or a reason, or straight behind the row. */
const REMARK =
  /(?:^|[\s,，;；。、])备注(?!(?:一下|一句|上)[吧了。]*$)(?:一下|一句)?(?:\s*[:：，,]\s*|为\s*|\s+|(?=[\p{Script=Han}「“]))(?<remark>.*)$/su;
/** 的活动场所是和社区合用的，备注一下: the word behind what it says. */
const REMARKED =
  /^(?<points>(?:\d{1,2}(?:\.\d)?分?|[零〇一二三四五六七八九十两]+分|满分)[\s,，]+)?(?:的|那[条项个])?(?<remark>\p{Script=Han}[^，,；;\n]+?)[，,\s]*(?<![未没有已经不需要应])(?:请|也|帮忙|麻烦)*备注(?:一下|一句)[吧了。]*$/su;
/** Takes a remark away. */
const NONE = /^(?:无|没有|删除|删掉|清空|去掉|不要了?|取消)[。.]?$/u;
/** 备注 3-5 东门改造中, 不适用 4-2 无此设施: the word before the row. */
const LED =
  /^(?<word>备注|不适用)(?:了|一下|一句)?[\s:：,，]*(?<row>\d{1,2}\s*[-－‐‑‒–—―−]\s*\d{1,2})(?![\d年月－-])[\s:：,，]*(?<rest>.*)$/su;
const LED_ALONE = /^备注(?:\s*[:：]|\s)/u;

/** The reason behind 不适用, empty without one; undefined for other words. */
export function notApplicableWhy(text: string): string | undefined {
  const why = NOT_APPLICABLE.exec(text)?.groups?.why;
  return why === undefined
    ? undefined
    : cleanLine(
        cleanLine(why)
          .replace(/[)）]$/u, "")
          .replace(/^(?:因为|由于|理由\s*(?:[:：]|是|为))\s*/u, ""),
      );
}

/** Splits off a remark: 4 环境差 备注 东门改造中. An empty one takes the row's remark away. */
export function withoutRemark(text: string): { rest: string; remark: string | undefined } {
  const behind = REMARKED.exec(text)?.groups;
  if (behind?.remark !== undefined) return { rest: behind.points ?? "", remark: cleanLine(behind.remark) };
  const found = REMARK.exec(text);
  if (!found) return { rest: text, remark: undefined };
  const remark = cleanLine(found.groups?.remark ?? "");
  return { rest: text.slice(0, found.index), remark: NONE.test(remark) ? "" : remark };
}

/** The row first: 3-5 备注 东门改造中. */
export const rowFirst = (line: string): string => {
  const { word, row, rest = "" } = LED.exec(line)?.groups ?? {};
  return row === undefined ? line : `${row} ${word} ${rest}`;
};

/** Whether the part begins with 备注 or 不适用 and its row. */
export const beginsWithNote = (part: string): boolean => LED.test(part);

/** 备注 without its row. */
export const isRemarkAlone = (line: string): boolean => LED_ALONE.test(line) && !LED.test(line);

/** The remark with what else is said of the row. */
export function withRemark(line: ScoreLine | undefined, row: string, remark: string): ScoreLine {
  if (line === undefined) return { kind: "points", entries: [{ row, remark }] };
  if (line.kind !== "points") return line;
  return { ...line, entries: line.entries.map((entry) => ({ ...entry, remark })) };
}
