import type { Nouns } from "../directory/nouns.ts";

/** Of the workbooks that come by themselves. */
export const automaticPhrases = {
  countsTitle: (year: number, city: string, campaign: string) => `${year}年度${city}“${campaign}”活动办理进度汇总`,
  countsSheet: () => "进度汇总",
  countsColumns: (): [string, string, string, string] => ["阶段", "事项", "总体情况", "截止日期"],
  nextLabel: () => "接下来",
  yearLabel: () => "活动日程",
  next: (line: string) => `接下来：${line}`,
  nextLine: (name: string, due: string) => `${name}，${due}`,
  listSheet: () => "公布名单",
  publishedOn: (day: string) => `${day}公布`,
  notPublished: () => "名单尚未公布，没有可取的表格。",
  weeklyName: () => "每周进度",
  weeklyWhen: () => "每周一9:00随汇总发到活动群，不列各地情况和分数",
  publishedName: () => "公布名单",
  publishedWhen: () => "公布时发到活动群",
  districtsWhen: ({ city }: Nouns) => `应报名单报齐时发到${city}级工作群，不含分数`,
};
