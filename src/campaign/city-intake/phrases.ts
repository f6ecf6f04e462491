import type { Nouns } from "../directory/nouns.ts";
import { type Forecast, type GiveWay, SITES_A_DAY, type Workload } from "./forecast.ts";
import type { DistrictIntake } from "./intake.ts";

export const intakePhrases = {
  words: ["受理情况", "收件情况"],
  word: () => "受理情况",
  purpose: ({ district, city }: Nouns) =>
    `查看各${district}推荐名单的受理、所缺、盖章件，以及${city}级核验能否如期完成`,
  title: ({ city }: Nouns) => `${city}级受理情况`,
  forCity: ({ city }: Nouns) => `受理情况只供${city}级查看，未作显示。`,
  listLabel: () => "推荐名单",
  eligibleLabel: () => "可参评",
  eligible: (count: number, needed: number | undefined, nouns: Nouns) =>
    needed === undefined ? nouns.cases(count) : `${nouns.cases(count)}，应评选${needed}${nouns.measure}`,
  tooFew: ({ eligible, needed }: { eligible: number; needed: number }, nouns: Nouns) =>
    `各${nouns.district}名单均已报送，可参评的只有${nouns.cases(eligible)}，少于应评选的${needed}${nouns.measure}。请研究是否请有关${nouns.district}补充推荐，或明确名额口径。`,
  unanswered: (departments: readonly string[]) => `征求意见：${departments.join("、")}尚未全部回复；不影响核验。`,
  waiting: () => "尚未报送",
  nobody: (at: string) => `${at}报送，无推荐`,
  reported: ({ version, cases }: { version: number; cases: string }, at: string) =>
    `${at}报送第${version}版，推荐${cases}`,
  lateness: { late: () => "逾期", duringRest: (mark: string) => mark },
  lacking: ({ cases, items }: { cases: number; items: number }, { measure }: Nouns) =>
    items === 0 ? "材料齐备" : `其中${cases}${measure}有所缺，共${items}项`,
  sealed: () => "审签和盖章件已归档",
  unsealed: () => "盖章件或审签待补",
  line: ({ name }: Pick<DistrictIntake, "name">, parts: readonly string[]) => `${name}：${parts.join("；")}`,
  forecastHeading: () => "核验安排测算",
  nothingToVisit: (nouns: Nouns) => `目前没有待核验的${nouns.case}。`,
  load: ({ sites, members, perSite }: Workload, hasTeam: boolean, nouns: Nouns) =>
    `待核验${nouns.cases(sites)}，${hasTeam ? "评选工作组" : "人员名单中的评选工作组"}${members}人，每${nouns.measure}${nouns.case}${perSite}人，可分${Math.floor(members / perSite)}组。`,
  days: ({ days, until }: { days: number; until: string }) => `现场核验最迟至${until}，可用${days}个工作日。`,
  noticeTaken: (days: number, workingDays: boolean) => `已扣除公示${days}个${workingDays ? "工作日" : "自然日"}。`,
  noticeOpen: (ruling: string) =>
    `口径${ruling}尚未明确，未扣除公示；明确后可用的天数会减少。核验不受影响，可照常安排。`,
  enough: ({ capacity }: Forecast, nouns: Nouns) =>
    `按每组每天${SITES_A_DAY}${nouns.measure}估算，最多可核验${nouns.cases(capacity)}，可以如期完成。`,
  notEnough: ({ capacity }: Forecast, sites: number, nouns: Nouns) =>
    `按每组每天${SITES_A_DAY}${nouns.measure}估算，最多可核验${nouns.cases(capacity)}，${sites}${nouns.measure}不能如期完成。`,
  giveWayLead: () => "以下调整，任一项即可：",
  noWay: () => "已无可用的工作日，请研究推迟公布。",
  giveWay: (
    way: GiveWay,
    perSiteRuling: string | undefined,
    noticeRuling: string | undefined,
    nouns: Nouns,
  ): string => {
    switch (way.kind) {
      case "team":
        return `增加评选工作组成员${way.more}人`;
      case "perSite":
        return `每${nouns.measure}${nouns.case}改由${way.members}人核验${referring(perSiteRuling)}`;
      case "sitesADay":
        return `每组每天核验${way.sites}${nouns.measure}`;
      case "notice":
        return `缩短公示（现为${way.days}天）${referring(noticeRuling)}`;
    }
  },
  estimate: (nouns: Nouns) => `每组每天${SITES_A_DAY}${nouns.measure}为系统估算，非文件规定；如何安排由您决定。`,
};

const referring = (ruling: string | undefined): string => (ruling === undefined ? "" : `（口径${ruling}）`);
