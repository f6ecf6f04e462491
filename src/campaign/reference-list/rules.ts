import { simplified } from "../../platform/conversation/simplified.ts";
import { reckonedOnce } from "../../shared/reckoned-once.ts";
import { visibleText } from "../../shared/visible-text.ts";
import type { Place, ReferenceRow } from "./reference-list.ts";

/** How the first or last few per cent are found: the share, and what a ruling says of rounding and of ties. */
export interface ShareRule {
  /** `first`: the highest figures; `last`: the lowest, so that the fewest complaints are the last. */
  end: "first" | "last";
  percent: number;
  /** Undefined: the list itself must say who is among them. */
  rounding: "up" | "down" | "half" | undefined;
  /** Equal figures at the edge; undefined: they stay unknown. */
  ties: "in" | "out" | undefined;
}

/** Where a row stands. A verdict of the list's own counts as it is; else its figure, where a ruling says how to round. */
export function placeOf(row: ReferenceRow, rows: readonly ReferenceRow[], rule: ShareRule): Place {
  if (row.within !== undefined) return row.within ? "within" : "outside";
  const { figure } = row;
  if (figure === undefined || rule.rounding === undefined) return "unknown";
  const figures = ascendingFigures(rows);
  const places = rounded(figures.length * rule.percent, rule.rounding);
  const [lower, upTo] = [
    countWhile(figures, (other) => other < figure),
    countWhile(figures, (other) => other <= figure),
  ];
  const ahead = rule.end === "first" ? figures.length - upTo : lower;
  const asGood = ahead + upTo - lower;
  if (asGood <= places) return "within";
  if (ahead >= places) return "outside";
  if (rule.ties === undefined) return "unknown";
  return rule.ties === "in" ? "within" : "outside";
}

/** A list of a city has thousands, and every case is looked for in it. */
const ascendingFigures = reckonedOnce((rows: readonly ReferenceRow[]) =>
  Float64Array.from(rows.flatMap((row) => row.figure ?? [])).toSorted(),
);

/** How many of ascending figures hold, where those that hold come first. */
function countWhile(figures: Float64Array, holds: (figure: number) => boolean): number {
  let [from, to] = [0, figures.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(figures[middle] ?? Number.NaN)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** @param hundredfold in hundredths, so that no fraction is lost */
function rounded(hundredfold: number, rounding: NonNullable<ShareRule["rounding"]>): number {
  const by = { up: Math.ceil, down: Math.floor, half: Math.round };
  return by[rounding](Number((hundredfold / 100).toFixed(6)));
}

/** Who is looked for in a list. */
export interface Wanted {
  name: string;
  /** Left out: wherever it is, e.g. an enterprise. */
  district?: string;
  /** 小区: may be left out at the end of a name. */
  noun: string;
}

/** The only row that names it; undefined if none does, or several do. */
export function rowOf(rows: readonly ReferenceRow[], { name, district, noun }: Wanted): ReferenceRow | undefined {
  const plain = plainName(name, noun);
  const named = plain === "" ? [] : (byName(rows, noun).get(plain) ?? []);
  const own = named.filter((row) => district === undefined || row.district === district);
  const [row, ...more] = own.length > 0 ? own : named.filter((one) => one.district === undefined);
  return more.length === 0 ? row : undefined;
}

const namesIn = reckonedOnce((_: readonly ReferenceRow[]) => new Map<string, Map<string, ReferenceRow[]>>());

function byName(rows: readonly ReferenceRow[], noun: string): Map<string, ReferenceRow[]> {
  const known = namesIn(rows);
  const index = known.get(noun) ?? Map.groupBy(rows, (row) => plainName(row.name, noun));
  known.set(noun, index);
  return index;
}

/** Names are compared without blanks, signs and width, and in simplified characters. */
export function plainName(typed: string, noun: string): string {
  const plain = simplified(visibleText(typed).normalize("NFKC"))
    .replaceAll(/[\s\p{P}\p{S}]+/gu, "")
    .toLowerCase();
  return noun !== "" && plain.endsWith(noun) && plain !== noun ? plain.slice(0, -noun.length) : plain;
}
