import { cleanLine } from "../../../platform/conversation/plain.ts";

const REASON = /[；;，,。\s]\s*(?:更正)?理由\s*[:：为]\s*(?<reason>[\s\S]+)$/u;

/** Splits 更正 第3项…应为…；理由：录入有误. Undefined if what is corrected or the reason is missing. */
export function readCorrection(typed: string): { text: string; reason: string } | undefined {
  const reason = cleanLine(REASON.exec(typed)?.groups?.reason ?? "");
  const text = cleanLine(typed.replace(REASON, ""));
  return hasWords(text) && hasWords(reason) ? { text, reason } : undefined;
}

const hasWords = (text: string): boolean => /[\p{Script=Han}\p{Script=Latin}]/u.test(text);
