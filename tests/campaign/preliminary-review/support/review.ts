import type { GivenPoints, PreliminaryReview } from "../../../../src/campaign/preliminary-review/store.ts";

const LOCKED_AT = new Date("2023-09-20T17:00:00+08:00");

/** A review with these points by row, in hundredths, locked. */
export const review = (
  applicationId: string,
  points: Readonly<Record<string, number | Pick<GivenPoints, "hundredths" | "reason">>>,
): PreliminaryReview => ({
  applicationId,
  lockedAt: LOCKED_AT,
  points: new Map(
    Object.entries(points).map(([criterion, given]) => [
      criterion,
      {
        criterion,
        definitionVersion: 1,
        ...(typeof given === "number" ? { hundredths: given, reason: undefined } : given),
      },
    ]),
  ),
});

/** The same, not locked yet. */
export const openReview = (...[applicationId, points]: Parameters<typeof review>): PreliminaryReview => ({
  ...review(applicationId, points),
  lockedAt: undefined,
});
