import type { Nouns } from "../../directory/nouns.ts";
import { MOST_A_WEEK } from "../../reminder/due.ts";
import type { HeldBy } from "./rules.ts";

export const nudgePhrases = {
  word: () => "催办",
  otherWords: () => ["催一下", "催催", "催报"],
  confirmWord: () => "确认催办",
  dropWord: () => "取消催办",
  remindWord: () => "提醒",
  purpose: () => "预览后催办尚未报送的，已报送、已约定、已延期的不催",
  remindPurpose: ({ district }: Nouns) => `向一个${district}的经办人发送提醒，预览后确认`,
  remindExample: (district: string) => `提醒 ${district} 请尽快报送`,
  sending: () => "催办",

  previewTitle: () => "催办　预览",
  previewStatus: () => "待确认发送",
  receiversLabel: () => "接收",
  receivers: (districts: string, people: number) => `${districts}${people}人，每人一张卡片`,
  line: (district: string, names: readonly string[], about: readonly string[]) =>
    `${district}：${names.join("、")}（${about.join("、")}）`,
  heldHeading: () => "不发送",
  held: (district: string, name: string, reason: string) => `${district}　${name}：${reason}`,
  reason: (by: HeldBy, until: string) =>
    ({
      agreed: `已约定${until}报送`,
      extended: `已准予延期至${until}`,
      toldToday: "今日已发送过提醒",
      weekFull: `本周已提醒${MOST_A_WEEK}次，截止前3个工作日以外每周至多${MOST_A_WEEK}次`,
      nobody: "没有在岗的经办人，请核对「人员名单」",
    })[by.why],
  contentHeading: (district: string) => `内容（${district}）`,
  title: (level: "remind" | "urge", district: string) => `${level === "urge" ? "【催办】" : "【提醒】"}${district}`,
  from: (name: string, contact: { name: string; phone: string }) =>
    `发送：${name}。联系人：${contact.name}，电话${contact.phone}。`,
  previewFootnote: () => "确认之后才发送；其间已报送或已约定的不再发送。",

  sentTitle: () => "催办　已发送",
  sentStatus: () => "已发送",
  sent: (districts: string, people: number) => `已发送：${districts}${people}人。`,
  droppedTitle: () => "催办　已取消",
  dropped: () => "催办已取消，没有发送。",

  nobodyTitle: () => "催办",
  allDone: (name: string, { district }: Nouns) => `${name}各${district}均已报送或尚未开始，没有发送。`,
  districtDone: (districts: string) => `${districts}目前没有应报未报的材料，没有发送。其他通知请发送「广播」。`,
  nonePressing: ({ district }: Nouns) =>
    `目前没有逾期、临近截止或提醒未读的${district}，没有发送。催办一项请发送「催办 推荐名单」。`,
  allHeld: () => "以下尚未报送，但现在不宜催办，没有发送。",
  gone: () => "预览之后均已报送、已约定或已提醒，没有发送。",
  dayOver: () => "该预览不是今日的，没有发送。请重新发送「催办」预览。",
  notNow: () => "催办只在工作日08:30至18:00发送，没有发送。",
  unclear: (typed: string, example: string) => `未能识别“${typed}”，没有发送。请写明，例如「${example}」。`,
  whichDistrict: ({ district }: Nouns, example: string) =>
    `没有写明要提醒的${district}，没有发送。请写明，例如「${example}」。`,
  tooLong: (length: number, most: number) => `提醒内容共${length}字，超过${most}字，没有发送。请精简后重新发送。`,
  nothingWaiting: () => "没有待确认的催办，没有发送。请先发送「催办」预览。",
  alreadySent: () => "该催办已发送，没有重复发送。",
  alreadyDropped: () => "该催办已取消，没有发送。请重新发送「催办」预览。",
};

/** 登记约定, on a card. */
export const agreeCardPhrases = {
  word: () => "登记约定",
  title: () => "登记约定",
  lead: () => "已电话联系并约定报送日期的，选择一项，填写约定的日期（须为工作日）。当日及以前不再提醒。",
  line: (district: string, name: string, until: string) => `${district}　${name}：已约定${until}报送`,
  option: (district: string, name: string) => `${district}　${name}`,
  aboutField: () => "已联系",
  untilField: () => "约定日期",
  submit: () => "登记",
  typed: (district: string, name: string) => `也可发送「已电话联系 ${district} ${name}」并写明日期。`,
  nothing: () => "目前没有尚未报送的事项，无须登记。",
};
