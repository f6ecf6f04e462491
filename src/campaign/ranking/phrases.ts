import { textView, type View } from "../../platform/chat/view.ts";
import type { Reading } from "../definition/rulings-in-force.ts";
import type { Nouns } from "../directory/nouns.ts";
import type { Bar } from "../scoring/standing.ts";
import type { Place, Rung, ScoredCompound } from "./ranking.ts";

const NUMERALS = "零一两三四五六七八九十";

const referring = (ruling: string | undefined): string => (ruling === undefined ? "" : `按口径${ruling}`);

/** 1-2与1-4两条得分之和, 3-1条得分 */
const rowsWords = (rows: readonly string[]): string =>
  rows.length === 1 ? `${rows[0]}条得分` : `${rows.join("与")}${NUMERALS[rows.length] ?? rows.length}条得分之和`;

function rungWords(rung: Rung, first: boolean): string {
  switch (rung.kind) {
    case "met":
      return `${first ? "先比" : "，再比"}是否达到${rung.row}条`;
    case "rows":
      return `${first ? "比较" : "，再比"}${rowsWords(rung.rows)}`;
    case "figure":
      return "；均达到的，该条背后的数据尚未采集，暂列并列，由人研究；均未达到的";
    case "unknown":
      return `${first ? "" : "，"}仍相同的，比较所需的数据尚未采集，暂列并列，由人研究`;
  }
}

export const rankingPhrases = {
  title: ({ city }: Nouns) => `排名汇总（全${city}）`,
  ownTitle: (districts: string) => `${districts}　初评排名`,
  unverified: () => "未经核验",
  lists: (confirmed: number, expected: number, { district, districtMeasure }: Nouns) =>
    `已收到${confirmed}${districtMeasure}，共${expected}${districtMeasure}应报${district}`,
  listsMissing: (names: readonly string[]) => `；尚未收到：${names.join("、")}`,
  named: ({ district, organizer }: Nouns) => `（应报${district}由${organizer}指定）`,
  countedLabel: (nouns: Nouns) => `计入${nouns.case}`,
  counted: (locked: number, { measure, districtShort }: Nouns) =>
    `${locked}${measure}，均为已锁定的${districtShort}级初评分`,
  basisOpen: ({ ruling, question }: Reading, nouns: Nouns) =>
    `口径${ruling}「${question.replace(/？$/u, "")}」尚未明确，暂不排全${nouns.city}名次。${rankingPhrases.byDistrict(nouns)}`,
  basisCity: ({ ruling }: Reading, nouns: Nouns) =>
    `口径${ruling}以${nouns.city}级核验分为准，${nouns.verifies ? "核验尚未进行，暂" : "本活动没有核验，"}不排全${nouns.city}名次。${rankingPhrases.byDistrict(nouns)}`,
  basisDistrict: ({ ruling }: Reading, { districtShort, verifies }: Nouns) =>
    verifies
      ? `口径${ruling}以${districtShort}级初评分（经核验修正）为准。核验尚未进行，以下为按${districtShort}级初评分的暂排名次。`
      : `口径${ruling}以${districtShort}级初评分为准。`,
  byDistrict: ({ district, case: one }: Nouns) => `以下按${district}列出各${one}的初评总分，供参考。`,
  nothing: () => "目前没有已锁定的初评分数。",
  unlocked: (count: number, { cases }: Nouns) => `另有${cases(count)}的初评尚未锁定，未计入。`,
  unlockedOwn: (names: readonly string[], nouns: Nouns) => `尚未锁定、未计入的${nouns.case}：${names.join("、")}。`,
  columns: ({ district, caseName }: Nouns) => ({
    rank: "名次",
    district,
    compound: caseName,
    total: "总分",
    remarks: "备注",
  }),
  ownRank: ({ districtShort }: Nouns) => `${districtShort}内名次`,
  rank: ({ rank, joint }: Place) => `${joint ? "并列" : ""}第${rank}名`,
  noRank: () => "不排名",
  line: (name: string, points: string, remarks: string) => `${name}：${points}分（${remarks}）`,
  listing: {
    recommended: () => "已推荐",
    passedOver: () => "未推荐",
    open: () => "推荐名单未确认",
  } satisfies Record<ScoredCompound["listing"], () => string>,
  barred: (bar: Bar) =>
    bar.kind === "knockedOut"
      ? `一票否决（${bar.rows.map(({ short }) => short).join("、")}），不能推荐`
      : `未达${bar.passMark}分，不能推荐`,
  competing: (nouns: Nouns) => `未列入推荐名单的${nouns.case}不参加全${nouns.city}排名。`,
  /** 总分相同的，按口径R7先比…，仍相同的并列。 */
  ladder: (rungs: readonly Rung[], ruling: string | undefined) => {
    if (rungs.length === 0) return "总分相同的并列。";
    const compared = rungs.map((rung, at) => rungWords(rung, at === 0)).join("");
    const end = rungs.at(-1)?.kind === "unknown" ? "" : "，仍相同的并列";
    return `总分相同的，${referring(ruling)}${compared}${end}。`;
  },
  groupTitle: () => "排名汇总",
  groupCounts: (counts: { locked: number; confirmed: number; expected: number }, nouns: Nouns) =>
    `已锁定初评的${nouns.case}${counts.locked}${nouns.measure}；推荐名单${rankingPhrases.lists(counts.confirmed, counts.expected, nouns)}。`,
  groupFootnote: ({ district }: Nouns) =>
    `公布前群内只显示汇总数。本${district}的排名请在与机器人的单聊中发送「排名」。`,
  nothingOwn: ({ district, districtShort }: Nouns) =>
    `本${district}目前没有已锁定的初评分数。锁定初评后可在此查看${districtShort}内排名。`,
  ownFootnote: ({ district }: Nouns) => `仅为本${district}已锁定的初评分，不含其他${district}。`,
  noScope: ({ district, verifies }: Nouns) =>
    `「排名」须在${verifies ? "分派核验任务或由" : ""}本${district}经办人办理，您目前没有可查看的${district}。`,
  superseded: () => "推荐名单又有更新，本汇总已由新的汇总替代。发送「排名」可查看最新情况。",
  supersededStatus: () => "已更新",
  exportLabel: () => "导出排名",
  listExportLabel: (list: string) => `导出${list}`,
  shareLabel: () => "发活动群",
  expectForm: ({ district }: Nouns) => ({ label: `应报推荐名单的${district}`, submit: "设为应报" }),
  workbookTitle: (campaign: { year: number; city: string; name: string }, nouns: Nouns) =>
    `${campaign.year}年度${campaign.city}“${campaign.name}”${nouns.case}排名汇总`,
  sheet: () => "排名汇总",
  sectionHeader: (numeral: string, name: string, points: number) => `${numeral}、${name}（${points}分）`,
  totalHeader: (points: number, bonus: number) => `总分（${points}分${bonus > 0 ? `，另加分至多${bonus}分` : ""}）`,
  fileName: (title: string, part?: string) => `${title}${part === undefined ? "" : `（${part}）`}.xlsx`,
};

