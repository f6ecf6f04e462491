import fc from "fast-check";
import { rubricTotal } from "../../../../src/campaign/definition/rubric-points.ts";
import type { ScoredCompound } from "../../../../src/campaign/ranking/ranking.ts";
import { criteriaOf } from "../../../../src/campaign/scoring/rubric.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const ROWS = criteriaOf(shaoxing.rubric);

/** Few rows differ, so that equal totals are common. */
const lost = fc.dictionary(fc.constantFrom("1-2", "1-4", "3-2", "3-5", "4-4"), fc.constantFrom(0, 50, 100, 200), {
  maxKeys: 3,
});

const pointsLess = (less: Readonly<Record<string, number>>): Map<string, number> =>
  new Map(
    ROWS.map(({ id, maxPoints }) => [id, id === "3-2" && less[id] ? 0 : maxPoints * 100 - (less[id] ?? 0)] as const),
  );

/** Rows that a city gave; undefined: nobody verified it. A row of 25 may be missing. */
const cityRows = fc.option(
  fc.record({ less: lost, isWhole: fc.boolean() }).map(({ less, isWhole }) => {
    const rows = pointsLess(less);
    if (!isWhole) rows.delete("4-7");
    return rows;
  }),
  { nil: undefined },
);

export const anyCompounds = fc
  .array(
    fc.record({
      less: lost,
      city: cityRows,
      figure: fc.option(fc.constantFrom(97, 98), { nil: undefined, freq: 12 }),
      listing: fc.constantFrom("recommended", "recommended", "recommended", "passedOver", "open"),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((all) =>
    all.map(({ less, city, listing, figure }, at): ScoredCompound => {
      const points = pointsLess(less);
      const corrected = new Map([...points, ...(city ?? [])]);
      const totalOf = (of: ReadonlyMap<string, number>) => rubricTotal(shaoxing.rubric, of).total;
      const own = city ?? new Map<string, number>();
      const isWhole = ROWS.every(({ id }) => own.has(id));
      return {
        ...{ applicationId: `c${at}`, district: "keqiao", name: `小区${at}`, points, total: totalOf(points) },
        ...{ listing, declaration: "none" },
        ...(figure === undefined ? {} : { figure }),
        ...(city
          ? {
              verified: {
                ...{ corrected, own, correctedTotal: totalOf(corrected), isWhole },
                ownTotal: isWhole ? totalOf(own) : undefined,
              },
            }
          : {}),
      };
    }),
  );

export const anyLadder = fc.constantFrom(
  ["joint"],
  ["satisfactionMet", "joint"],
  ["satisfactionMet", "satisfactionOrComplaints", "1-2+1-4", "joint"],
  ["1-2+1-4", "3-5", "joint"],
  ["satisfactionMet", "1-2", "1-4"],
  ["satisfactionOrComplaints", "1-2", "joint"],
);

export const anyBasis = fc.constantFrom("district", "city", undefined);
