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
  const against = boundary && standingsOf(rubric, cases, boundary);
  const found = cases.flatMap((one) => {
    const place = against && placeOf(one, against);
    return criteriaOf(rubric).flatMap((row) =>
      differencesOn(one, row).flatMap((difference): Discrepancy[] => {
        const decides = place !== undefined && decidesPlace(rubric, { row, ...difference }, place);
        if (!decides && !isFar(row, difference.most - difference.least)) return [];
        return [{ caseId: one.caseId, criterion: row.id, ...difference, decides, distance: place?.distance }];
      }),
    );
  });
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

/** 总分 of all cases, in hundredths, and how many are selected by it. */
interface Standings {
  selected: number;
  pointsOf: ReadonlyMap<string, RowPoints>;
  totals: ReadonlyMap<string, number>;
  descending: readonly number[];
}

function standingsOf(rubric: Rubric, cases: readonly ComparedCase[], { basis, selected }: Boundary): Standings {
  const pointsOf = new Map(cases.map(({ caseId, rows, district }) => [caseId, rankedPoints(basis, rows, district)]));
  const totals = new Map([...pointsOf].map(([id, points]) => [id, rubricTotal(rubric, points).total]));
  return { selected, pointsOf, totals, descending: [...totals.values()].toSorted((a, b) => b - a) };
}

/** Where a case stands among the others. */
interface Place {
  points: RowPoints;
  /** The least 总分 with which it is selected; undefined: the others do not take all places. */
  needed: number | undefined;
  /** In hundredths, from the last that is selected of the others. */
  distance: number | undefined;
}

function placeOf({ caseId }: ComparedCase, { selected, pointsOf, totals, descending }: Standings): Place {
  const own = totals.get(caseId) ?? 0;
  const isAmongFirst = selected > 0 && own >= (descending[selected - 1] ?? 0);
  // Without the case itself whoever stands behind it moves up by one.
  const needed = descending[isAmongFirst ? selected : selected - 1];
  const points = pointsOf.get(caseId) ?? new Map();
  return { points, needed, distance: needed === undefined ? undefined : Math.abs(own - needed) };
}

interface Possible {
  row: Criterion;
  least: number;
  most: number;
}

/** Whether the case is selected with one figure and not with the other. */
function decidesPlace(rubric: Rubric, { row, least, most }: Possible, { points, needed, distance }: Place): boolean {
  if (needed === undefined || distance === undefined) return false;
  // A row moves the total by no more than itself; a mean that is rounded may lie beside all that was given.
  const own = points.get(row.id) ?? 0;
  if (distance > Math.max(most, own) - Math.min(least, own)) return false;
  const totalWith = (hundredths: number) => rubricTotal(rubric, new Map([...points, [row.id, hundredths]])).total;
  return totalWith(least) < needed && needed <= totalWith(most);
}

const FARTHEST = Number.MAX_SAFE_INTEGER;

function byEffect(a: Discrepancy, b: Discrepancy): number {
  if (a.decides !== b.decides) return a.decides ? -1 : 1;
  const distance = (a.distance ?? FARTHEST) - (b.distance ?? FARTHEST);
  return distance !== 0 ? distance : b.most - b.least - (a.most - a.least);
}
