import type { Application } from "../application/application.ts";
import type { Bar } from "../scoring/standing.ts";
import type { FoundOnSite } from "../verification/found-on-site.ts";

/** A compound with finalized points of its district. */
export interface ScoredCompound {
  applicationId: string;
  /** The district's id. */
  district: string;
  /** 小区名称 */
  name: string;
  /** Hundredths of a point by row, e.g. `3-2`. */
  points: ReadonlyMap<string, number>;
  /** 总分 in hundredths, bonus points included. */
  total: number;
  /** `open`: a district on its way to the city has not reported its list yet. */
  listing: "recommended" | "passedOver" | "open";
  declaration: Application["declaration"];
  /** The figure behind the satisfaction row in the city's list; higher is better. Missing where the list has none. */
  figure?: number;
  /** The city's final points, where members verified it. Only for who sees the city's ledger. */
  verified?: CityFigures;
  /** 初评 total, where `points` and `total` are the city's. */
  districtTotal?: number;
  /** Bar against recommendation; missing if there is none. */
  barred?: Bar;
  /** Missing before publication. */
  publishedAs?: "selected" | "notSelected";
}

/** What members' final points make of a compound. */
export interface CityFigures {
  /** The district's points with the city's in their place, and the city's own. Hundredths by row. */
  corrected: ReadonlyMap<string, number>;
  own: ReadonlyMap<string, number>;
  /** Totals; `ownTotal` is undefined while a row has no points. */
  correctedTotal: number;
  ownTotal: number | undefined;
  /** Every member who verifies it has final points. */
  isWhole: boolean;
  /** What the members found that keeps it out of the ranking; missing if there is nothing. */
  found?: FoundOnSite;
}

/** 名次. Tied compounds share the best place: 1, 2, 2, 4. */
export interface Place {
  rank: number;
  joint: boolean;
}

/** One tie-breaking step. */
export type Rung =
  /** Compares the sum of the rows. */
  | { kind: "rows"; rows: readonly string[] }
  /** 是否达到. Compares whether the row has its maximum, in hundredths. */
  | { kind: "met"; row: string; maximum: number }
  /**
   * The figure behind the row, among cases at its maximum: of one kind and period where the city's list has it. Unless all
   * of them have one, the tie is left to people.
   */
  | { kind: "figure"; row: string; maximum: number }
  /** Unknown criterion; the tie is left to people. */
  | { kind: "unknown" };

/** Source of the totals for the joint ranking of all districts. */
export type Basis =
  /** The ruling is open: no joint ranks. */
  | "open"
  /** Total of the district; verification may correct it. */
  | "district"
  /** Total from the city's verification: no joint ranks before it. */
  | "city";
