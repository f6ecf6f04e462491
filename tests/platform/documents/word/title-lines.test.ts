import { expect, test } from "vitest";
import { titleLines } from "../../../../src/platform/documents/word/title-lines.ts";

test.each([
  [
    "of 20 characters stays on its line",
    "关于成立绍兴市美好家园活动评选工作组通知",
    "关于成立绍兴市美好家园活动评选工作组通知",
  ],
  [
    "that is longer ends its lines at signs, and keeps a quoted name whole",
    "关于成立绍兴市“加强物业管理，共建美好家园”活动评选工作组的通知",
    "关于成立绍兴市\n“加强物业管理，共建美好家园”\n活动评选工作组的通知",
  ],
  [
    "divides a quoted name where nothing else helps",
    "关于公布绍兴市2023年度“加强物业管理，共建美好家园，建设平安社区”活动名单的通知",
    "关于公布绍兴市2023年度\n“加强物业管理，共建美好家园，\n建设平安社区”活动名单的通知",
  ],
  [
    "with a quoted name is divided before or behind the name",
    "关于报送2023年度绍兴市“美好家园”小区推荐名单的函",
    "关于报送2023年度绍兴市\n“美好家园”小区推荐名单的函",
  ],
  [
    "without a sign is left to the program that prints it",
    "关于成立绍兴市美好家园活动评选工作组的各项有关通知",
    "关于成立绍兴市美好家园活动评选工作组的各项有关通知",
  ],
])("a title %s", (_, title, expected) => {
  expect(titleLines(title)).toBe(expected);
});
