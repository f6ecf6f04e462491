import type { Nouns } from "../directory/nouns.ts";

/** What a file would hold, and what is said of those with several files. */
export const offerPhrases = {
  title: () => "请选择导出内容",
  lead: () => "按您的权限，可导出以下各项（括号内为目前的内容）：",
  line: (typed: string, holds: string) => `「${typed}」（${holds}）`,
  footnote: (one: string | undefined, district: string) =>
    one === undefined ? undefined : `只导出一个${district}的，请加上${district}名称，例如「${one}」。`,
  lists: (count: number, { districts }: Nouns) =>
    count === 0 ? "尚无已报送的名单" : `${districts(count)}已报送的推荐名单`,
  finalized: (count: number, { cases }: Nouns) =>
    count === 0 ? "尚无已提交定稿的分数" : `${cases(count)}已提交定稿的分数`,
  keptBack: () => "核验成员全部提交定稿后提供",
  districts: (count: number, { districts }: Nouns) => `${districts(count)}的办理进度，不含分数`,
  rulings: (count: number) => `${count}项口径`,
  forms: (count: number, { cases }: Nouns) => (count === 0 ? "空白表" : `${cases(count)}的申报，含个人信息，只发单聊`),
  sheets: (count: number, { cases }: Nouns) => (count === 0 ? "空白表" : `${cases(count)}的初评分，只发单聊`),
  sites: (count: number, { cases }: Nouns) => `承担核验的${cases(count)}`,
  toFill: () => "供填写的表格",

  receiptsLabel: () => "导出回执",
  receiptsTyped: () => "导出 回执",
  receiptsPurpose: () => "导出提醒、通知等的发送和阅读情况",
  receiptsHold: (messages: number, people: number) =>
    messages === 0 ? "尚无发送记录" : `${messages}次发送、${people}人的阅读情况，只发单聊`,
  receiptsTitle: (year: number, city: string, campaign: string) => `${year}年度${city}“${campaign}”活动回执`,
  receiptsSheet: () => "回执",
  receiptsColumns: () => ["类别", "发送时间", "接收人", "所在", "阅读时间", "查询时间", "说明"],
  receiptState: (state: "read" | "unread" | "unknown") =>
    ({ read: "已读", unread: "查询时未读", unknown: "未取得已读情况" })[state],
  noReceipts: () => "尚未发送过提醒或通知，没有可导出的回执。",

  report: () => "工作报告",
  reportsLabel: () => "导出报告",
  reportsTyped: (name: string) => `导出 ${name}`,
  reportsPurpose: (name: string) => `一次取得各${name}，超过20MB的分成几个压缩包`,
  reportsHold: (count: number, { districts }: Nouns) => (count === 0 ? "尚未报送" : `${districts(count)}的现行版本`),
  reportFile: (
    number: number,
    district: string,
    { version, part }: { version: number; part: number | undefined },
    ending: string,
  ) =>
    `${String(number).padStart(2, "0")}_${district}_第${version}次报送${part === undefined ? "" : `_文件${part}`}.${ending}`,
  reportTitle: (district: string, name: string) => `${district}${name}`,
  reportsZip: (title: string, part: number, of: number) => `${title}${of === 1 ? "" : `（${part}/${of}）`}.zip`,
  noReports: (name: string) => `目前没有可查看的${name}，没有导出。`,
  reportsGone: (names: readonly string[]) => `以下文件已按规定清理或超过20MB，未纳入：${names.join("、")}。`,
  sent: (names: readonly string[]) => `${names.map((name) => `《${name}》`).join("、")}已发送到您与家园助手的单聊。`,
  sentTitle: () => "已导出",
};
