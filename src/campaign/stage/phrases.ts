import { addDays, dayOf } from "../../shared/civil-date.ts";
import type { Definition } from "../definition/definition.ts";
import { dayWordsIn, duePhraseOf, dueWordsOf, momentWords, restMarkWords } from "../definition/wording.ts";
import { countShown, type Owed } from "./rules.ts";

export const stagePhrases = {
  running: () => "进行中",
  counted: (workingDays: number): string => `进行中，剩${workingDays}个工作日`,
  lastDay: () => "今日结束",
  over: () => "已结束",
  closed: () => "活动已结束",
  /** In place of what a stage asked for at its beginning. */
  overLead: (name: string, on: string) => `${name}阶段已于${on}结束。`,
  /** Of a deliverable. */
  ended: () => "不再办理",
  dueToday: () => "今日截止",
  overdue: () => "已逾期",
  /** 9月底前（截至9月30日），请尽量于9月28日（周四）17:00前，剩2个工作日 */
  due: (definition: Definition, { deadline, near, lateness, isSoftOver }: Omit<Owed, "deliverable">): string => {
    const by = dueWordsOf(definition, deadline);
    const phrase = duePhraseOf(definition, deadline);
    if (lateness === "late") return `应于${phrase}报送，已逾期，仍可报送，将注明逾期`;
    if (lateness === "duringRest") {
      const last = dayWordsIn(definition, addDays(dayOf(deadline.lateFrom), -1));
      return `${phrase}已过，${last}前报送的注明“${restMarkWords(definition, deadline)}”`;
    }
    if (near.kind === "over") return "仍可办理";
    const isLastDay = near.kind === "lastDay";
    const count = countShown(near);
    const counted = count > 0 ? `，剩${count}个工作日` : "";
    if (!deadline.binding) return `请尽量于${isLastDay ? "今日" : by}办理${isLastDay ? "" : counted}，之后仍可办理`;
    if (isLastDay) return `${by}，${stagePhrases.dueToday()}`;
    if (isSoftOver) return `${by}${counted}`;
    return `${by}，请尽量于${momentWords(deadline.softClosesAt)}前${counted}`;
  },
  progressLabel: () => "查看进度",
  citationLabel: () => "查看依据",
  helpLabel: () => "查看帮助",
  opening: (name: string) => `${name}开始`,
  deadline: (name: string) => `${name}截止`,
  softClose: (name: string) => `请尽量在此前完成：${name}`,
};
