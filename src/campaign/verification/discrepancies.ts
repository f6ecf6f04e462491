import { rubricTotal } from "../definition/rubric-points.ts";
import { HUNDREDTHS } from "../scoring/points.ts";
import { type Criterion, criteriaOf, type Rubric } from "../scoring/rubric.ts";
import { type RowPoints, rankedPoints } from "./rules.ts";
import type { CityRow } from "./verification.ts";

/** A verified case that may be selected. */
export interface ComparedCase {
  caseId: string;
  rows: ReadonlyMap<string, CityRow>;
  district: RowPoints;
}

/** 评分差异较大条目: a row on which members are far apart, or the city and the district. */
export interface Discrepancy {
  caseId: string;
  criterion: string;
  kind: "apart" | "district";
  /** In hundredths. */
  least: number;
  most: number;
  /** Whether the case is within the number selected with one figure, and beyond it with the other. */
  decides: boolean;
  /** How far the case is from the boundary, in hundredths; undefined where nothing ranks jointly. */
  distance: number | undefined;
}

/** By what the cases are ranked, and how many are selected; undefined: no joint order. */
export interface Boundary {
  basis: "district" | "city";
  selected: number;
}

/** A quarter of the row's maximum (ours): one point of four. */
const isFar = ({ maxPoints }: Criterion, difference: number): boolean =>
  difference > 0 && difference * 4 >= Math.round(maxPoints * HUNDREDTHS);

/**
 * Rows far apart, those first that decide whether their case is selected, then by the distance from the boundary, then by
 * the difference. Rows with an agreed figure are settled between the members.
 */
export function discrepanciesIn(
  rubric: Rubric,
  cases: readonly ComparedCase[],
  boundary: Boundary | undefined,
): Discrepancy[] {
  const totals = new Map(boundary ? cases.map((one) => [one.caseId, totalOf(rubric, one, boundary.basis)]) : []);
  const found = cases.flatMap((one) =>
    criteriaOf(rubric).flatMap((row) => {
      const effect = (least: number, most: number) => effectOf(rubric, { one, row, least, most }, { boundary, totals });
      return differencesOn(one, row).flatMap((difference): Discrepancy[] => {
        const { decides, distance } = effect(difference.least, difference.most);
        if (!decides && !isFar(row, difference.most - difference.least)) return [];
        return [{ caseId: one.caseId, criterion: row.id, ...difference, decides, distance }];
      });
    }),
  );
  return found.toSorted(byEffect);
}

function differencesOn({ rows, district }: ComparedCase, { id }: Criterion) {
  const row = rows.get(id);
  const reported = district.get(id);
  if (!row) return [];
  const apart =
    row.from === "mean" && row.most > row.least ? [{ kind: "apart" as const, least: row.least, most: row.most }] : [];
  if (apart.length > 0 || reported === undefined || reported === row.hundredths) return apart;
  const [least, most] = [Math.min(reported, row.hundredths), Math.max(reported, row.hundredths)];
  return [{ kind: "district" as const, least, most }];
}

interface Possible {
  one: ComparedCase;
  row: Criterion;
  least: number;
  most: number;
}

/** Whether one figure or the other decides about the place, and how far the case is from the last one. */
function effectOf(
  rubric: Rubric,
  { one, row, least, most }: Possible,
  { boundary, totals }: { boundary: Boundary | undefined; totals: ReadonlyMap<string, number> },
): Pick<Discrepancy, "decides" | "distance"> {
  if (!boundary) return { decides: false, distance: undefined };
  const others = [...totals].flatMap(([id, total]) => (id === one.caseId ? [] : [total]));
  const points = rankedPoints(boundary.basis, one.rows, one.district);
  const totalWith = (hundredths: number) => rubricTotal(rubric, new Map([...points, [row.id, hundredths]])).total;
  const isIn = (total: number) => others.filter((other) => other > total).length < boundary.selected;
  const last = others.toSorted((a, b) => b - a)[boundary.selected - 1];
  const own = totals.get(one.caseId) ?? 0;
  return {
    decides: isIn(totalWith(least)) !== isIn(totalWith(most)),
    distance: last === undefined ? undefined : Math.abs(own - last),
  };
}

const totalOf = (rubric: Rubric, { rows, district }: ComparedCase, basis: Boundary["basis"]): number =>
  rubricTotal(rubric, rankedPoints(basis, rows, district)).total;

const FARTHEST = Number.MAX_SAFE_INTEGER;

function byEffect(a: Discrepancy, b: Discrepancy): number {
  if (a.decides !== b.decides) return a.decides ? -1 : 1;
  const distance = (a.distance ?? FARTHEST) - (b.distance ?? FARTHEST);
  return distance !== 0 ? distance : b.most - b.least - (a.most - a.least);
}
