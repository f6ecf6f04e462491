import { textView, type View } from "../../platform/chat/view.ts";
import type { Authority } from "../authority/authority.ts";
import { authorityPhrases } from "../authority/phrases.ts";
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
      return "；均达到的，比该条背后的数据，数据不全的暂列并列，由人研究决定；均未达到的";
    case "unknown":
      return `${first ? "" : "，"}仍相同的，比较所需的数据尚未采集，暂列并列，由人研究决定`;
  }
}

export const rankingPhrases = {
  title: ({ city }: Nouns) => `排名汇总（全${city}）`,
  ownTitle: (districts: string) => `${districts}　初评排名`,
  unverified: () => "无核验记录",
  verified: (done: number, all: number) => (done === all ? "已核验" : `已核验${done}/${all}`),
  countedLabel: (nouns: Nouns) => `计入${nouns.case}`,
  counted: (locked: number, { measure, districtShort }: Nouns) =>
    `${locked}${measure}，均为已提交定稿的${districtShort}级初评分`,
  basisOpen: ({ ruling, question }: Reading, nouns: Nouns) =>
    `口径${ruling}「${question.replace(/？$/u, "")}」尚未明确，暂不排全${nouns.city}名次。${rankingPhrases.byDistrict(nouns)}`,
  basisCityVerified: ({ ruling }: Reading, { city, case: one }: Nouns) =>
    `口径${ruling}以${city}级自评分为准。总分为${city}级核验分，有条目尚无成员定稿分数的${one}不排名，所列总分为初评分。`,
  basisCorrected: ({ ruling }: Reading, { districtShort, case: one }: Nouns) =>
    `口径${ruling}以${districtShort}级初评分（经核验修正）为准。总分为按已定稿核验分修正后的得分，尚未核验的${one}仍为初评分。`,
  basisCity: ({ ruling }: Reading, nouns: Nouns) =>
    `口径${ruling}以${nouns.city}级自评分为准，${nouns.verifies ? "系统中无核验记录，暂" : "本活动没有核验，"}不排全${nouns.city}名次。${rankingPhrases.byDistrict(nouns)}`,
  basisDistrict: ({ ruling }: Reading, { districtShort, verifies }: Nouns) =>
    verifies
      ? `口径${ruling}以${districtShort}级初评分（经核验修正）为准。系统中无核验记录，以下为按${districtShort}级初评分的暂排名次。`
      : `口径${ruling}以${districtShort}级初评分为准。`,
  byDistrict: ({ district, case: one }: Nouns) => `以下按${district}列出各${one}的初评总分，供参考。`,
  nothing: () => "目前没有已提交定稿的初评分数。",
  unlocked: (count: number, { cases }: Nouns) => `另有${cases(count)}的初评尚未提交定稿，未计入。`,
  unlockedOwn: (names: readonly string[], nouns: Nouns) =>
    `初评尚未提交定稿、未计入的${nouns.case}：${names.join("、")}。`,
  columns: ({ district, caseName }: Nouns) => ({
    rank: "名次",
    district,
    compound: caseName,
    total: "总分",
    reviewed: "初评分",
    remarks: "备注",
    outcome: "结果",
  }),
  ownRank: ({ districtShort }: Nouns) => `${districtShort}内名次`,
  rank: ({ rank, joint }: Place) => `${joint ? "并列" : ""}第${rank}名`,
  noRank: () => "不排名",
  rowName: ({ id, short }: { id: string; short: string }) => `${id} ${short}`,
  line: (name: string, points: string, remarks: string) => `${name}：${points}分（${remarks}）`,
  listing: {
    recommended: () => "已推荐",
    passedOver: () => "未推荐",
    open: () => "推荐名单未报送",
  } satisfies Record<ScoredCompound["listing"], () => string>,
  barred: (bar: Bar) =>
    bar.kind === "knockedOut"
      ? `一票否决（${bar.rows.map(({ short }) => short).join("、")}），不能推荐`
      : `未达${bar.passMark}分，不能推荐`,
  competing: ({ case: noun, district, city }: Nouns) =>
    `未列入推荐名单的${noun}，以及所在${district}尚未报送推荐名单的${noun}，不参加全${city}排名。`,
  apart: ({ case: noun, district }: Nouns) => `所在${district}尚未报送推荐名单、不参加排名的${noun}：`,
  proposed: (names: readonly string[], { row, source }: { row: string; source: string }) =>
    `建议次序（先列达到满意度条目${row}的，再按总分；${source}，由人研究确定）：${names.join("、")}。`,
  results: { selected: () => "入选", notSelected: () => "未入选" } satisfies Record<
    NonNullable<ScoredCompound["publishedAs"]>,
    () => string
  >,
  published: () => "已公布",
  basisPublished: ({ case: noun, districtShort }: Nouns) =>
    `名单已公布。以下为各${noun}的${districtShort}级初评总分和入选情况。`,
  nobodyReason: (district: string, reason: string | undefined) =>
    `${district}无推荐${reason === undefined ? "" : `，理由：${reason}`}。`,
  duringRest: (district: string, mark: string) => `${district}推荐名单：${mark}。`,
  lateReport: (district: string, reason: string | undefined) =>
    `${district}推荐名单逾期报送${reason === undefined ? "" : `，原因：${reason}`}。`,
  /** 总分相同的，按口径R7先比…，仍相同的并列。 */
  ladder: (rungs: readonly Rung[], ruling: string | undefined) => {
    if (rungs.length === 0) return "总分相同的并列。";
    const compared = rungs.map((rung, at) => rungWords(rung, at === 0)).join("");
    const end = rungs.at(-1)?.kind === "unknown" ? "" : "，仍相同的并列";
    return `总分相同的，${referring(ruling)}${compared}${end}。`;
  },
  groupTitle: () => "排名汇总",
  groupCounts: ({ locked, lists }: { locked: number; lists: string }, nouns: Nouns) =>
    `已提交初评定稿的${nouns.case}${locked}${nouns.measure}；推荐名单${lists}。`,
  groupFootnote: ({ district }: Nouns) =>
    `公布前群内只显示汇总数。本${district}的排名请在与家园助手的单聊中发送「排名」。`,
  nothingOwn: ({ district, districtShort }: Nouns) =>
    `本${district}目前没有已提交定稿的初评分数。提交定稿后可查看${districtShort}内排名。`,
  ownFootnote: ({ district }: Nouns) => `仅为本${district}已提交定稿的初评分，不含其他${district}。`,
  heldBack: ({ city, organizer, approver }: Nouns) =>
    `核验成员的打分尚未全部提交定稿，在此之前，${city}级排名只在单聊中提供给${organizer}和${approver}。`,
  heldBackStatus: () => "核验中",
  noScope: ({ district }: Nouns) =>
    `您目前没有可查看的${district}，未列出排名。各${district}的排名由本${district}经办人查看。`,
  superseded: () => "推荐名单已有变动，本汇总不再更新。发送「排名」可查看最新情况。",
  supersededStatus: () => "已更新",
  exportLabel: () => "导出排名",
  askLabel: () => "查询",
  askTyped: () => "查",
  listExportLabel: (list: string) => `导出${list}`,
  shareLabel: () => "发活动群",
  expectForm: ({ district }: Nouns) => ({ label: `应报推荐名单的${district}`, submit: "提请确认" }),
  workbookTitle: (campaign: { year: number; city: string; name: string }, nouns: Nouns) =>
    `${campaign.year}年度${campaign.city}“${campaign.name}”${nouns.case}排名汇总`,
  sheet: () => "排名汇总",
  pictureAsOf: (day: string) => `截至${day}`,
  compareTitle: ({ year, city, name }: { year: number; city: string; name: string }) =>
    `${year}年度${city}“${name}”初评与核验得分对照`,
  compareLead: (day: string, { district, city }: Nouns) =>
    `截至${day}，只列${city}级核验已全部定稿的，按方案所列${district}次序排列，不是名次。`,
  compareLegend: ({ districtShort, city }: Nouns): [string, string] => [`${districtShort}级初评`, `${city}级核验后`],
  compareName: (district: string, name: string) => `${district}　${name}`,
  compareLine: (name: string, [before, after]: readonly [number, number], nouns: Nouns) => {
    const [district, city] = rankingPhrases.compareLegend(nouns);
    return `${name}：${district}${before}分，${city}${after}分`;
  },
  compared: ([before, after]: readonly [number, number]) => `${before} → ${after}`,
  pictureName: (title: string) => `${title}.png`,
  postedWhen: ({ city, organizer, approver, verifies }: Nouns) =>
    verifies
      ? `应报名单报齐后，每日至多一次，核验成员全部提交定稿之前单独发给${organizer}、${approver}，之后发到${city}级工作群`
      : `应报名单报齐后，每日至多一次，发到${city}级工作群`,
  sectionHeader: (numeral: string, name: string, points: number) => `${numeral}、${name}（${points}分）`,
  totalHeader: (points: number, bonus: number) => `总分（${points}分${bonus > 0 ? `，另加分至多${bonus}分` : ""}）`,
  fileName: (title: string, part?: string) => `${title}${part === undefined ? "" : `（${part}）`}.xlsx`,
};

