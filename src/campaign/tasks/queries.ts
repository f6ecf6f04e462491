import type { Transaction } from "../../platform/storage/database.ts";
import type { CivilDate } from "../../shared/civil-date.ts";
import type { ApplicationState } from "../application/application.ts";
import { SEALED } from "../recommendation/sealed-copy/sealed-copy.ts";
import { DISTRICT_SCORER } from "../scoring/score-sheet.ts";
import { SUMMARY_PLACE } from "../work-report/summary-place.ts";
import type { Districts } from "./reach.ts";

const LEDGER = "district";

/** Null: of all districts. */
const idsOf = (districts: Districts): string[] | null => (districts === "all" ? null : [...districts]);

export interface CaseRow {
  id: string;
  district: string;
  name: string;
  state: ApplicationState;
  submittedAt: Date;
  isFinalized: boolean;
  /** Rows with points of the district. */
  done: number;
  /** Some opinion on it is of an earlier submission; it may have to be confirmed. */
  hasOlderOpinions: boolean;
  /** The last day of a correction that the city waits for, and since when; null: none. */
  returnedUntil: CivilDate | null;
  returnedAt: Date | null;
  /** More time is asked for it since then; null: it is not. */
  moreTimeAskedAt: Date | null;
}

/** Cases in order of submission with how far their 初评 is; the points themselves are not read. */
export const readCases = (tx: Transaction, campaignId: string, districts: Districts): Promise<CaseRow[]> =>
  tx.$queryRaw<CaseRow[]>`
    select a.id, a.district, a.compound_name as "name", a.state, a.submitted_at as "submittedAt",
      coalesce(s.state = 'finalized', false) as "isFinalized",
      (select count(*)::int from score p
       where p.case_id = a.id and p.ledger = ${LEDGER} and p.scorer = ${DISTRICT_SCORER}) as "done",
      exists (select from opinion o
       where o.case_id = a.id and o.withdrawn_at is null and o.revision < a.revision) as "hasOlderOpinions",
      r.due_on as "returnedUntil", r.returned_at as "returnedAt", x.asked_at as "moreTimeAskedAt"
    from application a
    left join case_return r on r.case_id = a.id and r.corrected_at is null and r.revoked_at is null
    left join return_extension x on x.case_id = r.case_id and x.return_number = r.number and x.state = 'asked'
    left join score_sheet s on s.case_id = a.id and s.ledger = ${LEDGER} and s.scorer = ${DISTRICT_SCORER}
    where a.campaign_id = ${campaignId} and (${idsOf(districts)}::text[] is null or a.district = any(${idsOf(districts)}::text[]))
    order by a.submitted_at, a.id`;

export interface ReportedList {
  district: string;
  cases: number;
  version: number;
  at: Date;
  /** A page of its 盖章件 is filed. */
  isSealed: boolean;
}

export interface ReportInForce {
  district: string;
  version: number;
  /** When it was sent back; of one that stands, when it came. */
  at: Date;
  /** The last day for the next version; null: it was not sent back. */
  until: CivilDate | null;
}

export interface OpenSupport {
  district: string;
  number: number;
  /** When it was answered; before, when it was asked for. */
  at: Date;
  isAnswered: boolean;
}

export interface HandedIn {
  /** Lists in force, each with the number of its cases; none: 无推荐. */
  lists: readonly ReportedList[];
  /** Work reports in force, one a district. */
  reports: readonly ReportInForce[];
  /** 支持事项 that are not closed. */
  supports: readonly OpenSupport[];
  /** Districts taken out of those expected to send a list, also others than asked for. */
  released: readonly string[];
  /** The city's finished summary is filed. */
  hasSummary: boolean;
  isPublished: boolean;
}

interface HandedInRow extends ReportedList {
  what: "list" | "report" | "support" | "summary" | "released" | "published";
  until: CivilDate | null;
}

/** What districts have handed in as a whole, in one statement, because everybody's 帮助 asks for it. */
export async function readHandedIn(tx: Transaction, campaignId: string, districts: Districts): Promise<HandedIn> {
  const ids = idsOf(districts);
  const rows = await tx.$queryRaw<HandedInRow[]>`
    select 'list' as "what", district, jsonb_array_length(items) as "cases", version, confirmed_at as "at",
      exists (select from attachment t where t.campaign_id = ${campaignId} and t.state = 'filed'
       and t.place = ${SEALED} || district || '@' || version) as "isSealed", null as "until"
    from (select distinct on (district) district, items, version, confirmed_at, withdrawn_at from recommendation_list
          where campaign_id = ${campaignId} and (${ids}::text[] is null or district = any(${ids}::text[]))
          order by district, version desc) newest
    where withdrawn_at is null
    union all
    select 'report', district, 0, version, coalesce(returned_at, handed_in_at), false, return_due_on
    from (select distinct on (district) * from work_report
          where campaign_id = ${campaignId} and withdrawn_at is null
            and (${ids}::text[] is null or district = any(${ids}::text[]))
          order by district, version desc) latest
    union all
    select 'support', district, 0, number, coalesce(answered_at, asked_at), state = 'answered', null
    from support_request
    where campaign_id = ${campaignId} and state <> 'closed'
      and (${ids}::text[] is null or district = any(${ids}::text[]))
    union all
    select 'summary', '', 0, 0, now(), false, null from attachment
    where campaign_id = ${campaignId} and place = ${SUMMARY_PLACE} and state = 'filed'
    union all
    select 'released', jsonb_array_elements_text(released), 0, 0, now(), false, null from expected_districts
    where campaign_id = ${campaignId} and jsonb_typeof(released) = 'array'
    union all
    select 'published', '', 0, 0, now(), false, null from selection where campaign_id = ${campaignId} and state = 'published'`;
  const of = (what: HandedInRow["what"]): HandedInRow[] => rows.filter((row) => row.what === what);
  return {
    lists: of("list"),
    reports: of("report"),
    supports: of("support").map(({ district, version: number, at, isSealed: isAnswered }) => ({
      ...{ district, number, at, isAnswered },
    })),
    released: of("released").map(({ district }) => district),
    hasSummary: of("summary").length > 0,
    isPublished: of("published").length > 0,
  };
}
