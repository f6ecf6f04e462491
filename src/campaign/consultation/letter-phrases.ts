import type { Nouns } from "../directory/nouns.ts";
import type { Concern } from "./departments.ts";

const numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** 征求意见函 as it is printed; number, date, signer and the day to answer by are left for people. */
export const letterPhrases = {
  fileName: (department: string) => `征求意见函（${department}，草稿）.docx`,
  packName: () => "征求意见函和回复表（草稿）.zip",
  template: () => "征求意见函",
  fields: {
    ...{ lead: "缘由", concerns: "征求内容", reply: "反馈要求", contact: "联系方式", close: "结语" },
    ...{ bureau: "回复单位", rows: "名单" },
    cells: {
      ...{ number: "序号", name: "名称", district: "所属", enterprise: "企业", opinion: "意见", facts: "情况" },
    },
  },
  title: (campaign: string, { case: one }: Nouns) => `关于征求“${campaign}”${one}意见的函`,
  to: (department: string) => `${department}：`,
  lead: (planTitle: string, count: string, { city, case: one, district }: Nouns) =>
    `根据《${planTitle}》，${city}级正在对各${district}推荐的${one}进行核验。现就推荐的${count}及其物业服务企业（名单见附件）征求贵单位意见，请就贵单位掌握的以下情况提出意见：`,
  /** What keeps a case out is asked for as an event, a clause as something that it meets. */
  concern: (at: number, { isClause, wording, source }: Pick<Concern, "isClause" | "wording" | "source">) =>
    `（${numerals[at] ?? at + 1}）${isClause ? "是否符合" : "有无以下情形"}：${wording.replace(/[。.]$/u, "")}（${source}）。`,
  reply: ({ case: one, measure }: Nouns) =>
    `请逐${measure}${one}填写附件所列回复表，均符合且没有上述情形的填“无异议”，有情况的写明事实和涉及的内容；如有其他影响公正评选的情况，请一并写明。请于　　年　　月　　日前加盖公章反馈我单位。`,
  contact: ({ name, phone }: { name: string; phone: string }) => `联系人：${name}，联系电话：${phone}。`,
  close: () => "专此函达，请予支持。",
  mark: () => "附件",
  formTitle: () => "征求意见回复表",
  /** Label and field of each column. */
  columns: ({ caseName, district }: Nouns): [string, string][] => [
    ["序号", "序号"],
    [caseName, "名称"],
    [district, "所属"],
    ["物业服务企业", "企业"],
    ["意见", "意见"],
    ["情况和涉及内容", "情况"],
  ],
  sign: () => [
    ["回复单位（盖章）", "回复人和电话"],
    ["复函文号", "回复日期"],
  ],
};
