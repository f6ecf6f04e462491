import { event } from "../engine/events.ts";
import type { Ledger } from "./score-sheet.ts";

/** Rows of a case's sheet got their first points. */
export const scoresGiven = event<{ caseId: string; ledger: Ledger; criteria: readonly string[] }>("scoring.given");

/** A sheet was finalized: its points stand. */
export const sheetFinalized = event<{ caseId: string; ledger: Ledger; district: string }>("scoring.finalized");
