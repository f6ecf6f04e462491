import { NUMBERED } from "./score-segments.ts";
import { NUMBER } from "./score-words.ts";

/** ①1-1 4分: the number of the line. */
const CIRCLED =
  /^\s*(?:[①-⑳⑴-⒇⒈-⒛㈠-㈩]\s*(?=\S)|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]\s*(?=\d{1,2}-\d))/gmu;
/** • 3-1  4分, - 3-1 4分, 1. 3-1 4分, 2、3-1 4分: what begins the line of a row. */
const BULLET = new RegExp(
  `^\\s*(?:[•●○◦▪■□◆◇‣·∙*＊✓√]+\\s*|[-–—]+\\s+|\\d{1,2}(?:[、)）]\\s*|[.．]\\s+))(?=${NUMBER}\\s*[-－‐‑‒–—―−]\\s*${NUMBER}(?![\\d年月－-]))`,
  "gmu",
);
/** Without the signs that number lines; a line of other words with points keeps its own, and is no reason. */
export const unsigned = (text: string): string =>
  text
    .split("\n")
    .map((line) => (NUMBERED.test(line.trim()) && !HAS_ROW.test(line) ? line : line.replaceAll(CIRCLED, "")))
    .join("\n")
    .replaceAll(BULLET, "");
const HAS_ROW = new RegExp(`${NUMBER}\\s*[-－‐‑‒–—―−]\\s*${NUMBER}`, "u");

/** ①3-4 4 ②3-5 5 ③3-6 4 绿化缺株 on one line: each number begins a row. */
export const CIRCLED_WITHIN = new RegExp(
  `[\\s,，、;；。]*(?<=[\\s\\d分,，、;；。)）])(?<=\\S[^\\n]*)(?:[①-⑳⑴-⒇⒈-⒛㈠-㈩]|[（(]\\d{1,2}[)）])\\s*(?=${NUMBER}\\s*[-－‐‑‒–—―−]\\s*${NUMBER}(?![\\d年月－-]))`,
  "gu",
);
