import type { Definition } from "../definition/definition.ts";
import { decided } from "../definition/purposes.ts";
import { rubricTotal } from "../definition/rubric-points.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { criteriaOf, type Rubric } from "../scoring/rubric.ts";
import type { CityCase, CityRow, MemberRow, TeamScoreRule } from "./verification.ts";
import { TRIMMED_FROM } from "./verification.ts";

/** Hundredths by row. */
export type RowPoints = ReadonlyMap<string, number>;

/** The decision on several members' points; without one the plain mean, to hundredths. */
export function teamScoreRule(definition: Definition, rulings: RulingsInForce): TeamScoreRule {
  const { combine, decimals, agreedFigureAllowed } = decided(definition, "teamScore", rulings);
  return {
    trimmed: combine === "trimmedMean",
    unit: typeof decimals === "number" ? 10 ** (2 - decimals) : 1,
    agreedAllowed: agreedFigureAllowed !== false,
  };
}

/** Whether members score a row before they see the district's points of it. */
export const isBlind = (definition: Definition, rulings: RulingsInForce): boolean =>
  decided(definition, "blindScoring", rulings).blind !== false;

/**
 * One figure out of several, in hundredths; undefined of none. Rounded half up, in whole numbers only, so that neither
 * order nor floating point changes it.
 */
export function combined(given: readonly number[], { trimmed, unit }: TeamScoreRule): number | undefined {
  if (given.length === 0) return undefined;
  const sorted = given.toSorted((one, other) => one - other);
  const counted = trimmed && sorted.length >= TRIMMED_FROM ? sorted.slice(1, -1) : sorted;
  const sum = counted.reduce((all, one) => all + one, 0);
  const step = counted.length * unit;
  return Math.floor((2 * sum + step) / (2 * step)) * unit;
}

/** What a member's row counts: 与初评一致 as the district's points as they are now. */
export const countedPoints = ({ state, hundredths }: Pick<MemberRow, "state" | "hundredths">, district?: number) =>
  state === "asDistrict" ? (district ?? hundredths) : hundredths;

interface Given {
  /** Final rows of members who verify the case and keep out of nothing of it, by row. */
  members: ReadonlyMap<string, readonly MemberRow[]>;
  /** The district's final points. */
  district: RowPoints;
  /** 合议分 by row. */
  agreed: RowPoints;
}

/** The city's rows of a case, in the plan's order. A row that no member gave has none, whatever was agreed. */
export function cityRows(rubric: Rubric, given: Given, rule: TeamScoreRule): Map<string, CityRow> {
  const rows = criteriaOf(rubric).flatMap(({ id, knockOut }): [string, CityRow][] => {
    const members = given.members.get(id) ?? [];
    const points = members.map((one) => countedPoints(one, given.district.get(id)));
    const mean = combined(points, rule);
    if (mean === undefined) return [];
    const agreed = rule.agreedAllowed ? given.agreed.get(id) : undefined;
    return [
      [
        id,
        {
          criterion: id,
          hundredths: agreed ?? mean,
          from: agreed === undefined ? "mean" : "agreed",
          members: members.length,
          least: Math.min(...points),
          most: Math.max(...points),
          knockedOut: knockOut && members.every(({ state }) => state === "requirementNotMet"),
        },
      ],
    ];
  });
  return new Map(rows);
}

/** Rows that the city has otherwise than the district, in the plan's order. */
export const adjustedRows = (rows: ReadonlyMap<string, CityRow>, district: RowPoints): string[] =>
  [...rows.values()]
    .filter(({ criterion, hundredths }) => district.get(criterion) !== hundredths)
    .map(({ criterion }) => criterion);

/** The district's points with what the city gave in their place. */
export const correctedPoints = (rows: ReadonlyMap<string, CityRow>, district: RowPoints): RowPoints =>
  new Map([...district, ...ownPoints(rows)]);

/** The city's own points. */
export const ownPoints = (rows: ReadonlyMap<string, CityRow>): RowPoints =>
  new Map([...rows].map(([id, { hundredths }]) => [id, hundredths]));

/** 总分 in hundredths; undefined while a row has no points. */
export function wholeTotal(rubric: Rubric, points: RowPoints): number | undefined {
  return criteriaOf(rubric).every(({ id }) => points.has(id)) ? rubricTotal(rubric, points).total : undefined;
}

/** Points that rank a case: the district's as the city corrected them, or the city's own. */
export function rankedPoints(
  basis: "district" | "city",
  rows: ReadonlyMap<string, CityRow>,
  district: RowPoints,
): RowPoints {
  return basis === "district" ? correctedPoints(rows, district) : ownPoints(rows);
}

/** Every member who verifies the case has final points. */
export const isVerified = ({ assigned, finalized }: Pick<CityCase, "assigned" | "finalized">): boolean =>
  assigned.length > 0 && assigned.every((id) => finalized.includes(id));

/** Whether points of a case may be shown to the person: those who verify it see the others' after their own. */
export const maySeeOthers = (
  { assigned, finalized }: Pick<CityCase, "assigned" | "finalized">,
  viewer: string,
): boolean => !assigned.includes(viewer) || finalized.includes(viewer);
