import { isWords, type Question } from "../field.ts";

/** 93.5不是95.5; 都不是, and 哦不是, which takes back what stands before it, are no such words. */
const NOT = /^(\S.*?)[,，\s]*(?<![嗯呃哦噢啊都也])(?:而)?不是(\S.*)$/u;
const PERHAPS = /^(?:好像|大概|应该|可能)?(?:就?是)?/u;

/** What is meant and what is not, of a number or a date; of other answers nothing. */
export function withDenied(question: Question, typed: string): readonly string[] {
  const [, meant = "", denied = ""] = NOT.exec(typed.trim()) ?? [];
  const isNone = meant === "" || isWords(question) || question.kind === "choice" || question.kind === "declaration";
  return isNone ? [] : [meant.replace(PERHAPS, ""), denied];
}
