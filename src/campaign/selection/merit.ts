import type { Definition } from "../definition/definition.ts";
import { rowFor, rowsFor } from "../definition/purposes.ts";
import { HUNDREDTHS } from "../scoring/points.ts";
import type { Merit } from "./selection.ts";
import type { Standing } from "./standing.ts";

/**
 * What the plan asks to look at beside the points: satisfaction first, and how all sides take part (L20).
 * @param rows hundredths by row; undefined: no final points
 * @param standing undefined where it was not kept
 */
export function meritOf(
  { rubric }: Pick<Definition, "rubric">,
  rows: Readonly<Record<string, number>> | undefined,
  standing: Standing | undefined,
): Merit | undefined {
  if (!rows) return undefined;
  const satisfaction = rowFor(rubric, "satisfaction");
  const taking = rowsFor(rubric, "participation");
  return {
    basis: standing?.basis ?? "open",
    ...(standing?.place ? { place: standing.place } : {}),
    ...(typeof standing?.corrected === "number" ? { corrected: standing.corrected } : {}),
    ...(typeof standing?.own === "number" ? { own: standing.own } : {}),
    ...(satisfaction ? { satisfied: rows[satisfaction.id] === Math.round(satisfaction.maxPoints * HUNDREDTHS) } : {}),
    ...(taking.length > 0 ? { participation: taking.reduce((sum, { id }) => sum + (rows[id] ?? 0), 0) } : {}),
  };
}
