import { ID, NUMBER, REST_WORDS } from "./score-words.ts";

const ROW = `(?:${ID}|第?${NUMBER}\\s*(?:横?杠|之)\\s*第?${NUMBER}|第${NUMBER}(?:部分|大项)的?第${NUMBER}[项条个题])`;
const REST = `${REST_WORDS}(?:的|条目|各[项条])*(?:都|均|全部|全|各)*(?:给|打|为|是|得)*满分?`;
const ALL = "(?:全部|所有|全都|全|都|每[项条]|各[项条])(?:的|条目|各?[项条])*(?:都|均)?(?:给|打|为|是|得)*满分?";
const EDGE = "[吧了]?[\\s，,。；;]*";
/** 都满分除了3-6扣一分, 全部满分，3-6 4 绿化差, 其余满分，除了3-6 4 */
const BEHIND = new RegExp(
  `^(?:(?<all>${ALL})|${REST})${EDGE}(?<but>除(?:了|去|开|掉)?|但是?|就|只有?|只是)?[\\s，,]*(?=${ROW})(?<rows>.+?)(?:以外|之外)?[。]?$`,
  "su",
);
/** 除3-6扣1分外都满分 */
const AHEAD = new RegExp(
  `^除(?:了|去|开|掉)?[\\s，,]*(?=${ROW})(?<rows>(?:(?!${REST_WORDS}).)+?)(?:以外|之外|外)?[\\s，,；;]*(?<all>${ALL})${EDGE}$`,
  "su",
);

/** Full marks of all rows but those that are named. `isAll`: also of rows that have points, so that it is asked. */
export function allBut(line: string): { rows: string; isAll: boolean } | undefined {
  const said = line.trim();
  const { all, but, rows } = BEHIND.exec(said)?.groups ?? {};
  // 其余满分 3-6 4 is read as it stands.
  if (rows !== undefined && (all !== undefined || but?.startsWith("除"))) return { rows, isAll: all !== undefined };
  const ahead = AHEAD.exec(said)?.groups?.rows;
  return ahead === undefined ? undefined : { rows: ahead, isAll: true };
}
