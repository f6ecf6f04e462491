import type { Reading } from "../../definition/rulings-in-force.ts";
import type { SelectionWords } from "../words.ts";

export const publicationPhrases = {
  purpose: ({ list }: SelectionWords) => `核对并公布已批准的${list}`,
  openRulings: (open: readonly Reading[], { approver }: SelectionWords) =>
    `不能公布：${open.map(({ ruling, question }) => `口径${ruling}「${question}」`).join("、")}尚未答复。请先发送「口径」，由${approver}答复后再公布。`,
  nothing: ({ list, approver }: SelectionWords) =>
    `目前没有已批准的${list}，不能公布。请先发送「择优」，报${approver}批准后再公布。`,
  notApproved: (version: number, { list, approver }: SelectionWords) =>
    `${list}第${version}版尚未批准，不能公布。请${approver}批准后再公布。`,
  declined: (version: number, { list }: SelectionWords) =>
    `${list}第${version}版未获批准，不能公布。请重新择优并报批。`,
  already: (at: string, { list }: SelectionWords) => `${list}已于${at}公布，不能重复公布。`,
  obstacles: (reasons: readonly string[]) => `不能公布：${reasons.join("；")}。名单有变的，请重新择优并报批。`,
  noGroup: () => "活动群尚未绑定，无法公布。请在活动群内@机器人发送「绑定本群 活动群」。",
  changed: () => "名单在您核对之后有变化，未公布。请发送「公布」重新核对。",
  notPreviewed: () => "请先核对以下内容，再发送「确认公布」。",

  previewTitle: () => "公布前请核对",
  previewStatus: (version: number) => `第${version}版，尚未公布`,
  toLabel: () => "发送对象",
  to: (group: string, bodies: string | undefined) => (bodies === undefined ? group : `${group}（${bodies}）`),
  contentLabel: () => "发送内容",
  content: (count: number, { cases, scored }: SelectionWords) =>
    `${cases(count)}的名单，不含${scored ? "分数、名次和" : ""}择优理由`,
  approvedLabel: () => "批准",
  approved: (by: string, at: string) => `${by}，${at}`,
  verifiedLabel: () => "核验",
  unverified: () => "本名单未经核验",
  ruling: (id: string) => `口径${id}`,
  notice: (last: string) =>
    `按口径须先公示，自批准之日的次日起算至${last}。请确认公示期满且无异议（系统建议，非文件规定）。`,
  confirmLabel: () => "确认公布",
  once: () => "公布只进行一次，公布后不能收回。",

  listTitle: (year: number, city: string, list: string) => `${year}年度${city}${list}`,
  /** Default, if the plan does not name the list. */
  listName: (campaign: string, noun: string) => `“${campaign}”${noun}名单`,
  published: () => "已公布",
  listLead: (bureau: string, count: number, { cases }: SelectionWords) => `经择优，${bureau}公布以下${cases(count)}：`,
  listColumns: ({ district, caseName }: SelectionWords) => ["序号", district, caseName],
  listFootnote: (source: string, contact: { name: string; phone: string }, { district }: SelectionWords) =>
    `依据：${source}。按${district}排列，不分先后。联系人：${contact.name}，电话${contact.phone}。`,
  doneTitle: () => "已公布",
  done: (group: string, { list }: SelectionWords) => `${list}已公布，名单已发到${group}。`,
  doneToast: ({ list }: SelectionWords) => `${list}已公布。`,
};
