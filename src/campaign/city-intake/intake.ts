import { dayOf } from "../../shared/civil-date.ts";
import { standingsOf } from "../application/requirements/standing.ts";
import { applicationsOf } from "../application/store.ts";
import { consultationsOf } from "../consultation/read-state.ts";
import { mayUse } from "../definition/capabilities.ts";
import type { Lateness } from "../definition/deadlines.ts";
import { stageWindow } from "../definition/definition.ts";
import { districtName } from "../definition/districts.ts";
import { noticePeriod, publicationBy } from "../definition/notice-days.ts";
import { decided, quotaFor, rulingDeciding, stagesWith } from "../definition/purposes.ts";
import { boundsOf } from "../definition/quotas.ts";
import type { Context } from "../engine/context.ts";
import { teamInForce } from "../evaluation-team/store.ts";
import { type Awaited, awaitedLists } from "../ranking/awaited-lists.ts";
import { competing } from "../ranking/rules.ts";
import { scoredCompounds } from "../ranking/summary.ts";
import { gapsOf } from "../recommendation/gaps.ts";
import { sealState } from "../recommendation/sealed-copy/sealed-copy.ts";
import { isSealed } from "../recommendation/sealed-copy/views.ts";
import { listsInForce, type RecommendationList } from "../recommendation/store.ts";
import { sheetsOf } from "../scoring/store.ts";
import { visitsInForce } from "../site-visit/store.ts";
import { type Forecast, forecastOf, type Workload } from "./forecast.ts";

/** What has come from one district. */
export interface DistrictIntake {
  district: string;
  name: string;
  /** Undefined: no list yet. */
  list:
    | {
        version: number;
        reportedAt: Date;
        lateness: Exclude<Lateness, "inTime"> | undefined;
        cases: number;
        /** Cases that lack something, and how many things all of them lack. */
        lacking: { cases: number; items: number };
        sealed: boolean;
      }
    | undefined;
}

/** 受理情况 of the whole city. */
export interface Intake {
  awaited: Awaited;
  districts: readonly DistrictIntake[];
  /** Recommended cases that nothing bars. */
  eligible: number;
  /** Cases that are to be selected; undefined where the campaign fixes no number. */
  needed: number | undefined;
  load: Workload;
  /** Whether `load` counts an approved team. */
  hasTeam: boolean;
  /** Undefined where no stage publishes, or nothing is to be visited. */
  forecast: Forecast | undefined;
  /** Departments that have not replied on every case. */
  unanswered: readonly string[];
  /** Id of the ruling on 公示, while it is open. */
  openNotice: string | undefined;
}

export async function readIntake(context: Context): Promise<Intake> {
  const { tx, campaign, rulings } = context;
  const { definition } = campaign;
  const awaited = await awaitedLists(context);
  const lists = await listsInForce(tx, campaign.id);
  return {
    ...{ awaited, needed: neededIn(context), ...(await readForecast(context)) },
    districts: await districtsIn(context, { awaited, lists }),
    unanswered: (await consultationsOf(context))
      .filter(({ letter, unanswered }) => letter && unanswered.length > 0)
      .map(({ department }) => department.name),
    openNotice: noticePeriod(definition, rulings) ? undefined : rulingDeciding(definition, "noticePeriod")?.id,
  };
}

/** Whether the visits that are left can be made in time. */
export async function readForecast(
  context: Context,
): Promise<Pick<Intake, "eligible" | "load" | "hasTeam" | "forecast">> {
  const { tx, campaign } = context;
  const eligible = competing(await scoredCompounds(context)).map(({ applicationId }) => applicationId);
  const made = await visitsInForce(tx, campaign.id);
  const toVisit = eligible.filter((id) => made.get(id)?.state !== "made");
  const { load, hasTeam } = await workloadOf(context, toVisit.length);
  const forecast = toVisit.length === 0 ? undefined : forecastOf(campaign.calendar, load);
  return { eligible: eligible.length, load, hasTeam, forecast };
}

function neededIn({ campaign: { definition }, rulings }: Context): number | undefined {
  const { count, fewerAllowed } = decided(definition, "numberSelected", rulings);
  if (fewerAllowed === true) return undefined;
  if (typeof count === "number") return count;
  const quota = quotaFor(definition, "selected");
  return quota && boundsOf(quota).least;
}

async function workloadOf(context: Context, sites: number): Promise<{ load: Workload; hasTeam: boolean }> {
  const { campaign, rulings, now, people } = context;
  const { definition, calendar } = campaign;
  const [stage] = stagesWith(definition, "verification");
  const today = dayOf(now);
  const team = await teamInForce(context);
  const scorers = people.filter(({ roles }) =>
    roles.some(({ role }) => mayUse(definition, role, "verification.score")),
  );
  const { members } = decided(definition, "membersPerSite", rulings);
  const load = {
    ...{ today, from: stage ? stageWindow(definition, stage).from : today, sites },
    publishedBy: publicationBy(definition, calendar),
    notice: noticePeriod(definition, rulings),
    members: team ? team.members.length : scorers.length,
    perSite: typeof members === "number" ? members : 1,
  };
  return { load, hasTeam: team !== undefined };
}

type Lists = ReadonlyMap<string, RecommendationList>;

/** In the definition's order: the expected districts. */
async function districtsIn(
  context: Context,
  { awaited, lists }: { awaited: Awaited; lists: Lists },
): Promise<DistrictIntake[]> {
  const { definition } = context.campaign;
  const lacking = await lackingByCase(context, [...lists.values()]);
  return Promise.all(
    awaited.expected.map(async (district) => {
      const list = lists.get(district);
      const name = districtName(definition, district);
      if (!list) return { district, name, list: undefined };
      const counts = list.items.map(({ applicationId }) => lacking.get(applicationId) ?? 0);
      return {
        ...{ district, name },
        list: {
          version: list.version,
          reportedAt: list.confirmedAt,
          lateness: list.lateness ?? undefined,
          cases: list.items.length,
          lacking: {
            cases: counts.filter((count) => count > 0).length,
            items: counts.reduce((all, count) => all + count, 0),
          },
          sealed: isSealed(await sealState(context, list)),
        },
      };
    }),
  );
}

/** Number of things that each listed case lacks. */
async function lackingByCase(
  context: Context,
  lists: readonly RecommendationList[],
): Promise<ReadonlyMap<string, number>> {
  const { tx, campaign } = context;
  const ids = new Set(lists.flatMap(({ items }) => items.map(({ applicationId }) => applicationId)));
  const cases = (await applicationsOf(tx, campaign.id)).filter(({ id }) => ids.has(id));
  const standings = await standingsOf(context, cases);
  const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  const gaps = await gapsOf(context, cases, { standings, scoring: { sheets } });
  return new Map([...gaps].map(([id, lines]) => [id, lines.length]));
}
