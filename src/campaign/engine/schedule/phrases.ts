import { textView, type View } from "../../../platform/chat/view.ts";

export const schedulePhrases = {
  failing: (label: string): View =>
    textView(
      "定时事项未能办理",
      `定时事项「${label}」连续未能办理，已办理的内容未受影响，系统会继续自动重试。请查看运行日志并排除故障。`,
      { tone: "overdue" },
    ),
};
