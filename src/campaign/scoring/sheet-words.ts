import { plainAnswer } from "../../platform/conversation/plain.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import type { Criterion } from "./rubric.ts";

export const BACK = ["上一步", "上一条", "上一页", "上一个", "返回", "返回上一条", "返回修改"];
export const SKIP = ["跳过", "下一步", "下一条", "下一个"];
export const LEAVE = ["保存退出", "保存", "退出"];
const TAKE_BACK = ["撤", "撤销", "撤销上一步", "撤销上一条", "撤回上一条"];
const OWN = [...BACK, ...SKIP, ...LEAVE, ...TAKE_BACK];
/** A button that was not offered: another number. */
const OFFERED = /^(?:记录其余|按以上)\d{1,2}项(?:记录)?$/u;

/** Words with a meaning only while a sheet is open. */
export const isSheetWord = (text: string): boolean => OWN.includes(wordIn(text));

/** 撤, 撤销 */
export const takesBackLast = (text: string): boolean => TAKE_BACK.includes(wordIn(text));

/** 先跳过, 跳过吧 */
export const wordIn = (text: string): string =>
  plainAnswer(text)
    .replace(/^(?:[嗯那先就]|这[条项个题])+(?=.)/u, "")
    .replace(/[吧了]$/u, "");

const GO_ON = /^(?:[嗯呃好的那行，,\s])*(?:继续|接着)(?:初评|核验|打分|评分|[打评])?[\s，,：:。；;]*(?=\S)/u;
const BEGINS_ROW =
  /^(?:第?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:\s*[-－–—杠之]|部分|[条项]|\s+\d)|其[余他它]|剩下|剩余)/u;

/** 继续 1-1 5, 嗯继续 三杠九给五分: the points behind the word for going on, which they do themselves. */
export function behindGoOn(text: string): string | undefined {
  const lead = GO_ON.exec(text)?.[0] ?? "";
  const rest = text.slice(lead.length).trim();
  return lead !== "" && BEGINS_ROW.test(rest) ? rest : undefined;
}

/** Words that do nothing on a sheet: what does is said. @param last the row that was given last */
export function nothingDone(text: string, last: Criterion | undefined): string | undefined {
  const word = wordIn(text);
  if (takesBackLast(text)) return phrases.notTakenBack(word, last);
  return OFFERED.test(plainAnswer(text)) ? phrases.notListed(plainAnswer(text)) : undefined;
}
