import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import type { CivilDate } from "../../shared/civil-date.ts";

/** 现场核验 of one site on one day. */
export interface SiteVisit {
  /** The application's id. */
  caseId: string;
  /** From 1. */
  number: number;
  day: CivilDate;
  /** Which car of the day, from 1. */
  car: number | undefined;
  /** Order of the sites of a car on a day, from 1. */
  position: number;
  /** 暗访: the district does not hear of it before. */
  unannounced: boolean;
  /** 陪同人员 of the district. */
  escort: PersonalRef | undefined;
  state: "arranged" | "cancelled" | "made";
  arrangedAt: Date;
  endedAt: Date | undefined;
}

/** Whether the district knows of the visit: an unannounced one only once it was made. */
export const isKnownToDistrict = ({ state, unannounced }: Pick<SiteVisit, "state" | "unannounced">): boolean =>
  state === "made" || (state === "arranged" && !unannounced);
