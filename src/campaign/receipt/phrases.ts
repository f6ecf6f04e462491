import { momentWords } from "../definition/wording.ts";

const KINDS: Readonly<Record<string, string>> = {
  remind: "提醒",
  urge: "催办",
  todo: "钉钉待办",
  supervise: "督办",
  broadcast: "通知",
  return: "退回补正",
  publication: "公布",
  correction: "更正",
};

export const receiptPhrases = {
  word: () => "阅读情况",
  purpose: () => "查看提醒、通知等的已读和未读人员",
  title: () => "阅读情况",
  label: () => "阅读情况",
  kind: (kind: string) => KINDS[kind] ?? "消息",
  line: (kind: string, sentAt: Date, count: string) => `${receiptPhrases.kind(kind)}　${momentWords(sentAt)}：${count}`,
  count: (read: number, of: number, unread: readonly string[]) =>
    unread.length === 0 ? `已读${read}/${of}` : `已读${read}/${of}，未读：${unread.join("、")}`,
  notAsked: (of: number) => `已发${of}人，发送2小时后查询是否已读`,
  unknown: (of: number) => `已发${of}人，未取得已读情况`,
  nothing: () => "尚未发送过提醒或通知。",
  footnote: () => "已读情况由钉钉提供，发送后2小时和23小时各查询一次，不向群内提供。",
};
