import type { Criterion, Rubric } from "./purposes.ts";

// Points are summed in hundredths, so that sums are exact.
const HUNDREDTHS = 100;

/** Points of a case in hundredths, by kind of section. */
export interface RubricTotal {
  base: number;
  bonus: number;
  total: number;
}

/** @param given hundredths by row; missing rows count 0 */
export function rubricTotal(rubric: Rubric, given: ReadonlyMap<string, number>): RubricTotal {
  const sumOf = (bonus: boolean) =>
    rubric.sections
      .filter((section) => section.bonus === bonus)
      .map(({ criteria, maxPoints }) =>
        Math.min(
          criteria.reduce((sum, { id }) => sum + (given.get(id) ?? 0), 0),
          inHundredths(maxPoints),
        ),
      )
      .reduce((sum, points) => sum + points, 0);
  const base = sumOf(false);
  const bonus = Math.min(sumOf(true), inHundredths(bonusMaximum(rubric)));
  return { base, bonus, total: base + bonus };
}

/** Maximum of all bonus sections together. */
export const bonusMaximum = ({ bonusPoints, sections }: Rubric): number =>
  bonusPoints ??
  sections.filter(({ bonus }) => bonus).reduce((sum, { maxPoints }) => sum + inHundredths(maxPoints), 0) / HUNDREDTHS;

/** Maximum total including bonus, e.g. 110. */
export const maximumPoints = (rubric: Rubric): number =>
  (inHundredths(rubric.totalPoints) + inHundredths(bonusMaximum(rubric))) / HUNDREDTHS;

/** Rows with points, without excluding rows. */
export const pointRows = ({ sections }: Rubric): readonly Criterion[] =>
  sections.flatMap(({ criteria }) => criteria.filter(({ knockOut }) => !knockOut));

/** 一票否决 */
export const knockOutRows = ({ sections }: Rubric): readonly Criterion[] =>
  sections.flatMap(({ criteria }) => criteria.filter(({ knockOut }) => knockOut));

/** True if there is no pass mark. */
export const reachesPassMark = ({ passMark }: Rubric, { total }: RubricTotal): boolean =>
  passMark === undefined || total >= inHundredths(passMark);

export const hasRubric = ({ sections }: Rubric): boolean => sections.length > 0;

const inHundredths = (points: number): number => Math.round(points * HUNDREDTHS);
