import { journalTable } from "../../platform/journal/journal-table.ts";

export const agreedPointsTable = journalTable("agreed_points", ["case_id", "criterion", "number"]);
export const recheckTable = journalTable("recheck", ["case_id", "number"]);
