import type { Nouns } from "../directory/nouns.ts";

/** 向省推荐的报告 as it is printed; number, signer and date are left for people. */
export const reportPhrases = {
  fileName: () => "向省推荐的报告（草稿）.docx",
  template: () => "向省推荐的报告",
  fields: {
    ...{ lead: "缘由", rows: "名单", close: "结语", contact: "联系方式" },
    cells: { order: "次序", name: "名称", district: "所属", reason: "推荐理由" },
  },
  title: (name: string) => `关于${name}的报告`,
  to: (province: string) => `${province}：`,
  lead: (planTitle: string, count: string, { city }: Nouns) =>
    `根据《${planTitle}》，经评选并公布${city}级名单，现从中择优推荐${count}，按推荐次序报告如下：`,
  /** Label and field of each column. */
  columns: ({ caseName, district }: Nouns): [string, string][] => [
    ["次序", "次序"],
    [caseName, "名称"],
    [district, "所属"],
    ["推荐理由", "推荐理由"],
  ],
  close: () => "专此报告。",
  annex: (count: number) => (count === 0 ? "申报材料" : `申报材料（${count}份）`),
  contact: ({ name, phone }: { name: string; phone: string }) => `联系人：${name}，联系电话：${phone}。`,
};
