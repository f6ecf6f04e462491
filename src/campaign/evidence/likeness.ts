import type { Transaction } from "../../platform/storage/database.ts";
import { ROWS } from "./place.ts";

/** In how many of 64 fields two pictures may look different and still be taken for the same one. */
export const ALIKE_WITHIN = 6;

/** The same or a like picture that was filed for another case. */
export interface Like {
  attachment: string;
  caseId: string;
  /** False: alike only. */
  same: boolean;
}

/** A file, as it is compared with those filed before. */
export interface Compared {
  campaignId: string;
  caseId: string;
  place: string;
  /** One file may prove the row for every case of this campaign. */
  aboutOthers: boolean;
  receivedHash: string;
  looks: string | null;
}

/**
 * Files in force of other cases, of this campaign or an earlier one, that are the same or look alike. A row about others
 * may have the same file for several cases.
 */
export async function likesOf(tx: Transaction, file: Compared): Promise<Like[]> {
  const rows = await tx.$queryRaw<{ attachment: string; caseId: string; same: boolean; isShared: boolean }[]>`
    select id as attachment, case_id as "caseId", received_hash = ${file.receivedHash} as same,
      (campaign_id = ${file.campaignId} and place = ${file.place}) as "isShared"
    from attachment
    where state = 'filed' and place like ${`${ROWS}%`} and case_id <> ${file.caseId}
      and (received_hash = ${file.receivedHash} or (looks is not null and ${file.looks}::text is not null
        and bit_count(('x' || looks)::bit(64) # ('x' || ${file.looks}::text)::bit(64)) <= ${ALIKE_WITHIN}))
    order by added_at, id limit 20`;
  return rows.filter(({ isShared }) => !(isShared && file.aboutOthers)).map(({ isShared: _, ...like }) => like);
}
