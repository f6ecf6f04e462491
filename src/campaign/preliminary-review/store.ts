import { isPersonalRef, type PersonalRef } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";

/** 考核分 of one row; points in hundredths, so that no tie is made by rounding. */
export interface GivenPoints {
  criterion: string;
  hundredths: number;
  reason: PersonalRef | undefined;
  definitionVersion: number;
}

/** 初评. The district's ledger of one application. */
export interface PreliminaryReview {
  applicationId: string;
  lockedAt: Date | undefined;
  /** By row, e.g. `3-2`; rows without points are missing. */
  points: ReadonlyMap<string, GivenPoints>;
}

/** The reviews that were begun, by application id. */
export async function reviewsOf(tx: Transaction, campaignId: string): Promise<ReadonlyMap<string, PreliminaryReview>> {
  const [reviews, points] = await Promise.all([
    tx.preliminaryReview.findMany({ where: { campaignId } }),
    tx.preliminaryPoint.findMany({ where: { campaignId } }),
  ]);
  return new Map(
    reviews.map((review) => [
      review.applicationId,
      reviewFrom(
        review,
        points.filter(({ applicationId }) => applicationId === review.applicationId),
      ),
    ]),
  );
}

/** One application's review; undefined before it is begun. */
export async function reviewOf(tx: Transaction, applicationId: string): Promise<PreliminaryReview | undefined> {
  const review = await tx.preliminaryReview.findUnique({ where: { applicationId } });
  if (!review) return undefined;
  return reviewFrom(review, await tx.preliminaryPoint.findMany({ where: { applicationId } }));
}

interface PointRow {
  criterion: string;
  hundredths: number;
  reason: unknown;
  definitionVersion: number;
}

const reviewFrom = (
  { applicationId, lockedAt }: { applicationId: string; lockedAt: Date | null },
  points: readonly PointRow[],
): PreliminaryReview => ({
  applicationId,
  lockedAt: lockedAt ?? undefined,
  points: new Map(
    points.map(({ criterion, hundredths, reason, definitionVersion }) => [
      criterion,
      { criterion, hundredths, reason: isPersonalRef(reason) ? reason : undefined, definitionVersion },
    ]),
  ),
});

/** 总分 in hundredths. */
export const totalOf = ({ points }: PreliminaryReview): number =>
  [...points.values()].reduce((sum, { hundredths }) => sum + hundredths, 0);
