import type { Definition } from "../../definition/definition.ts";
import type { Nouns } from "../../directory/nouns.ts";
import type { SelectionState } from "../../selection/selection.ts";
import type { NewsAction } from "./news.ts";

interface NewsNames extends Nouns {
  list: string | undefined;
  report: string | undefined;
}

/** 市级, 镇级. */
const levelOf = ({ campaign }: Definition): string => `${campaign.words.city.noun}级`;

export const deskPhrases = {
  word: () => "今日待办",
  purpose: (definition: Definition) => `打开${levelOf(definition)}办理的卡片`,
  title: (definition: Definition) => `今日待办　${definition.campaign.name}`,
  lead: (definition: Definition) => `${levelOf(definition)}各步骤可在此办理，也可直接发送按钮上的文字。`,
  status: (count: number) => (count === 0 ? "无待办" : `${count}项待办`),
  nothing: () => "目前没有需要您办理的事项。",
  ownHeading: () => "需要您办理",
  owedHeading: (name: string, by: string, rest: string) => `${name}　${by}${rest}`,
  meetsRest: (last: string) => `，遇休息日，最后一个工作日为${last}`,
  returnsHeading: () => "退回补正",
  districtLine: (districts: readonly string[], words: string) => `${districts.join("、")}：${words}`,
  returned: (name: string, until: string) => `${name}，期限${until}`,
  late: (on: string, days: number) => `截至${on}逾期${days}个工作日`,
  isLate: () => "已逾期",
  dueToday: () => "今日截止",
  left: (days: number) => `剩${days}个工作日`,
  called: (on: string) => `${on}已电话联系`,
  agreed: (until: string) => `已约定${until}报送`,
  extended: (until: string) => `已准予延期至${until}`,
  told: (on: string, isRead: boolean | undefined) =>
    `${on}已提醒${isRead === undefined ? "" : isRead ? "，已读" : "，未读"}`,
  notTold: () => "尚未提醒",
  nobody: () => "没有在岗的经办人",
  stuckHeading: () => "等待审批等事项",
  awaitedHeading: () => "等待报送",
  since: (line: string, day: string) => `${line}（自${day}起）`,
  newsHeading: (since: string) => `${since}以来`,
  news: (action: NewsAction, all: readonly { name: string; count: number }[], nouns: NewsNames) => {
    const total = all.reduce((sum, { count }) => sum + count, 0);
    const names = all.flatMap(({ name }) => (name === "" ? [] : [name])).join("、");
    const cases = all.map(({ name, count }) => `${name}${count}${nouns.measure}`).join("、");
    const { list = "", report = "" } = nouns;
    return {
      "application.submitted": `申报提交：${cases}`,
      "application.withdrawn": `申报撤回：${cases}`,
      "recommendation.confirmed": `${list}报送：${names}`,
      "correction.submitted": `补正报送：${names}`,
      "consultation.replied": `部门回复：${total}件`,
      "objection.registered": `登记异议：${total}件`,
      "extension.asked": `申请延期：${names}`,
      "reminder.agreed": `约定报送：${names}`,
      "work-report.handed-in": `${report}报送：${names}`,
    }[action];
  },
  forecastLabel: () => "核验安排测算",
  duplicatesLabel: () => "可能重复的申报",
  duplicates: (count: number) => `${count}对，发送「进度」查看`,
  selectionLabel: () => "择优和公布",
  selectionNone: () => "尚未择优",
  selection: (version: number, state: SelectionState) => `第${version}版，${deskPhrases.states[state]}`,
  states: {
    proposed: "待批准",
    approved: "已批准，尚未公布",
    declined: "已退回修改",
    reopened: "报批后有变动，须重新批准",
    superseded: "已由新版本替代",
    published: "已公布",
  } satisfies Record<SelectionState, string>,
  progress: () => "查看进度",
  rulings: () => "口径",
  ranking: () => "排名",
  select: () => "择优",
  publish: () => "公布",
  export: () => "导出",
};
