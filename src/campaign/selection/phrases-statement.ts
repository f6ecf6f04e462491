import type { SelectionWords } from "./words.ts";

export const statementPhrases = {
  words: ["择优说明"],
  label: () => "择优说明",
  example: () => "择优说明",
  purpose: ({ measure }: SelectionWords) => `取择优说明（Word）：逐${measure}写明依据和理由，供核对、修改和签名`,
  title: (title: { year: number; city: string; name: string }, { case: one }: SelectionWords) =>
    `${title.year}年度${title.city}“${title.name}”${one}择优说明`,
  fileName: (title: string, part: string) => `${title}（${part}）.docx`,
  draft: () => "草稿，未报批",
  version: (version: number, state: string) => `第${version}版，${state}`,
  lead: ({ organizer }: SelectionWords) =>
    `本说明中的名次、分数和材料情况由系统整理，理由由${organizer}所写。须修改的，请在“择优”中改写理由后重新取用；经核对后由报批人签名。`,
  basisHeading: () => "一、依据",
  chosenHeading: () => "二、入选、递补和未入选对象及理由",
  factsHeading: () => "三、各对象的分数和材料",
  columns: ({ caseName, district }: SelectionWords) => ["序号", district, caseName, "结果", "理由"],
  outcome: { selected: () => "入选", passed: () => "未入选", reserve: (place: number) => `递补对象第${place}位` },
  noReason: () => "（理由待写）",
  fact: (name: string, text: string) => `${name}：${text}`,
  noFacts: () => "没有分数",
  proposedBy: (name: string, at: string) => `报批人：${name}，${at}`,
  decidedBy: (name: string, at: string) => `批准人：${name}，${at}`,
  restsOn: (words: string) => `决定依据：${words}`,
  signed: () => "报批人（签名）：　　　　　　　　日期：　　　年　　月　　日",
  countersigned: ({ approver }: SelectionWords) => `${approver}（签名）：　　　　　　　日期：　　　年　　月　　日`,
  toast: (name: string) => `已发送${name}。`,
  notNow: ({ city, organizer, approver }: SelectionWords) =>
    `核验成员的打分尚未全部提交定稿，在此之前，${city}级择优说明只提供给${organizer}和${approver}，未作任何改动。`,
  noVersion: (version: number) => `没有择优第${version}版，未作任何改动。`,
};
