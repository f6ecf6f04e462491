import { NUMBER, UNCHANGED } from "./score-words.ts";

const ROW = `第?${NUMBER}\\s*(?:[-－‐‑‒–—―−]|横?杠|之)\\s*第?${NUMBER}`;
const POINTS = "(?:的?(?:得分|分数|评分|分值|分))";
const STAYS = `(?:也|都|还|还是|仍|仍然|就)*${UNCHANGED}[吧了的]*`;
const REASON = "(?:的|[这那][个条项])*(?:理由|原因)";
/** 3-8不变理由…, 3-8分数不变，理由改为… */
const BEFORE_REASON = new RegExp(
  `(${ROW}(?:[这那][个条项])?)[\\s:：,，]*${POINTS}?${STAYS}[\\s,，。]*(?=${REASON})`,
  "gu",
);
/** 3-9理由改成…，分数不变 */
const OF_REASON = new RegExp(`^\\s*${ROW}[\\s:：]*${REASON}`, "u");
const BEHIND_REASON = new RegExp(`[\\s,，。]*${POINTS}${STAYS}[。.]?\\s*$`, "u");

/** 三杠五的话四分, 四杠五呢也是三分: between a row and its points. */
const BETWEEN = new RegExp(
  `(${ROW}(?:[这那][个条项])?)(?:的话|[呢嘛啊哦嗯呃])+[，,\\s]*(?=(?:也|就|还|都|是|给|打|得)*(?:\\d+(?:\\.\\d)?|[零一二两三四五六七八九十]+)分|满分)`,
  "gu",
);
/** 1-4 更正为4分 */
const CORRECTED = new RegExp(`(${ROW})[\\s:：]*(?:更正|订正|改正)(?:为|成|到)?[:：\\s]*(?=\\d)`, "gu");

/** Rows with what is only said between them and their points taken out. */
export const withoutRowWords = (text: string): string =>
  withoutUnchangedPoints(text.replaceAll(BETWEEN, "$1 ").replaceAll(CORRECTED, "$1 "));

/** What is said of the points of a row whose reason alone is given: that they stay is none of the reason. */
const withoutUnchangedPoints = (text: string): string =>
  text
    .replaceAll(BEFORE_REASON, "$1 ")
    .split(/(?<=[；;\n])/u)
    .map((part) => {
      const [own = "", end = ""] = [part.replace(/[；;\n]$/u, ""), /[；;\n]$/u.exec(part)?.[0]];
      return (OF_REASON.test(own) ? own.replace(BEHIND_REASON, "") : own) + end;
    })
    .join("");
