import type { Deadline } from "../definition/deadlines.ts";
import { momentWords } from "../definition/wording.ts";
import { countShown, type Nearness } from "../stage/rules.ts";

interface Missing {
  name: string;
  /** 10月20日前（含当日） */
  by: string;
  deadline: Deadline;
  near: Nearness;
  isSoftOver: boolean;
}

type Level = "remind" | "urge";
const LEVELS = { remind: "【提醒】", urge: "【催办】" } as const;

export const reminderPhrases = {
  title: (name: string, by: string, level: Level) => `${LEVELS[level]}${name}　${by}报送`,
  several: (count: number, level: Level) => `${LEVELS[level]}待办${count}项`,
  doneTitle: () => "提醒　已办结",
  doneStatus: () => "已办结",
  doneText: () => "所提醒的事项均已办结，不再提醒。",
  late: (on: string, days: number) => `截至${on}，已逾期${days}个工作日。`,
  overdue: () => "已逾期",
  dueToday: () => "今日截止",
  counted: (count: number) => `剩${count}个工作日`,
  open: () => "待办理",
  unread: (on: string) => `${on}的提醒显示未读，请尽快查看办理。`,
  idle: (on: string) => `${on}已提醒，目前尚未开始办理，请尽快办理。`,
  begun: () => "已开始办理的，请继续完成。",
  agreed: (name: string, until: string) => `${name}：已约定${until}报送。`,
  personFootnote: () => "提醒时间为系统建议，非文件规定。",
  receivedTitle: (name: string, district: string) => `${district}　${name}`,
  status: (near: Nearness) => {
    if (near.kind === "over") return "已逾期";
    if (near.kind === "lastDay") return "今日截止";
    const count = countShown(near);
    return count > 0 ? `剩${count}个工作日` : "未报送";
  },
  received: () => "已报送",
  missing: (district: string, { name, by, deadline, near, isSoftOver }: Missing) => {
    const head = `${district}的${name}尚未报送`;
    if (near.kind === "over") return `${head}，应于${by}报送，已逾期。仍可报送，将注明逾期。`;
    if (near.kind === "lastDay") return `${head}，请于今日24:00前报送。`;
    if (isSoftOver) return `${head}，请于${by}报送。`;
    return `${head}，请于${by}报送，并尽量于${momentWords(deadline.softClosesAt)}前完成。`;
  },
  receivedText: (district: string, name: string) => `${district}的${name}已报送，不再提醒。`,
  gone: () => "提醒已失效",
  goneText: () => "本活动不再要求报送，无须办理。",
  footnote: (source: string, rulings: readonly string[]) =>
    `依据：${source}${rulings.length > 0 ? `；口径${rulings.join("、")}` : ""}。提醒时间为系统建议，非文件规定。`,
  due: (name: string) => `${name}提醒`,
};
