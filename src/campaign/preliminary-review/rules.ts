import type { Application } from "../application/application.ts";
import type { Definition } from "../definition/definition.ts";
import { type RulingsInForce, rulingValue } from "../definition/rulings-in-force.ts";
import type { Member } from "../directory/member.ts";
import type { PointRules } from "../scoring/points.ts";
import type { Criterion } from "../scoring/rubric.ts";
import type { PreliminaryReview } from "./store.ts";

/** Points are kept in hundredths. */
export const HUNDREDTHS = 100;

/** 初评 belongs to the district the compound lies in, and to nobody else (L15). */
export const mayScore = (member: Member, application: Application): boolean =>
  member.roles.some(({ role, district }) => role === "districtOfficer" && district === application.district);

/** The step of points (R3) and the rows that get all or nothing (R4). */
export function pointRulesIn(definition: Definition, rulings: RulingsInForce): PointRules {
  const { step } = rulingValue(definition, "R3", rulings);
  const { allOrNothing } = rulingValue(definition, "R4", rulings);
  return {
    step: typeof step === "number" ? step : 1,
    allOrNothing: Array.isArray(allOrNothing) ? allOrNothing : [],
  };
}

/** Rows below their maximum for which no reason is given: asked for, never demanded. */
export const reducedWithoutReason = (criteria: readonly Criterion[], review: PreliminaryReview): Criterion[] =>
  criteria.filter(({ id, maxPoints }) => {
    const given = review.points.get(id);
    return given !== undefined && given.hundredths < maxPoints * HUNDREDTHS && given.reason === undefined;
  });

/** Points by row, as people count. */
export const pointsByRow = ({ points }: PreliminaryReview): Map<string, number> =>
  new Map([...points].map(([id, { hundredths }]) => [id, hundredths / HUNDREDTHS]));
