/** Columns of the roster's workbook, in the order in which they are written. */
export const COLUMNS = ["name", "mobile", "district", "role", "note"] as const;
export type Column = (typeof COLUMNS)[number];
