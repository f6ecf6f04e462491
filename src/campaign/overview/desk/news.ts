import type { Transaction } from "../../../platform/storage/database.ts";
import type { RunningCampaign } from "../../definition/running-campaign.ts";

/** What is told of a day, by the journal's actions, in the order of the year. */
export const NEWS = [
  "application.submitted",
  "application.withdrawn",
  "recommendation.confirmed",
  "correction.submitted",
  "consultation.replied",
  "objection.registered",
  "extension.asked",
  "reminder.agreed",
  "work-report.handed-in",
] as const;
export type NewsAction = (typeof NEWS)[number];

/** How often something was done, by district; under the empty name what is no district's. */
export type News = ReadonlyMap<NewsAction, ReadonlyMap<string, number>>;

/** Entries looked through; a day of a campaign has fewer. */
const MOST = 5_000;

interface Entry {
  action: NewsAction;
  district: string | null;
  /** The same thing done twice counts once. */
  about: string;
}

/** What was done since the moment, from the journal. */
export async function newsSince(
  tx: Transaction,
  { definition }: Pick<RunningCampaign, "definition">,
  since: Date,
): Promise<News> {
  const entries = await tx.$queryRaw<Entry[]>`
    select action, coalesce(case_id, id::text) as "about", (select coalesce(c->'after'->>'district', c->'key'->>'district')
                    from jsonb_array_elements(changes) c
                    where coalesce(c->'after'->>'district', c->'key'->>'district') is not null limit 1) as "district"
    from (select id, at, action, changes, case_id from journal_entry
          where campaign_id = ${definition.campaign.id} order by id desc limit ${MOST}) newest
    where at >= ${since} and action = any(${[...NEWS]}::text[])
    order by id`;
  return countedNews(entries);
}

export function countedNews(entries: readonly Entry[]): News {
  const news = new Map<NewsAction, Map<string, number>>();
  for (const action of NEWS) {
    const own = entries.filter((one) => one.action === action);
    if (own.length === 0) continue;
    const byDistrict = Map.groupBy(own, ({ district }) => district ?? "");
    news.set(
      action,
      new Map([...byDistrict].map(([district, all]) => [district, new Set(all.map(({ about }) => about)).size])),
    );
  }
  return news;
}
