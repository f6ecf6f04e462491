import type { Nouns } from "../../directory/nouns.ts";

export const reviewFilePhrases = {
  words: ["评审底稿", "导出 评审底稿", "导出评审底稿"],
  typed: () => "导出 评审底稿",
  label: () => "导出评审底稿",
  purpose: ({ case: one, measure }: Nouns) =>
    `导出评审底稿：每${measure}${one === measure ? "" : one}逐条的评分、评分人、理由、相差和材料份数`,
  title: (year: number, city: string, campaign: string) => `${year}年${city}${campaign}评审底稿`,
  sheet: () => "汇总",
  asOf: (day: string) => `截至${day}，分数取已提交定稿的。`,
  fileName: (title: string) => `${title}.xlsx`,
  none: ({ case: one }: Nouns) => `目前没有已列入推荐名单、初评已提交定稿的${one}，没有可导出的评审底稿，未导出。`,
  summaryColumns: ({ district, caseName, districtShort, city }: Nouns) => ({
    ...{ place: "名次", district, name: caseName, total: "总分", districtTotal: `${districtShort}级初评总分` },
    ...{ cityTotal: `${city}级核验后总分`, difference: "相差", settled: "核验情况", remarks: "备注" },
  }),
  columns: ({ districtShort, city }: Nouns) => ({
    ...{ row: "条目", short: "内容", most: "满分", district: `${districtShort}级初评分`, members: "核验成员评分" },
    ...{ city: `${city}级核验分`, difference: "相差", agreed: "合议分", reason: "理由", proof: "材料份数" },
  }),
  caseTitle: (name: string) => `评审底稿：${name}`,
  reviewed: (district: string, at: string | undefined) => `${district}初评${at === undefined ? "" : `，${at}提交定稿`}`,
  scored: (names: readonly string[]) => `核验成员（已定稿）：${names.join("、")}`,
  unscored: () => "尚无已定稿的核验分",
  ownFirst: () => "您的核验打分尚未定稿，不列其他成员的评分",
  waiting: (count: number) => `另有${count}名成员尚未定稿`,
  setAside: (names: readonly string[]) => `${names.join("、")}已回避，所打的分不计入。`,
  settled: (done: number, of: number) => (of === 0 ? "未核验" : `${done}/${of}人已定稿`),
  total: () => "总分",
  given: (name: string, value: string) => `${name} ${value}`,
  reasonOf: (who: string, words: readonly string[]) => `${who}：${words.join("，")}`,
  byDistrict: () => "初评",
  byAgreement: (name: string) => `合议（${name}记录）`,
  footnote: ({ city, districtShort }: Nouns) =>
    `相差为${city}级核验分减${districtShort}级初评分；材料份数为该条已归入的证明材料。供研究参考。`,
  footnoteReviewed: () => "材料份数为该条已归入的证明材料。供研究参考。",
};
