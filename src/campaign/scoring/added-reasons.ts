import type { GivenScore } from "./score-sheet.ts";

/**
 * 再补一句…: behind the reason that the row has, if it has one and does not say it already.
 * @param reasons the stored reasons by row
 */
export const withAdded = (given: readonly GivenScore[], reasons: ReadonlyMap<string, string>): GivenScore[] =>
  given.map(({ adds, ...one }): GivenScore => {
    const { reason } = one;
    const earlier = reasons.get(one.criterion);
    if (!adds || !reason || earlier === undefined) return one;
    return {
      ...one,
      reason: earlier.includes(reason) ? earlier : `${earlier.replace(/[。；;，,]+$/u, "")}；${reason}`,
    };
  });
