import type { PersonalRef } from "../journal/personal-value.ts";
import { isPersonalRef } from "../journal/personal-value.ts";
import type { Transaction } from "../storage/database.ts";

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
    reviews.map(({ applicationId, lockedAt }) => [
      applicationId,
      {
        applicationId,
        lockedAt: lockedAt ?? undefined,
        points: new Map(
          points
            .filter((point) => point.applicationId === applicationId)
            .map(({ criterion, hundredths, reason, definitionVersion }) => [
              criterion,
              { criterion, hundredths, reason: isPersonalRef(reason) ? reason : undefined, definitionVersion },
            ]),
        ),
      },
    ]),
  );
}

/** 总分 in hundredths. */
export const totalOf = ({ points }: PreliminaryReview): number =>
  [...points.values()].reduce((sum, { hundredths }) => sum + hundredths, 0);
