import type { Application } from "../application/application.ts";

/** One compound with the points its district finalized. */
export interface ScoredCompound {
  applicationId: string;
  /** The district's id. */
  district: string;
  /** 小区名称 */
  name: string;
  /** Hundredths of a point by row, e.g. `3-2`. */
  points: ReadonlyMap<string, number>;
  /** 总分 in hundredths. */
  total: number;
  /** `open`: the district has not confirmed its list yet. */
  listing: "recommended" | "passedOver" | "open";
  declaration: Application["declaration"];
}

/** 名次. Equal compounds share the first of their places: 1, 2, 2, 4. */
export interface Place {
  rank: number;
  joint: boolean;
}

/** One step of the ladder that separates equal totals (R7). */
export type Rung = { kind: "rows"; rows: readonly string[] } | { kind: "notCollected" };

/** Whose total ranks all districts together (R14), and whether that can be done now. */
export type Basis =
  /** Not answered: no joint ranks. */
  | "open"
  /** The district's own total, to be corrected by verification. */
  | "district"
  /** The city's own total, which verification gives: no joint ranks before it. */
  | "city";
