import { textView, type View } from "../../platform/chat/view.ts";
import type { Place, Rung, ScoredCompound } from "./ranking.ts";

const NUMERALS = "一二三四五六七八九十";

export const rankingPhrases = {
  title: () => "排名汇总（全市）",
  ownTitle: (districts: string) => `${districts}　初评排名`,
  unverified: () => "未经核验",
  listsLabel: () => "推荐名单",
  lists: (confirmed: number, expected: number) => `已收到${confirmed}个，共${expected}个应报地区`,
  listsMissing: (names: readonly string[]) => `；尚未收到：${names.join("、")}`,
  named: () => "（应报地区由活动联系人指定）",
  countedLabel: () => "计入小区",
  counted: (locked: number) => `${locked}个，均为已锁定的区级初评分`,
  basisOpen: (question: string) =>
    `口径R14「${question}」尚未明确，暂不排全市名次。以下按地区列出各小区的初评总分，供参考。`,
  basisCity: () => "口径R14以市级核验分为准，核验尚未进行，暂不排全市名次。以下按地区列出各小区的初评总分，供参考。",
  basisDistrict: () => "口径R14以区级初评分（经核验修正）为准。核验尚未进行，以下为按区级初评分的暂排名次。",
  nothing: () => "目前没有已锁定的初评分数。",
  unlocked: (count: number) => `另有${count}个小区的初评尚未锁定，未计入。`,
  unlockedOwn: (names: readonly string[]) => `尚未锁定、未计入的小区：${names.join("、")}。`,
  columns: { rank: "名次", district: "地区", compound: "小区名称", total: "总分", remarks: "备注" },
  ownColumns: { rank: "区内名次" },
  rank: ({ rank, joint }: Place) => `${joint ? "并列" : ""}第${rank}名`,
  noRank: () => "不排名",
  line: (name: string, points: string, remarks: string) => `${name}：${points}分（${remarks}）`,
  listing: {
    recommended: () => "已推荐",
    passedOver: () => "未推荐",
    open: () => "推荐名单未确认",
  } satisfies Record<ScoredCompound["listing"], () => string>,
  pending: () => "安全责任事故情况待定",
  competing: () => "未列入推荐名单的小区不参加全市排名。",
  /** 总分相同的，依次比较：… */
  ladder: (rungs: readonly Rung[]) => {
    const compared = rungs.flatMap((rung) => (rung.kind === "rows" ? [`${rung.rows.join("与")}两条得分之和`] : []));
    const skipped = rungs.some(({ kind }) => kind === "notCollected") ? "（3-2条背后的数据尚未采集，暂不比较）" : "";
    return compared.length > 0
      ? `总分相同的，按口径R7比较${compared.join("、")}${skipped}，仍相同的并列。`
      : `总分相同的并列${skipped}。`;
  },
  groupTitle: () => "排名汇总",
  groupCounts: (locked: number, confirmed: number, expected: number) =>
    `已锁定初评的小区${locked}个；推荐名单已收到${confirmed}个，共${expected}个应报地区。`,
  groupFootnote: () => "公布前群内只显示汇总数。本地区的排名请在与机器人的单聊中发送「排名」。",
  nothingOwn: () => "本地区目前没有已锁定的初评分数。锁定初评后可在此查看区内排名。",
  ownFootnote: () => "仅为本地区已锁定的初评分，不含其他地区。",
  noScope: () => "「排名」须在分派核验任务或由本地区经办人办理，您目前没有可查看的地区。",
  superseded: () => "推荐名单又有更新，本汇总已由新的汇总替代。发送「排名」可查看最新情况。",
  supersededStatus: () => "已更新",
  exportLabel: () => "导出排名",
  listExportLabel: () => "导出附件4",
  shareLabel: () => "发活动群",
  expectForm: { label: "应报推荐名单的地区", submit: "设为应报" },
  workbookTitle: (year: number, city: string, campaign: string) => `${year}年度${city}“${campaign}”小区排名汇总`,
  sheet: () => "排名汇总",
  sectionHeader: (at: number, name: string, points: number) => `${NUMERALS[at] ?? at + 1}、${name}（${points}分）`,
  totalHeader: (points: number) => `总分（${points}分）`,
  fileName: (title: string, part?: string) => `${title}${part === undefined ? "" : `（${part}）`}.xlsx`,
};

export const expectedPhrases = {
  title: () => "应报地区",
  reply: (names: readonly string[], named: boolean): View =>
    textView(
      expectedPhrases.title(),
      names.length === 0
        ? "目前没有应报推荐名单的地区：尚无小区申报。"
        : `应报推荐名单的地区：${names.join("、")}（${named ? "由活动联系人指定" : "按有无申报小区确定"}）。最后一个应报地区确认后，排名汇总自动发到市级工作群。`,
      { footnote: "发送「应报地区 越城区 柯桥区」可以指定，发送「应报地区 恢复」改回按申报情况确定。" },
    ),
  unknown: (words: string, names: readonly string[]) =>
    `「${words}」中没有认出地区，未作任何改动。地区名称：${names.join("、")}。`,
  toast: (count: number) => (count === 0 ? "已改回按申报情况确定。" : `已指定${count}个应报地区。`),
};

export const sharePhrases = {
  notAllowed: () =>
    "公布前不得向各地区展示带分数的排名（口径R28：不可以），未发送。如需提前展示，请先由审批领导答复口径R28。",
  noGroup: () => "活动群尚未绑定，无法发送。请在活动群内@机器人发送「绑定本群 活动群」。",
  noJointRanks: () => "口径R14尚未明确或核验尚未进行，没有全市名次可以发送，未作任何改动。",
  previewTitle: () => "发送前请核对：排名汇总",
  previewStatus: () => "尚未发送",
  previewLead: () => "以下内容将发到活动群，各地区均可看到：",
  confirmLabel: () => "确认发送排名",
  changed: () => "排名在您核对之后有变化，未发送。请发送「排名 发活动群」重新核对。",
  nothingOpen: () => "没有等待确认的排名。请先发送「排名 发活动群」核对内容。",
  sentTitle: () => "已发送到活动群",
  sent: () => "排名汇总已发送到活动群。",
  sentAlready: () => "这份排名汇总已发送过，没有重复发送。",
};
