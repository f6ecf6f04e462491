import { scorePhrases } from "./phrases.ts";
import { fullPhrases } from "./score-full-phrases.ts";
import type { ScoreLine, ScoreRules } from "./score-rules.ts";

/** 全部满分: what has points stays, so it is asked. */
const ALL_FULL =
  /^(?:全部|所有|全都|全|都|每[项条]|各[项条])(?:的|条目|各?[项条])*(?:都|均)?(?:给|打|为|是|得)*满分?[吧了]?$/u;
/** 本部分满分: which rows these are is shown before they are given it. */
const PART_FULL =
  /^(?:本|这|此)一?(?:部分|大项|页|块|节)(?:的|条目|各?[项条])*(?:全部|全|都|均|各|给|打)*满分?[吧了]?$/u;

/** The question that words for several rows at once are answered with; undefined for other words. */
export function fullAsked(rules: ScoreRules, plain: string): ScoreLine | undefined {
  const said = plain.replaceAll(" ", "");
  if (ALL_FULL.test(said)) return asked(scorePhrases.allFull(plain), scorePhrases.rest());
  if (!PART_FULL.test(said)) return undefined;
  const section = rules.sections.find(({ rows }) => rows.some(({ id }) => id === rules.at));
  if (!section) return { kind: "retry", sentence: fullPhrases.whichPart(plain) };
  return asked(fullPhrases.partFull(plain, section), fullPhrases.fullOf(section.numeral));
}

function asked(sentence: string, typed: string): ScoreLine {
  const readable = { entries: 1, typed, doubtful: true as const };
  return { kind: "retry", sentence: scorePhrases.mayMean(sentence, typed, 1), readable };
}
