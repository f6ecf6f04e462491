import type { Attachment } from "../attachment/attachment.ts";

/** Of the places of evidence: `row:3-5`. */
export const ROWS = "row:";

export const rowPlace = (row: string): string => `${ROWS}${row}`;

/** @returns `3-5` */
export const rowOfPlace = ({ place }: Pick<Attachment, "place">): string => place.slice(ROWS.length);
