import type { PersonalRef } from "../../../platform/journal/personal-value.ts";
import type { CivilDate } from "../../../shared/civil-date.ts";
import { reckonedOnce } from "../../../shared/reckoned-once.ts";
import type { Definition } from "../../definition/definition.ts";

/** 附件1 of one compound, as the district answered it last. */
export interface RequirementSheet extends RequirementAnswers {
  /** The application's id. */
  caseId: string;
  /** Counts the changes, from 1. */
  version: number;
  /** Why a clause does not apply, by clause id. */
  reasons: Readonly<Record<string, PersonalRef>>;
  answeredBy: string;
  /** Who answers for it, where somebody else entered it for the district. */
  responsible: string | null;
  answeredAt: Date;
}

export interface RequirementAnswers {
  /** By clause id; what nobody answered has no entry. */
  clauses: Readonly<Record<string, Standing>>;
  /** By figure id. */
  figures: Readonly<Record<string, FigureValue>>;
}

/** 符合 / 不符合 / 尚不清楚 / 不适用 */
export type Standing = "met" | "notMet" | "unclear" | "notApplicable";

/** What was given for a figure. An event that did not happen has no day. */
export type FigureValue =
  | { kind: "event"; happenedOn: CivilDate | null }
  | { kind: "percent"; percent: number }
  /** Yuan with at most two decimals, or people. */
  | { kind: "ratio"; whole: number; part: number }
  | { kind: "count"; number: number; lastOn: CivilDate | null };

export type Clause = Definition["requirements"]["requirements"][number]["clauses"][number];
export type Figure = Definition["requirements"]["figures"][number];

/**
 * Where a standing comes from: a person's word, a figure, the application form, a list of the city. `awaited`: the city
 * has not supplied its list; `none`: nobody has answered; `found`: by others than the district.
 */
export type StandingSource = "declared" | "figure" | "form" | "list" | "awaited" | "none" | "found";

/** What was found of a clause by others than the district. */
export interface ClauseFinding {
  clause: string;
  /** `unclear`: it is not decided yet. */
  standing: "notMet" | "unclear";
  ground: string;
}

/** How one clause stands now. */
export interface ClauseRow {
  /** 8-2 */
  id: string;
  /** Id of its requirement: 8. */
  requirement: string;
  wording: string;
  standing: Standing;
  source: StandingSource;
  /** Plan lines. */
  line: readonly number[];
  /** What it was computed from, in words. */
  ground?: string;
}

/** What figures and lists say of a rubric row. */
export interface RowFigure {
  criterion: string;
  standing: Exclude<Standing, "notApplicable">;
  source: StandingSource;
  ground: string;
}

/** Something said of a clause or given as a figure, beside points that say the contrary. */
export interface Contradiction {
  kind: "metBesideZero" | "notMetBesideFull" | "figureMet" | "figureNotMet";
  /** The clause; of a figure, the row. */
  id: string;
  criterion: string;
  points: number;
  ground?: string;
}

const clausesIn = reckonedOnce(({ requirements }: Definition["requirements"]) =>
  requirements.flatMap(({ clauses }) => clauses),
);

export const clausesOf = ({ requirements }: Definition): readonly Clause[] => clausesIn(requirements);

export const requirementOf = ({ requirements }: Definition, clause: string): string =>
  requirements.requirements.find(({ clauses }) => clauses.some(({ id }) => id === clause))?.id ?? "";

export const hasRequirements = ({ requirements }: Definition): boolean => requirements.requirements.length > 0;
