import { textView, type View } from "../../../platform/chat/view.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { dayWords } from "../../definition/wording.ts";

const KEPT = "所有记录保留，仍可查阅和导出";

export const closingPhrases = {
  word: () => "结束活动",
  confirm: () => "确认结束活动",
  reopen: () => "恢复活动",
  archiveInMaking: (number: number) =>
    `第${number}次归档已经同意，尚未制成，未恢复活动。请待卷宗制成后再恢复；未能制成的，清出空间后发送「继续归档」。`,
  purpose: () => "办结后结束本活动，之后只可查阅",

  missing: (name: string, districts: readonly string[]) => `${name}：${districts.join("、")}尚未报送`,
  notYet: (name: string) => `${name}：尚未办理`,

  previewTitle: () => "结束活动　请确认",
  preview: (title: string) => `结束后${title}不再办理、不再提醒，${KEPT}。确定结束请发送「确认结束活动」。`,
  outstanding: () => "尚未办结",
  closedTitle: () => "活动已结束",
  closed: (title: string) => `${title}已结束，${KEPT}。`,
  closedView: (title: string): View =>
    textView(closingPhrases.closedTitle(), `${closingPhrases.closed(title)}如需继续办理，请发送「恢复活动」。`, {
      tone: "closed",
    }),
  reopenedTitle: () => "活动已恢复",
  reopened: (title: string) => `${title}已恢复办理。办结后请发送「结束活动」。`,
  notClosed: () => "本活动没有结束，无须恢复，未作任何改动。",

  overTitle: () => "各阶段均已结束，尚有事项未办结",
  over: (end: Date) =>
    `以下事项仍可办理，全部办结后请发送「结束活动」；否则活动将于${dayWords(dayOf(end))}自动结束（系统建议，非文件规定）。`,
};
