import type { CivilDate } from "../../shared/civil-date.ts";

/** How a district told its Party committee and government. */
export const WAYS = ["written", "meeting", "person", "other"] as const;
export type Way = (typeof WAYS)[number];

/** 已汇报: on which day and how; nothing is owed. */
export interface CheckIn {
  district: string;
  on: CivilDate;
  way: Way;
}
