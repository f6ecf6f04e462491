import { weekdayOf } from "../../shared/civil-date.ts";
import type { Deadline } from "../definition/deadlines.ts";
import { momentWords } from "../definition/wording.ts";
import { countShown, type Nearness } from "../stage/rules.ts";

const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"];
const stated = (day: string, { statedOn }: Deadline): string => `${day}（周${WEEKDAYS[weekdayOf(statedOn) - 1]}）`;

interface Missing {
  name: string;
  /** Stated day in words. */
  day: string;
  deadline: Deadline;
  near: Nearness;
}

export const reminderPhrases = {
  title: (name: string, day: string) => `【提醒】${name}　${day}前报送`,
  receivedTitle: (name: string, district: string) => `${district}　${name}`,
  status: (near: Nearness) => {
    if (near.kind === "over") return "已逾期";
    if (near.kind === "lastDay") return "今日截止";
    const count = countShown(near);
    return count > 0 ? `剩${count}个工作日` : "未收到";
  },
  received: () => "已收到",
  missing: (district: string, { name, day, deadline, near }: Missing) => {
    const head = `${district}的${name}尚未收到`;
    if (near.kind === "over") return `${head}，${stated(day, deadline)}已截止。仍可报送，将注明逾期。`;
    if (near.kind === "lastDay") return `${head}，请于今日24:00前报送。`;
    return `${head}，请于${stated(day, deadline)}前报送，尽量于${momentWords(deadline.softClosesAt)}前。`;
  },
  receivedText: (district: string, name: string) => `${district}的${name}已收到，不再提醒。`,
  gone: () => "提醒已失效",
  goneText: () => "本活动不再要求报送，无须办理。",
  footnote: (source: string, rulings: readonly string[]) =>
    `依据：${source}${rulings.length > 0 ? `；口径${rulings.join("、")}` : ""}。提醒时间为系统建议，非文件规定。`,
  due: (name: string) => `${name}提醒`,
};
