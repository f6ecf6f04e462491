import type { Nouns } from "../directory/nouns.ts";

/** 向省推荐的报告 as it is printed; number, signer and date are left for people. */
export const reportPhrases = {
  fileName: () => "向省推荐的报告（草稿）.docx",
  draft: () => "草稿：文号、签发人和成文日期由人工填写。",
  title: (name: string) => `关于${name}的报告`,
  number: () => "〔　　　〕　　号",
  signer: () => "签发人：　　　　　　",
  to: (province: string) => `${province}：`,
  lead: (planTitle: string, count: string, { city }: Nouns) =>
    `根据《${planTitle}》，经评选并公布${city}级名单，现从中择优推荐${count}，按推荐次序报告如下：`,
  columns: ({ caseName, district }: Nouns) => ["次序", caseName, district, "推荐理由"],
  close: () => "专此报告。",
  annex: (count: number) => (count === 0 ? "附件：申报材料" : `附件：申报材料（${count}份）`),
  contact: ({ name, phone }: { name: string; phone: string }) => `联系人：${name}，联系电话：${phone}。`,
  date: () => "年　　月　　日　　",
};
