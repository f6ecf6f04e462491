import type { Attachment } from "../../../attachment/attachment.ts";

/** Where stamped scans of the form are filed; followed by the submission that is on the paper. */
export const SCANS = "form:";

export const scanPlace = (revision: number): string => `${SCANS}${revision}`;

/** The submission that is on the paper. */
export const revisionOfScan = ({ place }: Pick<Attachment, "place">): number => Number(place.slice(SCANS.length));
