import { journalTable } from "../../platform/journal/journal-table.ts";

export const consultationTable = journalTable("consultation", ["campaign_id", "department", "number"]);
export const consultationReplyTable = journalTable("consultation_reply", ["case_id", "department", "number"]);
