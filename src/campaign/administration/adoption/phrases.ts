import { textView, type View } from "../../../platform/chat/view.ts";

/** Length of a typed hash prefix. */
export const SHORT = 8;

export const adoptionPhrases = {
  title: () => "活动设置有变化，请确认",
  lead: (campaign: string) =>
    `${campaign}的设置与正在执行的版本不一致。目前仍按原版本执行，未作任何改动。请核对以下差异后选择是否采用。`,
  open: () => "待确认",
  adopted: () => "已采用",
  declined: () => "未采用",
  gone: () => "已失效",
  adoptLabel: () => "采用",
  declineLabel: () => "不采用",
  adoptedLead: () => "已采用新版本，之后的办理按新版本执行。此前已形成的记录不变，并注明所依据的版本。",
  declinedLead: () => "未采用新版本，继续按原版本执行。",
  goneLead: () => "活动设置又有变化，或已改回原样，本次差异无须再确认。",
  done: (verdict: "adopted" | "declined") =>
    verdict === "adopted" ? "已采用新版本。" : "已记录：不采用，继续按原版本执行。",
  pointsUnder: (noun: string, { criterion, compounds }: { criterion: string; compounds: readonly string[] }) =>
    `条目${criterion}已按原版本打分的${noun}：${compounds.join("、")}。采用新版本不改变已打的分数。`,
  footnote: () => "采用与不采用均留痕。",
  seeAll: () => "查看全部差异",
  seeAllPurpose: () => "活动设置有变化时列出差异，核对后采用或不采用",
  allTitle: () => "活动设置的全部差异",
  count: (count: number) => `共${count}项差异，等待确认。`,
  more: (all: number, shown: number) =>
    `共${all}项差异，以上列出前${shown}项。其余${all - shown}项请发送「查看全部差异」核对后，再选择是否采用。`,
  notOpen: () => "没有等待确认的设置变化，未作任何改动。",
  shortHash: (hash: string) => hash.slice(0, SHORT),
  which: (hashes: readonly string[]) =>
    `有多项设置变化等待确认，请注明编号：${hashes.map((hash) => `「采用 ${hash.slice(0, SHORT)}」`).join("、")}。`,
  reply: (text: string): View => textView("设置变化", text, { tone: "done" }),
};
