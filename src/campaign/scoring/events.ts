import { event } from "../engine/events.ts";
import type { Ledger } from "./score-sheet.ts";

/** Rows have been scored for the first time. `criteria`: row ids. */
export const scoresGiven = event<{ caseId: string; ledger: Ledger; criteria: readonly string[] }>("scoring.given");

interface SheetOfCase {
  caseId: string;
  ledger: Ledger;
  /** Of the case. */
  district: string;
}

/** A sheet has been finalized. */
export const sheetFinalized = event<SheetOfCase>("scoring.finalized");

/** A finalized sheet can be changed again (重新修改). */
export const sheetReopened = event<SheetOfCase>("scoring.reopened");

/** What stands beside the rows of a case has changed, without its points. */
export const besideRowsChanged = event<{ caseId: string }>("scoring.beside-changed");

/** Whether the points of a sheet are final has changed. */
export const sheetEvents = [sheetFinalized, sheetReopened] as const;

/** Points, a reason or a remark of a case were given or changed. */
export const pointsChanged = event<{ caseId: string }>("scoring.points-changed");
