import { momentWords } from "../../definition/wording.ts";
import type { BroadcastState } from "../store.ts";

export const sentPhrases = {
  word: () => "通知记录",
  purpose: () => "查看已发送和定时的通知，更正、撤回、提醒未读",
  title: () => "通知记录",
  none: () => "尚未发送过通知。",
  line: (
    number: number | undefined,
    { state, at, to, text }: { state: BroadcastState; at: Date | undefined; to: string; text: string },
  ) =>
    `${number === undefined ? "" : `${number}号　`}${sentPhrases.state(state)}${at ? `　${momentWords(at)}` : ""}　${to}：${text}`,
  start: (text: string) => (text.length > 24 ? `${text.slice(0, 24)}…` : text),
  footnote: () => "发送「通知记录 1」查看1号通知，更正、撤回、提醒未读在其卡片上办理。",
  state: (state: BroadcastState) =>
    ({ waiting: "待发送", sent: "已发送", recalled: "已撤回", cancelled: "已取消", message: "已发送" })[state],
  see: (number: number) => `查看${number}号`,
  seeTyped: (number: number) => `${sentPhrases.word()} ${number}`,

  correctWord: () => "更正通知",
  correctAsk: (number: number) =>
    `请回复【更正后的${number}号通知内容】，预览确认之后替换各接收人收到的通知。不更正请回复「取消」。`,
  correctTitle: () => "更正通知",
  correctedTitle: () => "通知　已更正",
  corrected: (receivers: number) => `更正后的通知已发给原${receivers}名接收人，替换了此前的内容。`,

  recallWord: () => "撤回通知",
  recallAsk: (number: number, { receivers, files }: { receivers: number; files: number }) =>
    `撤回${number}号通知后，${receivers}名接收人收到的卡片改为“已撤回”，尚未送达的不再发送。` +
    (files > 0 ? "已送达的附件不能收回。" : "") +
    "确认撤回请点击下方按钮。",
  cancelAsk: (number: number) => `${number}号通知尚未发送，确认取消后不再发送。`,
  recallConfirm: () => "确认撤回通知",
  recallFirst: () => "没有待确认的撤回，未作任何改动。请先发送「撤回通知」，核对后再确认。",
  keep: () => "不撤回通知",
  kept: () => "通知未撤回，保持不变。",
  recalledTitle: () => "通知　已撤回",
  recalled: () => "通知已撤回。",
  cancelled: () => "定时通知已取消，没有发送。",
  notRecallable: () => "未使用卡片模板，发出的消息不能撤回，未作任何改动。请用「更正通知」另发更正。",

  nudgeWord: () => "提醒未读",
  nudgeAnyway: () => "仍要提醒未读",
  nudged: (people: number) => `已向未读的${people}人单聊重发通知。`,
  nudgeQuiet: (when: string) =>
    `${when}，没有重发。仍要立即提醒请发送「${sentPhrases.nudgeAnyway()}」，或在工作日8:00至20:00办理。`,
  nudgedBefore: () => "该通知已提醒过未读人员一次，不再重发。请电话联系。",
  notAsked: () => "尚未取得该通知的已读情况（发送2小时后查询），没有重发。",
  allRead: () => "接收人均已读，没有需要提醒的人员。",

  notInForce: (state: BroadcastState, number: number | undefined) => {
    const named = number === undefined ? "该通知" : `${number}号通知`;
    switch (state) {
      case "recalled":
        return `${named}已撤回，未作任何改动。`;
      case "cancelled":
        return `${named}已取消，没有发送过，未作任何改动。`;
      case "waiting":
        return `${named}尚未发送，未作任何改动。可先发送「撤回通知」取消，再重新发送「广播」。`;
      default:
        return `${named}是以消息发送的，不能更正、撤回或重发，未作任何改动。请另发一条通知说明。`;
    }
  },
};
