import type { Nouns } from "../../directory/nouns.ts";

export const comparePhrases = {
  words: ["比较", "对比"],
  label: () => "比较",
  typed: (one: string, other: string) => `比较 ${one} ${other}`,
  example: ({ caseName }: Nouns) => `比较 ${caseName}1 ${caseName}2`,
  purpose: ({ measure, case: one }: Nouns) => `并列两${measure}${one === measure ? "" : one}的名次、分数、材料和要求`,
  title: (one: string, other: string) => `比较：${one}、${other}`,
  columns: (one: string, other: string) => ["项目", one, other],
  rowColumns: (one: string, other: string) => ["条目", one, other],
  place: () => "名次",
  ranked: ({ basis }: { basis: "open" | "district" | "city" }, { city }: Nouns) =>
    basis === "city" ? `${city}级核验分` : "总分",
  corrected: ({ city }: Nouns) => `${city}级核验分`,
  reviewed: () => "初评分",
  verifiedBy: () => "核验",
  whole: (isWhole: boolean | undefined) => {
    if (isWhole === undefined) return "尚无";
    return isWhole ? "已核验" : "部分成员已提交定稿";
  },
  satisfaction: (row: string) => `满意度（${row}）`,
  met: (isMet: boolean) => (isMet ? "达到" : "未达到"),
  participation: (rows: readonly string[]) => `各方参与（${rows.join("、")}）`,
  proof: () => "证明材料",
  proved: (done: number, of: number) => `${done}/${of}条`,
  requirements: () => "要求",
  fine: () => "无不符合或待核实",
  unscored: () => "—",
  noProof: () => "无材料",
  rowsHeading: () => "得分不同的条目：",
  sameRows: (count: number) => `其余${count}条得分相同。`,
  allSame: () => "各条得分均相同。",
  which: ({ case: one, measure, caseName }: Nouns) =>
    `请写明两${measure}${one === measure ? "" : one}的名称，用空格隔开，例如「比较 ${caseName}1 ${caseName}2」。未作任何改动。`,
  same: ({ measure, case: one }: Nouns) =>
    `两次写的是同一${measure}${one === measure ? "" : one}，未作任何改动。请写明另一${measure}的名称。`,
  unknown: (words: string, nearest: readonly string[]) =>
    `没有找到“${words}”，未作任何改动。${nearest.length > 0 ? `名称相近的：${nearest.join("、")}。` : ""}`,
  several: (words: string, names: readonly string[]) =>
    `“${words}”对应多个名称：${names.join("、")}，未作任何改动。请写明全称。`,
  footnote: ({ city }: Nouns) => `分数取已提交定稿的，供研究参考；入选对象由${city}级研究确定。`,
};
