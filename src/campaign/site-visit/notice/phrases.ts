import type { CivilDate } from "../../../shared/civil-date.ts";
import { fullDayWords } from "../../definition/wording.ts";
import type { Nouns } from "../../directory/nouns.ts";
import { visitDay } from "../phrases.ts";

/** 核验通知 as it is printed, and what is said of it. */
export const visitNoticePhrases = {
  word: () => "核验通知",
  words: ["核验通知", "导出 核验通知", "导出核验通知"],
  purpose: ({ district }: Nouns) => `把已告知${district}的核验日期写成通知草稿（Word）`,
  fileName: () => "核验通知（草稿）.docx",
  sent: (count: string) => `已生成核验通知（草稿），列${count}，Word文件随后发送。暗访和尚未安排日期的未列入。`,
  none: ({ case: one }: Nouns) =>
    `没有已安排日期、可以告知的${one}（暗访的不列入），通知未生成。请先发送「核验安排」安排日期。`,
  template: () => "核验通知",
  fields: {
    ...{ lead: "缘由", rows: "核验安排", prepare: "准备事项", contact: "联系方式", close: "结语" },
    cells: { day: "日期", name: "名称", district: "所属", address: "地址" },
  },
  title: (campaign: string, { case: one }: Nouns) => `关于开展“${campaign}”${one}现场核验的通知`,
  to: ({ district }: Nouns) => `各有关${district}单位：`,
  lead: (planTitle: string, count: string, { city }: Nouns) =>
    `根据《${planTitle}》，${city}级评选工作组将对推荐的${count}进行现场核验，日期安排如下：`,
  day: (day: CivilDate) => `${fullDayWords(day)}${visitDay(day).replace(/^[^（]*/u, "")}`,
  columns: ({ caseName, district }: Nouns): [string, string][] => [
    ["日期", "日期"],
    [caseName, "名称"],
    [district, "所属"],
    ["地址", "地址"],
  ],
  prepare: (items: readonly string[]) => ["请做好以下准备：", ...items.map((item, at) => `${at + 1}. ${item}`)],
  contact: ({ name, phone }: { name: string; phone: string }) => `联系人：${name}，联系电话：${phone}。`,
  close: () => "特此通知。",
};
