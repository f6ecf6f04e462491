import { type CivilDate, civilDate } from "../../shared/civil-date.ts";
import type { FieldPurpose, Verdict } from "../definition/schema/purposes.ts";
import type { DeclarationState } from "./application.ts";

/** Answer to one disqualifying field: the verdict of the option and the day of the event. */
export interface Declared {
  verdict: Verdict;
  /** Whether the option has a day. */
  dated: boolean;
  happenedOn?: string | undefined;
}

/**
 * How far back dated events count: a number of years, without limit, or still open in a ruling.
 */
export type AccidentWindow = { kind: "years"; years: number } | { kind: "always" } | { kind: "open" };

export interface DeclarationReading {
  declaration: DeclarationState;
  /** 不得参与 */
  excluded: boolean;
  /** First day of the window; missing without a window. */
  since?: CivilDate;
}

/**
 * Reads a declaration. The window counts back from the day of the first submission, inclusive. While the window is open in a ruling,
 * a dated event gives "unclear".
 */
export function readDeclared(
  { verdict, dated, happenedOn }: Declared,
  { submittedOn, window }: { submittedOn: CivilDate; window: AccidentWindow },
): DeclarationReading {
  if (verdict === "pending") return { declaration: "unclear", excluded: false };
  if (verdict === "clear") return { declaration: "none", excluded: false };
  if (!dated || window.kind === "always") return { declaration: "declared", excluded: true };
  if (window.kind === "open") return { declaration: "unclear", excluded: false };
  const since = yearsEarlier(submittedOn, window.years);
  return { declaration: "declared", excluded: happenedOn === undefined || happenedOn >= since, since };
}

/** Combines declarations: excluded takes precedence, then unclear. */
export function declarationOf(readings: readonly DeclarationReading[]): DeclarationState {
  const has = (state: DeclarationState) => readings.some(({ declaration }) => declaration === state);
  if (readings.some(({ excluded }) => excluded)) return "declared";
  if (has("unclear")) return "unclear";
  return has("declared") ? "declared" : "none";
}

/** Same day and month, `years` earlier; 2月29日 becomes 2月28日. */
export function yearsEarlier(day: CivilDate, years: number): CivilDate {
  const text = `${String(Number(day.slice(0, 4)) - years).padStart(4, "0")}${day.slice(4)}`;
  return text.endsWith("-02-29") && !isLeap(Number(text.slice(0, 4)))
    ? civilDate(text.replace(/29$/, "28"))
    : civilDate(text);
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Fields that are about the compound itself and seldom change from a year to the next. */
export const LASTING = [
  "address",
  "ownersBody",
  "enterprise",
  "subdistrict",
  "neighborhood",
] as const satisfies readonly FieldPurpose[];

/** 锦绣花园 and ｢ 锦绣花园 ｣: the same name, written with other blanks or widths. */
export const isSameName = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (name: string): string => name.normalize("NFKC").replaceAll(/\s+/gu, "");
