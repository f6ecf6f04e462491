import type { Score } from "../scoring/score-sheet.ts";

/** What one member gave a row. */
export interface MemberRow {
  /** staffId; `outside-1` for a member outside the organisation. */
  memberId: string;
  state: Score["state"];
  /** What it counts; of 与初评一致 what the district's points were when it was said. */
  hundredths: number;
}

/** A row of the city's ledger, as the decision on several members' points makes it. */
export interface CityRow {
  criterion: string;
  hundredths: number;
  /** `agreed`: 合议分, over what the members gave apart. */
  from: "mean" | "agreed";
  /** How many members' points it rests on. */
  members: number;
  /** Least and most that a member gave; equal where they agree. */
  least: number;
  most: number;
  /** 否决: every member found so. */
  knockedOut: boolean;
}

/** 核验 of one case, as far as it is final. */
export interface CityCase {
  caseId: string;
  /** Members who verify it, by the assignments in force. */
  assigned: readonly string[];
  /** Of these whose points are final. */
  finalized: readonly string[];
  /** By row, in the plan's order; rows nobody gave have no entry. */
  rows: ReadonlyMap<string, CityRow>;
}

/** How the members' points become the city's. */
export interface TeamScoreRule {
  /** Without the highest and the lowest, from {@link TRIMMED_FROM} members on. */
  trimmed: boolean;
  /** In hundredths: what figures are rounded to. */
  unit: number;
  /** Whether the lead may record one figure over theirs. */
  agreedAllowed: boolean;
}

/** Fewer members have no highest and lowest to leave out. */
export const TRIMMED_FROM = 5;
