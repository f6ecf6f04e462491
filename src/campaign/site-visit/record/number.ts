import { numberFrom, numbersInQr } from "../../application/check-number.ts";
import type { SiteVisit } from "../visit.ts";

type Named = Pick<SiteVisit, "caseId" | "number">;

/** 校验号 of the record of a visit. Of a site without a day the number is 0. */
export const recordNumber = (campaignId: string, { caseId, number }: Named): string =>
  numberFrom(["visit", campaignId, caseId, number]);

/** The visit that a check number names; undefined if it is none of these, or none that could be printed. */
export const visitWithNumber = <Visit extends Named>(
  campaignId: string,
  visits: readonly Visit[],
  number: string,
): Visit | undefined => visits.find((visit) => recordNumber(campaignId, visit) === number);

/** The check numbers among the texts of the QR codes on a paper. */
export const numbersOnRecord = (codes: readonly string[]): string[] =>
  codes.flatMap((text) => numbersInQr("visit", text));

/** Begins the places of signed records. */
export const VISIT_PLACES = "visit:";

/** Whether what is filed there belongs to a visit, as `visit:1` and `visit-row:3-5`: the team's, never the district's. */
export const isVisitPlace = (place: string): boolean => /^visit(?:-[a-z]+)?:/u.test(place);

/** Where the signed records of a visit are filed. */
export const recordPlace = ({ number }: Pick<SiteVisit, "number">): string => `${VISIT_PLACES}${number}`;
