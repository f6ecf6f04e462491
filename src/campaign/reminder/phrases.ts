import { weekdayOf } from "../../shared/civil-date.ts";
import type { Deadline } from "../definition/deadlines.ts";
import { dayWords, momentWords } from "../definition/wording.ts";
import { countShown, type Nearness } from "../stage/rules.ts";

const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"];
const stated = ({ statedOn }: Deadline): string => `${dayWords(statedOn)}（周${WEEKDAYS[weekdayOf(statedOn) - 1]}）`;

export const reminderPhrases = {
  title: (name: string, deadline: Deadline) => `【提醒】${name}　${dayWords(deadline.statedOn)}前报送`,
  receivedTitle: (name: string, district: string) => `${district}　${name}`,
  status: (near: Nearness) => {
    if (near.kind === "over") return "已逾期";
    if (near.kind === "lastDay") return "今日截止";
    const count = countShown(near);
    return count > 0 ? `剩${count}个工作日` : "未收到";
  },
  received: () => "已收到",
  missing: (district: string, { name, deadline, near }: { name: string; deadline: Deadline; near: Nearness }) => {
    const head = `${district}的${name}尚未收到`;
    if (near.kind === "over") return `${head}，${stated(deadline)}已截止。仍可报送，将注明逾期。`;
    if (near.kind === "lastDay") return `${head}，请于今日24:00前报送。`;
    return `${head}，请于${stated(deadline)}前报送，尽量于${momentWords(deadline.softClosesAt)}前。`;
  },
  receivedText: (district: string, name: string) => `${district}的${name}已收到，不再提醒。`,
  footnote: (lines: readonly number[], rulings: readonly string[]) =>
    `依据：实施方案第${lines.join("、")}行${rulings.length > 0 ? `；口径${rulings.join("、")}` : ""}。提醒时间为系统建议，非文件规定。`,
  due: (name: string) => `${name}提醒`,
};
