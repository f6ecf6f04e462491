import type { Transaction } from "../storage/database.ts";

/**
 * Counts that words were asked back or refused, by month: nothing of the words, nobody's name.
 * @param what code of a refusal, or the question: application.compoundAddress
 */
export const countAskedBack = (tx: Transaction, what: string): Promise<unknown> =>
  tx.$executeRaw`
    insert into asked_back (month, what, count)
    values (to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM'), ${what}, 1)
    on conflict (month, what) do update set count = asked_back.count + 1`;

/** How often what was asked back since a campaign began to be recorded, of all campaigns of the database. */
export const askedBackSince = (tx: Transaction, campaignId: string): Promise<{ what: string; count: number }[]> =>
  tx.$queryRaw`
    select what, sum(count)::int as count from asked_back
    where month >= (select to_char(min(recorded_at) at time zone 'Asia/Shanghai', 'YYYY-MM')
      from journal_entry where campaign_id = ${campaignId})
    group by what order by 2 desc, 1`;
