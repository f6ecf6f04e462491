import type { Burst } from "./burst.ts";

export interface Spoken {
  /** Named with the row. */
  caseId: string | undefined;
  /** 都归入 3-5 */
  all: boolean;
  /** The case of the open 初评, whose rows have the same numbers. */
  reviewed: string | undefined;
}

/**
 * Which of the questions about files a row answers; `undefined` if it is said for something else: for the points of
 * another case than the files wait for. Several, unless one is named or all are meant: it is asked which.
 */
export function burstsMeant<Of extends Pick<Burst, "state" | "caseId">>(
  asked: readonly Of[],
  { caseId, all, reviewed }: Spoken,
): { these: readonly Of[] } | { which: readonly Of[] } | undefined {
  // 改放 asks about what is filed already, and was said last.
  const moving = asked.filter(({ state }) => state === "moving");
  const open = moving.length > 0 ? moving : asked;
  const ofCase = caseId === undefined ? open : open.filter((one) => one.caseId === caseId);
  const isOther = caseId === undefined && reviewed !== undefined && !open.some((one) => one.caseId === reviewed);
  if (isOther && !all) return undefined;
  const named = ofCase.length > 0 ? ofCase : open;
  return all || named.length === 1 ? { these: named } : { which: named };
}
