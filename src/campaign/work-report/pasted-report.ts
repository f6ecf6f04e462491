import { countWords } from "../../platform/conversation/count-words.ts";
import { pastedFor } from "../engine/dispatch/extension-points.ts";
import { extend } from "../engine/feature.ts";
import { SENSIBLE_WORDS } from "./doubts.ts";
import { workReportPhrases } from "./phrases.ts";
import { reportingDistricts, reportOf } from "./rules.ts";

/** In words: no message about anything else is as long. */
const LONG = 150;
const FEWEST_SENTENCES = 2;
const TITLE = /报告|总结|汇报/u;

/** Whether a text that nobody asked for may be a report: a long one of sentences, or a sensible one with its title. */
export function mayBeReport(text: string): boolean {
  const words = countWords(text);
  const [first = "", ...more] = text.trim().split("\n");
  if (words >= SENSIBLE_WORDS && more.length > 0 && TITLE.test(first)) return true;
  return words >= LONG && [...text.matchAll(/[。；！]/gu)].length >= FEWEST_SENTENCES;
}

/** A report that was pasted without the command. */
export const pastedReport = extend(pastedFor, async ({ campaign: { definition } }, { text, person }) => {
  if (!reportOf(definition) || reportingDistricts(definition, person).length === 0) return undefined;
  const word = workReportPhrases.word();
  return mayBeReport(text) ? [{ name: word, typed: `${word} ${text}` }] : undefined;
});
