import type { View } from "../../src/platform/chat/view.ts";
import { toAnswerParams, toCardParams } from "../../src/platform/dingtalk/render/index.ts";
import type { Sample } from "../sample.ts";
import { completeFormView, formView, lockedFormView, longestView } from "./board-forms.ts";
import { answeredView, listView, privateView, rankingView, retiredView, runningView } from "./board-notices.ts";
import { morningView, nudgeView, reminderView } from "./board-reminders.ts";

interface SampleView {
  id: string;
  name: string;
  about: string;
  view: View;
  /** A sentence that only the reader sees. */
  notice?: string;
}

/** The sample as the bot would send it. */
const sampleOf = ({ view, notice, ...sample }: SampleView): Sample => ({
  ...sample,
  data: {
    ...toCardParams(view, 1),
    ...(notice === undefined ? {} : toAnswerParams({ toast: notice, version: 1, form: true })),
  },
});

/** The faces of the one card: every tone, every block, every kind of field, and the longest texts that fit. */
export const boardSamples: readonly Sample[] = [
  sampleOf({
    id: "running",
    name: "进行中的阶段",
    about: "标题、状态、正文、要点、清单、三个按钮、脚注。蓝色为进行中。",
    view: runningView,
  }),
  sampleOf({
    id: "ranking",
    name: "排名",
    about: "表格随内容分列；状态为绿色，文字为已完成。",
    view: rankingView,
  }),
  sampleOf({
    id: "morning",
    name: "今日待办",
    about: "工作日08:45：谁未报、谁未读、遇休息日、等待事项、昨日以来；第一个按钮为催办。",
    view: morningView,
  }),
  sampleOf({ id: "nudge", name: "催办预览", about: "发给谁、不发给谁及原因、内容；确认后才发送。", view: nudgeView }),
  sampleOf({
    id: "reminder",
    name: "提醒",
    about: "每人每个工作日至多一张，可直接办理或申请延期。",
    view: reminderView,
  }),
  sampleOf({ id: "list", name: "清单", about: "编号清单与引文。橙色为临近截止。", view: listView }),
  sampleOf({
    id: "form",
    name: "填报页",
    about: "一页表单：文字、多行文字、数字、日期、单选、多选、开关。点保存可看到必填提示。",
    view: formView,
  }),
  sampleOf({ id: "complete", name: "已填的填报页", about: "再次打开时带出已保存的内容。", view: completeFormView }),
  sampleOf({ id: "locked", name: "不可提交的填报页", about: "截止后表单与按钮均不可点。", view: lockedFormView }),
  sampleOf({ id: "answered", name: "已处理", about: "按钮处理后不可点，写明结果。", view: answeredView }),
  sampleOf({
    id: "private",
    name: "仅本人可见的提示",
    about: "提交表单后，提示行显示在卡片上方，他人看不到。红色为已逾期。",
    view: privateView,
    notice: "已保存第1页，尚有2项未填。",
  }),
  sampleOf({ id: "retired", name: "已失效", about: "有新卡片时，旧卡片只留一行。灰色为已结束。", view: retiredView }),
  sampleOf({
    id: "longest",
    name: "最长文字",
    about: "标题、状态、按钮、表格、脚注均为允许的最长内容，须能换行，不得截断。",
    view: longestView,
  }),
];
