import { textView, type View } from "../../../platform/chat/view.ts";

export const schedulePhrases = {
  /** @param label of the moment; undefined where it only refreshes cards */
  failing: (label: string | undefined): View =>
    textView(
      "定时事项未能办理",
      `定时事项「${label ?? "卡片更新"}」连续未能办理，已办理的内容未受影响，系统会继续自动重试。请查看运行日志并排除故障。`,
      { tone: "overdue" },
    ),
};
