import { textView, type View } from "../../../../platform/chat/view.ts";
import type { Nouns } from "../../../directory/nouns.ts";

const listed = (names: readonly string[]): string => names.join("、");

/** What is known of a scan's paper. */
export interface ScannedPaper {
  name: string;
  /** As printed. */
  number?: string;
  revision: number;
  current: number;
  /** Labels of the printed fields that have changed since. */
  changed: readonly string[];
}

const paperWords = ({ revision, current, changed }: ScannedPaper): string => {
  if (revision === current) return `为第${revision}次提交的申报表，即现行的一次`;
  const since =
    changed.length === 0 ? "其后的改动不影响意见" : `其后改动了${listed(changed)}，据此登记的意见须重新确认`;
  return `为第${revision}次提交的申报表，现行的是第${current}次提交，${since}`;
};

export const scanPhrases = {
  words: () => ["附件3盖章件", "申报表盖章件"],
  /** @param paper what the plan calls the form: 附件3 */
  place: (paper: string) => `${paper}盖章件`,
  typed: (what: string) => `申报表盖章件 ${what}`,
  recognisedTitle: (name: string) => `收到盖章件：${name}`,
  recognised: (paper: ScannedPaper) =>
    `按校验号${paper.number ?? ""}识别，${paperWords(paper)}。确认后归档，再登记其上的意见。`,
  file: () => "归档盖章件",
  foreign: (number: string) => `二维码中的校验号${number}不属于您经办的申报。`,
  askTitle: () => "请回复校验号",
  ask: ({ caseName }: Nouns) =>
    `没有识别到申报表的二维码，盖章件尚未归档。请回复页脚的校验号（10位数字）；纸上没有校验号的，请回复${caseName}，按现行的一次提交归档。`,
  wrongNumber: (typed: string) =>
    `没有校验号为“${typed}”的申报表，或不属于您经办的申报，盖章件尚未归档。请核对页脚的校验号后重新回复。`,
  noFile: () => "请先在此发送盖章后的申报表（照片或PDF文件）。",
  cardTitle: (paper: string, name: string) => `${paper}盖章件：${name}`,
  status: (revision: number) => `第${revision}次提交`,
  withdrawnStatus: () => "已撤回",
  paper: (paper: ScannedPaper) => `盖章件${paperWords(paper)}。`,
  filed: (on: string, who: string) => `${on}由${who}归档。`,
  onBehalf: (by: string) => `${by}。`,
  withdrawn: (on: string, who: string) => `${on}由${who}撤回，文件已从系统中删除，据此登记的意见注明盖章件待补。`,
  already: () => "同一文件此前已归档，未重复归档。",
  onIt: (offices: readonly string[]) => `据此登记的意见：${listed(offices)}。`,
  tick: () => "盖章件上有哪几家的意见，请在下方填写其日期，未填的不登记。",
  tickTyped: (name: string) => `盖章件上的意见请逐项发送，例如「意见 ${name} 社区 同意 9月5日」。`,
  withdraw: () => "撤回盖章件",
  withdrawnReply: (name: string): View =>
    textView(
      `已撤回盖章件：${name}`,
      "盖章件已撤回，文件将在一日内删除，归档和撤回的记录留存。据此登记的意见仍在，注明盖章件待补。",
      {
        tone: "closed",
      },
    ),
  noneFiled: (name: string) => `“${name}”没有归档的盖章件，未作任何改动。`,
  see: () => "查看盖章件",
  sent: (name: string, count: number): View => textView(`盖章件：${name}`, `共${count}份，见下方。`),
  /** Of the file that is sent. */
  fileName: (paper: string, name: string, { revision, ordinal }: { revision: number; ordinal: number }) =>
    `${paper}_${name}_第${revision}次提交_盖章件${ordinal}`,
  footnote: ({ district }: Nouns) =>
    `盖章的扫描件与纸质件的效力以口径为准；扫描件加密保存，报送前仅本${district}可见。`,
};