/** Command words for the known district nouns. The last one works in every campaign. */
const EXPECT_WORDS = [
  "应报地区",
  "应报区",
  "应报县",
  "应报街道",
  "应报乡镇",
  "应报镇",
  "应报村",
  "应报社区",
  "应报单位",
];

export const expectedPhrases = {
  words: EXPECT_WORDS,
  confirmWords: EXPECT_WORDS.map((word) => `确认${word}`),
  declineWords: EXPECT_WORDS.map((word) => `不同意${word}`),
  word: ({ district }: Nouns): string => EXPECT_WORDS.find((word) => word === `应报${district}`) ?? "应报单位",
  confirmWord: (nouns: Nouns) => `确认${expectedPhrases.word(nouns)}`,
  declineWord: (nouns: Nouns) => `不同意${expectedPhrases.word(nouns)}`,
  confirmLabel: () => "确认",
  declineLabel: () => "不同意",
  verdictField: () => "审批结果",
  choose: () => "请选择",
  submitDecision: () => "提交审批",
  opinionToast: () => "请在卡片上写明审批意见后提交，应报范围不变",
  noOpinion: (nouns: Nouns) =>
    `请写明审批意见，未办理。例如：${expectedPhrases.declineWord(nouns)} 请先与有关${nouns.district}核实。`,
  restsOn: (authority: Authority | undefined, now: Date) =>
    `决定依据：${authority ? authorityPhrases.words(authority, now) : authorityPhrases.toBeRegistered()}。`,
  purpose: ({ district, approver }: Nouns) => `查看应报推荐名单的${district}，或提请${approver}调整`,
  /** 应报6个，已报5个（其中无推荐1个） */
  counts: (
    { expected, received, nobody }: { expected: number; received: number; nobody: number },
    { districtMeasure }: Nouns,
  ) =>
    `应报${expected}${districtMeasure}，已报${received}${districtMeasure}${nobody > 0 ? `（其中无推荐${nobody}${districtMeasure}）` : ""}`,
  nobody: (names: readonly string[]) => `无推荐：${names.join("、")}`,
  missing: (names: readonly string[], isOver: boolean) =>
    `${isOver ? "公布时未报送" : "尚未报送"}：${names.join("、")}`,
  released: (names: readonly string[], { approver }: Nouns) => `经${approver}确认不要求报送：${names.join("、")}`,
  title: ({ district }: Nouns) => `应报推荐名单的${district}`,
  status: (
    awaited: string,
    {
      proposed,
      examples,
      ranks,
      nouns,
    }: { proposed: readonly string[] | undefined; examples: readonly string[]; ranks: boolean; nouns: Nouns },
  ): View => {
    const word = expectedPhrases.word(nouns);
    const waits = proposed
      ? `已提请${nouns.approver}确认：应报${nouns.district}调整为${proposed.join("、")}。确认之前，仍按上述范围统计。`
      : "";
    const then = ranks ? `排名汇总自动发送：${rankingPhrases.postedWhen(nouns)}。` : "";
    return textView(expectedPhrases.title(nouns), `${awaited}。${waits}${then}`, {
      footnote: `应报范围为计入统计的全部${nouns.district}，减少须由${nouns.approver}确认。发送「${[word, ...examples].join(" ")}」可提请调整，发送「${word} 恢复」可提请恢复全部。`,
    });
  },
  proposed: ({ approver }: Nouns) => `已提请${approver}确认，确认之前仍按原范围统计。`,
  unchanged: ({ district }: Nouns) => `应报${district}没有变化，无须确认。`,
  noneNamed: ({ district }: Nouns) => `没有选择应报的${district}，未作任何改动。`,
  waiting: () => "待确认",
  settled: () => "已办理",
  asks: (kept: readonly string[], out: readonly string[], { organizer, district }: Nouns) =>
    `${organizer}提请将应报推荐名单的${district}调整为：${kept.join("、")}。${out.length > 0 ? `${out.join("、")}不再要求报送。` : ""}`,
  current: (expected: readonly string[], released: readonly string[], nouns: Nouns) =>
    `应报${nouns.district}：${expected.join("、")}${released.length > 0 ? `；${expectedPhrases.released(released, nouns)}` : ""}。`,
  untilThen: (current: string) => `确认之前，${current}`,
  approvalFootnote: ({ district, approver }: Nouns) =>
    `减少应报${district}须由${approver}确认；未经确认，报送统计和排名汇总均按全部${district}办理。`,
  confirmed: () => "已确认。",
  declined: () => "已记为不同意，范围不变。",
  decidedView: (isConfirmed: boolean, opinion: string, { approver, district }: Nouns): View =>
    textView(
      `应报${district}`,
      `${approver}${isConfirmed ? `已确认应报${district}的调整` : `不同意应报${district}的调整，范围不变`}。${opinion === "" ? "" : `意见：${opinion}`}`,
      { tone: isConfirmed ? "done" : "closed" },
    ),
  nothingProposed: ({ district }: Nouns) => `没有等待确认的应报${district}调整，未作任何改动。`,
  unknown: (words: string, names: readonly string[], { district }: Nouns) =>
    `「${words}」中未能识别出${district}，未作任何改动。${district}名称：${names.join("、")}。`,
};

export const sharePhrases = {
  notAllowed: (reading: Reading | undefined, { district, approver }: Nouns) =>
    reading
      ? `公布前不得向各${district}展示带分数的排名（口径${reading.ruling}：${reading.text.replace(/。$/u, "")}），未发送。如需提前展示，请先由${approver}答复口径${reading.ruling}。`
      : `公布前不得向各${district}展示带分数的排名，未发送。`,
  noGroup: () => "活动群尚未绑定，无法发送。请在活动群内@家园助手发送「绑定本群 活动群」。",
  /** @param basis id of the ruling against joint ranks for now */
  noJointRanks: (basis: { ruling: string; isOpen: boolean } | undefined, { city }: Nouns) => {
    const because =
      basis === undefined
        ? "目前"
        : basis.isOpen
          ? `口径${basis.ruling}尚未明确，`
          : `口径${basis.ruling}以${city}级自评分为准，系统中无核验记录，`;
    return `${because}没有全${city}名次可以发送，未作任何改动。`;
  },
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
