import { event } from "../engine/events.ts";
import type { Ledger } from "./score-sheet.ts";

/** Rows have been scored for the first time. `criteria`: row ids. */
export const scoresGiven = event<{ caseId: string; ledger: Ledger; criteria: readonly string[] }>("scoring.given");

/** A sheet has been finalized. `district`: of the case. */
export const sheetFinalized = event<{ caseId: string; ledger: Ledger; district: string }>("scoring.finalized");
