import type { Application } from "../application/application.ts";
import type { Bar } from "../scoring/standing.ts";

/** One compound with the points its district finalized. */
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
  /** `open`: a district that decides on it has not confirmed its list yet. */
  listing: "recommended" | "passedOver" | "open";
  declaration: Application["declaration"];
  /** Why it cannot be recommended; missing where its points allow it. */
  barred?: Bar;
}

/** 名次. Equal compounds share the first of their places: 1, 2, 2, 4. */
export interface Place {
  rank: number;
  joint: boolean;
}

/** One step of the ladder that separates equal totals. */
export type Rung =
  /** Points of the rows added up. */
  | { kind: "rows"; rows: readonly string[] }
  /** 是否达到: whether the row of satisfaction has its maximum, in hundredths. */
  | { kind: "met"; row: string; maximum: number }
  /** The figure behind that row, among those that reached it. It is not collected: it leaves the tie, for people. */
  | { kind: "figure"; row: string; maximum: number }
  /** Nothing the program knows: it leaves the tie, for people. */
  | { kind: "unknown" };

/** Whose total ranks all districts together, and whether that can be done now. */
export type Basis =
  /** Asked and not answered: no joint ranks. */
  | "open"
  /** The district's own total, to be corrected by verification. */
  | "district"
  /** The city's own total, which verification gives: no joint ranks before it. */
  | "city";
