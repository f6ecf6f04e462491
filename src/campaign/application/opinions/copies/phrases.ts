import { textView } from "../../../../platform/chat/view.ts";
import type { CivilDate } from "../../../../shared/civil-date.ts";
import type { Nouns } from "../../../directory/nouns.ts";

const day = (on: CivilDate): string => `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`;
const copyWord = (copy: number): string => `第${copy}份`;
const copiesWord = (copies: readonly number[]): string => copies.map(copyWord).join("、");

export const copyPhrases = {
  word: () => "纸质件",
  receiveWord: () => "收到纸质件",
  applicant: () => "申报单位",
  copy: copyWord,
  /** @param paper what the plan calls the form: 附件3 */
  title: (paper: string, name: string) => `${paper}纸质件：${name}`,
  listTitle: (paper: string) => `${paper}纸质件`,
  status: (known: number, of: number) => `已登记${known}/${of}份`,
  receivedStatus: (received: number, of: number) => `已收到${received}/${of}份`,
  columns: () => ["纸质件", "去向"],
  listColumns: ({ district, caseName }: Nouns) => [district, caseName, "去向"],
  unknown: () => "尚未登记",
  at: (where: string, since: CivilDate) => `${where}，${day(since)}起`,
  received: (since: CivilDate, { city }: Nouns) => `${city}级已收到，${day(since)}`,
  allUnknown: () => "均未登记",
  hint: (name: string) => `也可发送「纸质件 ${name} 第1份 区局 9月6日」；不写第几份的，各份一并登记。`,
  copiesField: () => "哪几份",
  atField: () => "现在何处",
  sinceField: () => "自哪一天起",
  submit: () => "登记去向",
  casesField: ({ case: one }: Nouns) => `收到哪些${one}的纸质件`,
  receive: () => "登记收到",
  listLead: ({ case: one }: Nouns, count: number) =>
    `推荐名单上的${one}须报纸质申报表各${count}份。收到的请在下方选择，登记为各份均已收到；只收到其中几份的，发送「收到纸质件 名称 第1份」。`,
  nothingReported: () => "还没有已报送的推荐名单，目前没有应收的纸质件。",
  recorded: (copies: readonly number[], where: string, since: CivilDate) =>
    `已登记：${copiesWord(copies)}在${where}，${day(since)}起。`,
  receivedReply: (names: readonly string[]) => `已登记收到${names.join("、")}的纸质件。`,
  reply: (title: string, said: string) => textView(title, said, { tone: "done" }),
  footnote: (source: string, ruling: string | undefined) =>
    `依据：${source}。纸质件的去向由系统登记（系统建议，非文件规定）${ruling === undefined ? "" : `；是否须报纸质件、扫描件效力见口径${ruling}`}。`,
};

export const copyRefusals = {
  noPlace: (at: string, places: readonly string[]) =>
    `“${at}”中未能识别纸质件在何处，未作任何改动。请写明${places.join("、")}中的一处，例如「纸质件 名称 第1份 ${places[0] ?? ""} 9月6日」。`,
  noDate: (at: string) => `“${at}”没有写明日期，未作任何改动。请写明自哪一天起，例如「9月6日」。`,
  future: (at: string) => `“${at}”的日期在今天之后，未作任何改动。请核对后重新登记。`,
  noCopy: (copy: number, count: number) => `申报表一式${count}份，没有第${copy}份，未作任何改动。`,
  nothing: () => "未选择哪几份、现在何处，或未填写日期，未作任何改动。请补充后重新登记。",
  received: (copies: readonly number[], { city, organizer }: Nouns) =>
    `${copiesWord(copies)}${city}级已登记收到，未作任何改动。确有变动的，请联系${organizer}。`,
  noCase: () => "没有选择收到哪些纸质件，未作任何改动。请选择后重新登记。",
  districtOnly: ({ district, city }: Nouns) =>
    `纸质件的去向由经办该申报的${district}登记，未作任何改动。${city}级收到的，请发送「收到纸质件」加名称。`,
  cityOnly: ({ city }: Nouns) => `收到纸质件由${city}级登记，未作任何改动。纸质件送到何处，请发送「纸质件」登记。`,
};
