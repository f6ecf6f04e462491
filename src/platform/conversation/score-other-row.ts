import { rowIdOf, type ScoreRules } from "./score-rules.ts";
import { rowIn } from "./score-table.ts";
import { ID } from "./score-words.ts";

/** …1-3那条也是3分, …第二项打了三分 */
const POINTS_WITHIN = new RegExp(
  `(?:(${ID})(?![\\d年月－-])|第(?:\\d{1,2}|[一二三四五六七八九十]{1,2})[项条])[^，,；;。\\d]{0,6}?(?:(?:\\d+(?:\\.\\d+)?|[零〇一二三四五六七八九十两]+)分(?![之钟])|[不没][给得]?分|满分)`,
  "gu",
);
/** …③3-5 5: a row with a number and nothing else. */
const BARE_WITHIN = new RegExp(`(?<!\\d)(${ID})[\\s:：]+\\d{1,2}(?:\\.\\d+)?(?=\\s*(?:$|[,，、;；。①-⑳]))`, "gu");

/** A row with points within the reason of another: whether it is one of its own is not sure. */
export function otherRowIn(rules: ScoreRules, id: string, reason: string): string | undefined {
  for (const [said, written] of [...reason.matchAll(POINTS_WITHIN), ...reason.matchAll(BARE_WITHIN)])
    if (written === undefined || (rowIdOf(written) !== id && rowIn(rules, rowIdOf(written)) !== undefined))
      return said.trim();
  return undefined;
}
