import type { Tone } from "../../platform/chat/view.ts";
import { weekdayOf } from "../../shared/civil-date.ts";
import { momentWords } from "../definition/wording.ts";
import type { Owed } from "./rules.ts";

const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"];

export const stagePhrases = {
  running: () => "进行中",
  counted: (workingDays: number): string => `进行中，剩${workingDays}个工作日`,
  lastDay: () => "今日结束",
  over: () => "已结束",
  /**
   * 9月30日（周六）截止，宜于9月28日（周四）17:00前，剩28个工作日
   * @param count omitted: all working days, for messages; a card stays visible and passes its own count
   */
  due: ({ deadline, statedDay, workingDaysLeft, late }: Owed, count = workingDaysLeft): string => {
    const stated = `${statedDay}（周${WEEKDAYS[weekdayOf(deadline.statedOn) - 1]}）`;
    const counted = count > 0 ? `，剩${count}个工作日` : "";
    if (late) return `${stated}已截止，尚未收到的仍可报送，将注明逾期`;
    if (!deadline.binding) return `宜于${stated}前${counted}，之后仍可办理`;
    return `${stated}截止，宜于${momentWords(deadline.softClosesAt)}前${counted}`;
  },
  received: () => "已收到",
  progressLabel: () => "查看进度",
  citationLabel: () => "查看依据",
  helpLabel: () => "查看帮助",
  opening: (name: string) => `${name}开始`,
  deadline: (name: string) => `${name}截止`,
};

/** Color of the card: near from three working days on. */
export function toneOf(workingDays: number): Tone {
  if (workingDays <= 0) return "closed";
  return workingDays <= 3 ? "near" : "running";
}
