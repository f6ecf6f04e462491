import type { Transaction } from "../../platform/storage/database.ts";
import type { Context } from "../engine/context.ts";
import { criterionById } from "../scoring/rubric.ts";
import { ROWS, rowOfPlace } from "./place.ts";

/** In how many of 64 fields two pictures may look different and still be taken for the same one. */
export const ALIKE_WITHIN = 6;

/** The same or a like picture that was filed for another case. */
export interface Like {
  attachment: string;
  caseId: string;
  /** False: alike only. */
  same: boolean;
}

/** The first that is the same, else the first that looks alike; undefined without any. */
export const mostAlike = (likes: readonly Like[]): Like | undefined => likes.find(({ same }) => same) ?? likes[0];

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
  const rows = await tx.$queryRaw<(Like & { isShared: boolean })[]>`
    select id as attachment, case_id as "caseId", received_hash = ${file.receivedHash} as same,
      (campaign_id = ${file.campaignId} and place = ${file.place}) as "isShared"
    from attachment
    where state = 'filed' and place like ${`${ROWS}%`} and case_id <> ${file.caseId}
      and (received_hash = ${file.receivedHash} or (looks is not null and ${file.looks}::text is not null
        and bit_count(('x' || looks)::bit(64) # ('x' || ${file.looks}::text)::bit(64)) <= ${ALIKE_WITHIN}))
    order by added_at, id limit 20`;
  return rows.filter(({ isShared }) => !(isShared && file.aboutOthers)).map(({ isShared: _, ...like }) => like);
}

/** Of the files in force of a case those that are like one of another case or year, with what they are like. */
export async function likesInCase(
  { tx, campaign }: Pick<Context, "tx" | "campaign">,
  caseId: string,
): Promise<ReadonlyMap<string, readonly Like[]>> {
  const rows = await tx.$queryRaw<(Like & { own: string; place: string; isShared: boolean })[]>`
    select a.id as own, a.place, b.id as attachment, b.case_id as "caseId", b.received_hash = a.received_hash as same,
      (b.campaign_id = a.campaign_id and b.place = a.place) as "isShared"
    from attachment a join attachment b on b.state = 'filed' and b.place like ${`${ROWS}%`} and b.case_id <> a.case_id
      and (b.received_hash = a.received_hash or (a.looks is not null and b.looks is not null
        and bit_count(('x' || b.looks)::bit(64) # ('x' || a.looks)::bit(64)) <= ${ALIKE_WITHIN}))
    where a.case_id = ${caseId} and a.state = 'filed' and a.place like ${`${ROWS}%`}
    order by b.added_at, b.id`;
  const { rubric } = campaign.definition;
  const counted = rows.filter((row) => !(row.isShared && criterionById(rubric, rowOfPlace(row))?.aboutOthers));
  return Map.groupBy(counted, ({ own }) => own);
}