export const expectedPhrases = {
  /** Command words for the known district nouns. The last one works in every campaign. */
  words: ["应报地区", "应报区", "应报县", "应报街道", "应报乡镇", "应报镇", "应报村", "应报社区", "应报单位"],
  word: ({ district }: Nouns): string => expectedPhrases.words.find((word) => word === `应报${district}`) ?? "应报单位",
  purpose: ({ district }: Nouns) => `查看或指定应报推荐名单的${district}`,
  reply: (
    names: readonly string[],
    { named, examples, ranks, nouns }: { named: boolean; examples: readonly string[]; ranks: boolean; nouns: Nouns },
  ): View => {
    const word = expectedPhrases.word(nouns);
    const how = named ? `由${nouns.organizer}指定` : `按有无申报${nouns.case}确定`;
    const then = ranks ? `最后一个应报${nouns.district}确认后，排名汇总自动发到${nouns.city}级工作群。` : "";
    return textView(
      `应报${nouns.district}`,
      names.length === 0
        ? `目前没有应报推荐名单的${nouns.district}：尚无${nouns.case}申报。`
        : `应报推荐名单的${nouns.district}：${names.join("、")}（${how}）。${then}`,
      {
        footnote: `发送「${[word, ...examples].join(" ")}」可以指定，发送「${word} 恢复」改回按申报情况确定。`,
      },
    );
  },
  unknown: (words: string, names: readonly string[], { district }: Nouns) =>
    `「${words}」中没有认出${district}，未作任何改动。${district}名称：${names.join("、")}。`,
  toast: (count: number, { district, districtMeasure }: Nouns) =>
    count === 0 ? "已改回按申报情况确定。" : `已指定${count}${districtMeasure}应报${district}。`,
};

export const sharePhrases = {
  notAllowed: (reading: Reading | undefined, { district, approver }: Nouns) =>
    reading
      ? `公布前不得向各${district}展示带分数的排名（口径${reading.ruling}：${reading.text.replace(/。$/u, "")}），未发送。如需提前展示，请先由${approver}答复口径${reading.ruling}。`
      : `公布前不得向各${district}展示带分数的排名，未发送。`,
  noGroup: () => "活动群尚未绑定，无法发送。请在活动群内@机器人发送「绑定本群 活动群」。",
  /** @param basis id of the ruling against joint ranks for now */
  noJointRanks: (basis: string | undefined, { city, verifies }: Nouns) =>
    basis === undefined
      ? `目前没有全${city}名次可以发送，未作任何改动。`
      : `口径${basis}尚未明确${verifies ? "或核验尚未进行" : ""}，没有全${city}名次可以发送，未作任何改动。`,
  previewTitle: () => "发送前请核对：排名汇总",
  previewStatus: () => "尚未发送",
  previewLead: ({ district }: Nouns) => `以下内容将发到活动群，各${district}均可看到：`,
  confirmLabel: () => "确认发送排名",
  changed: () => "排名在您核对之后有变化，未发送。请发送「排名 发活动群」重新核对。",
  nothingOpen: () => "没有等待确认的排名。请先发送「排名 发活动群」核对内容。",
  sentTitle: () => "已发送到活动群",
  sent: () => "排名汇总已发送到活动群。",
  sentAlready: () => "这份排名汇总已发送过，没有重复发送。",
};
