import type { Definition } from "../definition/definition.ts";
import { decided, rowFor } from "../definition/purposes.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { HUNDREDTHS } from "../scoring/points.ts";
import type { Rung, ScoredCompound } from "./ranking.ts";

const ROWS = /^\d+-\d+(\+\d+-\d+)*$/;

/** Tie-breaking steps from the ruling on ties. Without a ruling there are none, and equal totals share a place. */
export function ladderOf(definition: Definition, rulings: RulingsInForce): Rung[] {
  const { ladder } = decided(definition, "tieLadder", rulings);
  const names: readonly string[] = Array.isArray(ladder) ? ladder.map(String) : [];
  const end = names.indexOf("joint");
  const rungs: Rung[] = [];
  for (const name of names.slice(0, end < 0 ? names.length : end)) rungs.push(rungOf(definition, name, rungs));
  return rungs;
}

/** @param above earlier rungs. A figure is comparable only after a rung has separated the cases that met its row */
function rungOf({ rubric }: Definition, name: string, above: readonly Rung[]): Rung {
  if (ROWS.test(name)) return { kind: "rows", rows: name.split("+") };
  const row = rowFor(rubric, "satisfaction");
  if (!row) return { kind: "unknown" };
  const named = { row: row.id, maximum: Math.round(row.maxPoints * HUNDREDTHS) };
  if (name === "satisfactionMet") return { kind: "met", ...named };
  const isApart = above.some(({ kind }) => kind === "met");
  return name === "satisfactionOrComplaints" && isApart ? { kind: "figure", ...named } : { kind: "unknown" };
}

/** Sort comparator: total, then each rung. 0: tied, left to people. */
export function compare(a: ScoredCompound, b: ScoredCompound, ladder: readonly Rung[]): number {
  if (a.total !== b.total) return b.total - a.total;
  for (const rung of ladder) {
    const difference = onRung(a, b, rung);
    if (difference === "unknown") return 0;
    if (difference !== 0) return difference;
  }
  return 0;
}

function onRung(a: ScoredCompound, b: ScoredCompound, rung: Rung): number | "unknown" {
  switch (rung.kind) {
    case "rows":
      return rowsOf(b, rung.rows) - rowsOf(a, rung.rows);
    case "met":
      return Number(reaches(b, rung)) - Number(reaches(a, rung));
    case "figure":
      if (!reaches(a, rung)) return 0;
      return a.figure === undefined || b.figure === undefined ? "unknown" : b.figure - a.figure;
    case "unknown":
      return "unknown";
  }
}

/** Without their figures, unless all that meet the row have one: then no figure is compared with a missing one. */
export function comparable(compounds: readonly ScoredCompound[], ladder: readonly Rung[]): readonly ScoredCompound[] {
  const rung = ladder.find(({ kind }) => kind === "figure");
  if (rung?.kind !== "figure") return compounds;
  if (compounds.every((one) => one.figure !== undefined || !reaches(one, rung))) return compounds;
  return compounds.map(({ figure: _, ...one }) => one);
}

const reaches = ({ points }: ScoredCompound, { row, maximum }: { row: string; maximum: number }): boolean =>
  points.get(row) === maximum;

const rowsOf = ({ points }: ScoredCompound, rows: readonly string[]): number =>
  rows.reduce((sum, row) => sum + (points.get(row) ?? 0), 0);
