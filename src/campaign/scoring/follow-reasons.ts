import { followReason, readReasonText } from "../../platform/conversation/reason-line.ts";
import { readScoreLine } from "../../platform/conversation/score-line.ts";
import type { ScoreLine, ScoreRules } from "../../platform/conversation/score-rules.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import type { GivenScore } from "./score-sheet.ts";

/** Reads 同上 and 沿用; undefined for a reason in words or none. */
export function refersToAnother({ reason }: GivenScore): { kind: "same" | "before" } | undefined {
  const read = reason === undefined ? undefined : readReasonText(reason);
  return typeof read === "object" && read.kind !== "text" ? read : undefined;
}

/**
 * Replaces 同上 with the reason of the row before, else with the nearest above that was given with it, and 沿用 with the
 * row's stored reason. If there is none, the points are
 * kept and the reason is dropped.
 * @param given at most one entry per row
 * @param sheet the row ids in the plan's order, and the stored reasons by row
 * @returns the entries in the order given, without those left empty
 */
export function followReasons(
  given: readonly GivenScore[],
  { order, reasons }: { order: readonly string[]; reasons: ReadonlyMap<string, string> },
): { followed: GivenScore[]; problems: { criterion: string; sentence: string }[] } {
  const givenByRow = new Map(given.map((one) => [one.criterion, one]));
  const texts = new Map<string, string>();
  const problems: { criterion: string; sentence: string }[] = [];
  let above: string | undefined;
  let givenAbove: string | undefined;
  for (const id of order) {
    const stored = reasons.get(id);
    const one = givenByRow.get(id);
    const reference = one && refersToAnother(one);
    const text = reference ? followReason(reference, { above: [above, givenAbove], before: stored }) : one?.reason;
    if (text !== undefined) texts.set(id, text);
    else if (reference) problems.push({ criterion: id, sentence: phrases.noReasonToFollow(id) });
    above = (text ?? stored) || undefined;
    givenAbove = text || givenAbove;
  }
  const followed = given.map(({ reason: _, ...one }): GivenScore => {
    const text = texts.get(one.criterion);
    return text === undefined ? one : { ...one, reason: text };
  });
  return {
    followed: followed.filter(({ criterion: _, ...one }) => Object.values(one).some((part) => part !== undefined)),
    problems,
  };
}

/** What is offered of a message, as it is sent. */
const offersOf = ({ readable, readings = [], choices = [] }: Extract<ScoreLine, { kind: "retry" }>): string[] => [
  ...(readable ? [readable.typed] : []),
  ...readings,
  ...choices.map(({ typed }) => typed),
];

/** Rows whose 同上 would be offered with no reason above them to follow, whichever of the offers is taken first. */
export function rowsWithoutAbove(
  rules: ScoreRules,
  line: Extract<ScoreLine, { kind: "retry" }>,
  sheet: { order: readonly string[]; reasons: ReadonlyMap<string, string> },
): readonly string[] {
  const given = offersOf(line).flatMap((typed) => {
    const read = readScoreLine(rules, typed);
    return read.kind === "points" ? read.entries.map(({ row: criterion, ...one }) => ({ criterion, ...one })) : [];
  });
  return followReasons(given, sheet).problems.map(({ criterion }) => criterion);
}
