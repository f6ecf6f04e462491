import { followReason, readReasonText } from "../../platform/conversation/reason-line.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import type { GivenScore } from "./score-sheet.ts";

/** Whether the reason is 同上 or 沿用, which stand for another one. */
export function refersToAnother({ reason }: GivenScore): { kind: "same" | "before" } | undefined {
  const read = reason === undefined ? undefined : readReasonText(reason);
  return typeof read === "object" && read.kind !== "text" ? read : undefined;
}

/**
 * 同上 becomes the reason of the nearest row above that has one, 沿用 the one the row has already. Where there is none,
 * the points stand without.
 * @param sheet the rows in the plan's order, and the reasons they have, in words
 */
export function followReasons(
  given: readonly GivenScore[],
  { order, reasons }: { order: readonly string[]; reasons: ReadonlyMap<string, string> },
): { followed: GivenScore[]; problems: string[] } {
  const texts = new Map(reasons);
  const lost: string[] = [];
  for (const one of [...given].sort((a, b) => order.indexOf(a.criterion) - order.indexOf(b.criterion))) {
    const { criterion: id, reason } = one;
    const reference = refersToAnother(one);
    const above = order.slice(0, order.indexOf(id)).map((row) => texts.get(row));
    const text = reference ? followReason(reference, { above, before: texts.get(id) }) : reason;
    if (text !== undefined) texts.set(id, text);
    else if (reference) lost.push(id);
  }
  const followed = given.map(({ reason, ...one }): GivenScore => {
    const text = lost.includes(one.criterion) ? undefined : texts.get(one.criterion);
    return reason === undefined || text === undefined ? one : { ...one, reason: text };
  });
  return {
    followed: followed.filter(
      ({ points, knockedOut, reason }) => points !== undefined || knockedOut !== undefined || reason !== undefined,
    ),
    problems: lost.map(phrases.noReasonToFollow),
  };
}
