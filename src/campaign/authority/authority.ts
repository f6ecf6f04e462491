import { z } from "zod";
import { type CivilDate, isCivilDate } from "../../shared/civil-date.ts";

/** 签批, 局长办公会, 局党组会 */
export const AUTHORITY_KINDS = ["signed", "bureauMeeting", "partyGroupMeeting"] as const;
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number];

/** 依据. What a bureau's decision rests on: a press records it, but is not the decision itself. */
export interface Authority {
  kind: AuthorityKind;
  /** Day of the meeting or of the signature; never in the future. */
  on: CivilDate;
  /** Number of the 纪要 or 签批件, e.g. 〔2023〕12号; missing: 依据文件待登记. */
  number?: string;
}

const storedAuthority = z.object({
  kind: z.enum(AUTHORITY_KINDS),
  on: z.string().refine(isCivilDate),
  number: z.string().optional(),
});

/** Reads the nullable JSON column `authority` of a decision; undefined if none is recorded. */
export function authorityOf(column: unknown): Authority | undefined {
  const read = storedAuthority.safeParse(column).data;
  if (!read) return undefined;
  const { kind, on, number } = read;
  return { kind, on, ...(number === undefined ? {} : { number }) };
}
