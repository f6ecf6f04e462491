import type { Definition } from "../definition/definition.ts";
import { districtsWords, momentWords } from "../definition/wording.ts";
import type { Audience } from "./broadcast.ts";
import type { FieldWords } from "./merge-fields.ts";
import type { Quiet } from "./sending-time.ts";

interface Reach {
  people: number;
  districts: number;
  /** Messages to each. */
  apiece: number;
  /** 柯桥区、审批领导 */
  who: string;
  /** It is sent at a later moment, to who is meant then. */
  isLater: boolean;
}

const inBraces = (words: readonly string[]): string => words.map((word) => `{${word}}`).join("、");

export const broadcastPhrases = {
  word: () => "广播",
  otherWord: () => "群发通知",
  purpose: () => "撰写通知，预览确认后发到活动群或指定人员，可定时",
  sending: () => "发送通知",
  confirm: () => "确认发送",
  confirmAnyway: () => "仍要发送",
  confirmCorrection: () => "确认发送",
  toGroup: () => "改发活动群",
  toOfficials: () => "改发单聊",
  drop: () => "取消广播",
  toWord: () => "发给",
  toTyped: (who: string) => `发给 ${who}`,
  atWord: () => "定时发送",
  /** Understood on every day. */
  atTyped: () => "定时发送 明天9:00",
  atOnceWord: () => "立即发送",
  attach: () => "附在通知后",
  withoutFiles: () => "去掉附件",

  field: () => "通知内容",
  audienceField: () => "发送范围",
  whoField: () => "指定接收人",
  atField: () => "发送时间",
  audience: (audience: Exclude<Audience, "owing">) =>
    ({ group: "活动群", officials: "各经办人单聊", unread: "上一条通知的未读人员", list: "指定人员" })[audience],
  owing: (names: readonly string[]) => `未报送${names.join("、")}的`,
  preview: () => "预览",
  writeTitle: () => "通知　请填写",
  writeText: () =>
    "填写后先预览，确认之后才发送。指定接收人写姓名、岗位或所在地名，以顿号分开，填写的以其为准；发送时间不填的立即发送。",
  askTitle: () => "通知",
  ask: () => "请回复【通知内容】，可附文件，预览确认之后才发送。不发送请回复「取消」。",
  attachedAsk: (names: readonly string[]) => `已附：${names.join("、")}。请回复【通知内容】，不发送请回复「取消」。`,
  earlierDropped: () => "此前未确认的通知已取消，没有发送。",

  previewTitle: () => "通知　预览",
  correctionTitle: () => "更正通知　预览",
  previewStatus: () => "待确认发送",
  textHeading: () => "内容",
  receiversLabel: () => "接收",
  timeLabel: () => "发送时间",
  filesLabel: () => "附件",
  receivers: (definition: Definition, audience: Audience, { people, districts, apiece, who, isLater }: Reach) => {
    const all = districtsWords(definition, districts);
    if (audience === "group") {
      return `活动群${apiece}条消息，${all}${people}名经办人可见，群内${definition.campaign.words.city.noun}级人员也可见`;
    }
    const sent = `每人${apiece}条，共${people * apiece}条消息`;
    if (audience === "officials") return `${people}名经办人的单聊，${sent}（${all}）`;
    return `${who}${people}人的单聊，${sent}${isLater ? "；以发送时的情况为准" : ""}`;
  },
  asBefore: (people: number, apiece: number) => `原${people}名接收人，每人至多${apiece}条，替换此前的内容`,
  previewFootnote: () =>
    `请核对内容和接收范围。更改接收人请发送「${broadcastPhrases.toTyped("姓名")}」，定时请发送「${broadcastPhrases.atTyped()}」，附件请直接发来；修改内容请重新发送「广播」。发出后可更正、撤回。`,
  correctionFootnote: () => "请核对内容，确认之后替换各接收人收到的通知；附件与原来相同的不重发。",
  kind: (name: string, count: number, example: string) => `${name}（${count}人，以${example}为例）`,
  withTasks: (roles: string, hasTasks: boolean) => `${roles}${hasTasks ? "" : "（无未办事项）"}`,
  moreKinds: (count: number) => `另有${count}类人员，内容仅填入的各项不同。`,

  fields: (district: string): FieldWords => ({
    ...{ name: "姓名", district, tasks: "未办事项", due: "截止日期" },
    ...{ contact: "联系人", phone: "联系电话" },
  }),
  tasks: (lines: readonly string[], most: number) => {
    if (lines.length === 0) return "无";
    return lines.slice(0, most).join("；") + (lines.length > most ? `；等${lines.length}项` : "");
  },
  noDay: () => "无",
  unknownField: (unknown: readonly string[], known: readonly string[]) =>
    `没有${inBraces(unknown)}这一项，没有保存，也没有发送。可填入的有：${inBraces(known)}。`,
  brokenBrace: (known: readonly string[]) =>
    `内容中的花括号不成对，没有保存，也没有发送。填入各人情况请写成${inBraces(known.slice(0, 1))}，其他情况请不用花括号。`,
  fieldInGroup: (fields: readonly string[]) =>
    `发到活动群的通知对所有人相同，不能填入${inBraces(fields)}，没有发送。请发送「广播 发给 各经办人：内容」，或去掉后重新发送。`,

  quiet: (at: Date, quiet: Quiet) => `${momentWords(at)}为${quiet === "night" ? "夜间（20:00至次日8:00）" : "休息日"}`,
  askAgain: (at: Date, quiet: Quiet) =>
    `${broadcastPhrases.quiet(at, quiet)}，没有发送。仍要在该时间发送的，请发送「${broadcastPhrases.confirmAnyway()}」；改在其他时间的，请发送「${broadcastPhrases.atTyped()}」。`,
  timeOver: (at: Date) =>
    `发送时间${momentWords(at)}已过，没有发送。请发送「${broadcastPhrases.atTyped()}」重新定时，或发送「立即发送」。`,
  timeUnclear: () => `未能识别发送时间，未作任何改动。请写明日期和时间，例如「${broadcastPhrases.atTyped()}」。`,
  timePast: (at: Date) => `${momentWords(at)}已过，未作任何改动。请写以后的时间。`,
  timeTooFar: (at: Date) => `${momentWords(at)}在90日以后，未作任何改动。请写90日以内的时间。`,

  messageTitle: (campaign: string) => `${campaign}　通知`,
  from: (name: string, contact: { name: string; phone: string }) =>
    `发布：${name}。联系人：${contact.name}，电话${contact.phone}。`,
  filesBelow: (names: readonly string[]) => `附件：${names.join("、")}`,
  correctedStatus: () => "已更正",
  recalledStatus: () => "已撤回",
  recalledText: (hasFiles: boolean) => `该通知已撤回，请勿据此办理${hasFiles ? "，随附的文件作废" : ""}。`,
  erased: () => "内容已按规定清理。",
  erasedName: () => "名称已清理的文件",

  sentTitle: () => "通知　已发送",
  plannedTitle: () => "通知　待发送",
  cardTitle: () => "通知",
  numberLabel: () => "编号",
  number: (number: number) => `${number}号`,
  sentTime: () => "时间",
  sent: (receivers: number) => `通知已发送，接收${receivers}人。`,
  corrected: (receivers: number) => `更正后的通知已发给原${receivers}名接收人。`,
  planned: (at: Date) => `通知将于${momentWords(at)}发送，接收人以届时情况为准。此前可在「通知记录」中取消。`,
  droppedTitle: () => "通知　已取消",
  dropped: () => "通知已取消，没有发送。",
  replacedStatus: () => "已取消",
  momentLabel: () => "定时通知",
  notSentAtMoment: (number: number, why: string) => `${number}号定时通知没有发送：${why}`,
  undeliveredTitle: () => "通知　未送达",
  undeliveredLabel: () => "未送达",
  chats: (count: number) => `${count}处`,
  undelivered: (
    number: number,
    { chats, isGroup, reasons }: { chats: number; isGroup: boolean; reasons: readonly string[] },
  ) =>
    `${number}号通知有${chats}处未能送达，钉钉未予发送（${reasons.join("、")}）。` +
    (isGroup
      ? "请确认活动群仍在、家园助手仍在群内，必要时在群内重新发送「绑定本群」，然后重新发送通知；也可发送「改发单聊」。"
      : "请核对有关人员是否仍在组织内，另行通知。"),

  asItWas: () => "更正发给原接收人，不能改接收人或定时，未作任何改动。",
  alreadySent: (at: Date) => `该通知已于${momentWords(at)}发送，没有重复发送。`,
  alreadyPlanned: (at: Date | undefined) =>
    `该通知已确认${at ? `，定于${momentWords(at)}发送` : ""}，没有重复办理。可在「通知记录」中取消。`,
  alreadyDropped: () => "该通知已取消，没有发送。如需发送请重新发送「广播」。",
  nothingWaiting: () => "没有待确认的通知，没有发送。请先发送「广播 文字」预览。",
  nothingWaitingSent: (at: Date) => `没有待确认的通知。最近一条已于${momentWords(at)}发送，没有重复发送。`,
  empty: () => "没有通知内容，未作任何改动。请写明文字，例如「广播 请各地抓紧申报。」",
  tooLong: (length: number, most: number) =>
    `通知共${length}字，超过${most}字，没有保存，也没有发送。请精简后重新发送，或将全文作为附件。`,
  noGroup: () => "活动群尚未绑定，没有发送。可发送「改发单聊」，或先在群内发送「绑定本群」。",
  nobody: (who: string) => `「${who}」目前没有接收人，没有发送。请核对接收范围。`,
  noLast: () => "尚未发送过通知，没有未读人员，没有发送。",
  notAsked: (number: number) =>
    `${number > 0 ? `${number}号通知` : "上一条通知"}的已读情况发送2小时后才查询，目前不能确定未读人员，没有发送。`,
  toWhom: (examples: readonly string[]) => `请写明接收人，例如${examples.map((one) => `「${one}」`).join("")}。`,
  unknownRecipient: (word: string, examples: readonly string[]) =>
    `未能识别接收人「${word}」，未作任何改动。可写：${examples.map((one) => `「${one}」`).join("")}，或人员姓名。`,
  unknownDeliverable: (word: string, known: readonly string[]) =>
    `没有「${word}」这一应报事项，未作任何改动。应报事项有：${known.join("、")}。`,
  severalRecipients: (name: string) => `名单中有多位${name}，未作任何改动。请按所在地名或岗位指定。`,
  recipientAway: (name: string) => `${name}正在休假，未作任何改动。请改发代办人。`,
  unknownNumber: (words: string) =>
    `没有${words.trim() === "" ? "" : `「${words.trim()}」这条`}通知，未作任何改动。请发送「通知记录」查看编号。`,

  tooManyFiles: (most: number) =>
    `附件至多${most}个，没有附上。可发送「${broadcastPhrases.withoutFiles()}」后重新发来。`,
  fileTooLarge: (name: string, most: number) => `《${name}》超过${most}MB，没有附上。`,
  fileKind: (name: string) => `《${name}》不能随通知发送，没有附上。请发 Word（docx）、Excel（xlsx）、PDF 文件或图片。`,
  sameFile: (name: string) => `已附有《${name}》，没有重复附上。`,
};
