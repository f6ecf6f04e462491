import type { Definition } from "../definition/definition.ts";
import { districtsWords, momentWords } from "../definition/wording.ts";
import type { Audience } from "./broadcast.ts";

interface Reach {
  people: number;
  districts: number;
}

export const broadcastPhrases = {
  word: () => "广播",
  otherWord: () => "群发通知",
  sending: () => "发送通知",
  confirm: () => "确认发送",
  toGroup: () => "改发活动群",
  toOfficials: () => "改发单聊",
  drop: () => "取消广播",

  field: () => "通知内容",
  audienceField: () => "发送范围",
  audience: (audience: Audience) => ({ group: "活动群", officials: "各经办人单聊" })[audience],
  preview: () => "预览",
  writeTitle: () => "通知　请填写",
  writeText: () => "填写后先预览，确认之后才发送。",
  askTitle: () => "通知",
  ask: () => "请回复【通知内容】，预览确认之后才发送。不发送请回复「取消」。",
  earlierDropped: () => "此前未确认的通知已取消，没有发送。",

  previewTitle: () => "通知　预览",
  previewStatus: () => "待确认发送",
  textHeading: () => "内容",
  receiversLabel: () => "接收",
  receivers: (definition: Definition, audience: Audience, { people, districts }: Reach) => {
    const all = districtsWords(definition, districts);
    return audience === "group"
      ? `活动群1条消息，${all}${people}名经办人可见，群内${definition.campaign.words.city.noun}级人员也可见`
      : `${people}名经办人的单聊，每人1条，共${people}条消息（${all}）`;
  },
  previewFootnote: () => "请核对内容和接收范围后「确认发送」，发出后不能更改。修改内容请重新发送「广播」。",

  messageTitle: (campaign: string) => `${campaign}　通知`,
  from: (name: string, contact: { name: string; phone: string }) =>
    `发布：${name}。联系人：${contact.name}，电话${contact.phone}。`,

  sentTitle: () => "通知　已发送",
  cardTitle: () => "通知",
  sentStatus: () => "已发送",
  sentTime: () => "时间",
  sent: (receivers: number) => `通知已发送，接收${receivers}人。`,
  sentAt: (at: Date) => momentWords(at),
  droppedTitle: () => "通知　已取消",
  dropped: () => "通知已取消，没有发送。",
  replacedStatus: () => "已取消",

  alreadySent: (at: Date) => `该通知已于${momentWords(at)}发送，没有重复发送。`,
  alreadyDropped: () => "该通知已取消，没有发送。如需发送请重新发送「广播」。",
  nothingWaiting: () => "没有待确认的通知，没有发送。请先发送「广播 文字」预览。",
  nothingWaitingSent: (at: Date) => `没有待确认的通知。最近一条已于${momentWords(at)}发送，没有重复发送。`,
  empty: () => "没有通知内容，未作任何改动。请写明文字，例如「广播 请各地抓紧申报。」",
  tooLong: (length: number, most: number) =>
    `通知共${length}字，超过${most}字，没有保存，也没有发送。请精简后重新发送。`,
  noGroup: () => "活动群尚未绑定，没有发送。可「改发单聊」，或先在群内发送「绑定本群」。",
  noOfficials: () => "人员名单中没有经办人，没有发送。",
  noFiles: () => "通知只发送文字，文件未纳入。请回复文字，或回复「取消」。",
};
