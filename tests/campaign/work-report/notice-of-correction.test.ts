import { expect, test } from "vitest";
import { corrects } from "../../../src/campaign/work-report/beside-report.ts";
import { takenBackIn } from "../../../src/campaign/work-report/doubts.ts";

test.each([
  "更正：参加创建23个应为26个；落款日期改为2023年10月20日",
  "更正：\n参加创建23个应为26个\n主要做法一段再补一条，红色物业示范点建设覆盖全区16个街道，成效明显，群众反映好。\n落款日期改为2023年10月20日",
  "特此更正：满意度96.2%应为95.2%，其余内容不变，给您添麻烦了，请以此为准，后面的建议部分也相应调整，谢谢。",
  "勘误：第二段“三方”应为“四方”",
])("%j corrects the report and is no part of it", (said) => {
  expect(corrects(said)).toBe(true);
});

test.each([
  "更正：\n一、活动开展情况\n今年以来全区开展红色物业创建活动，参加创建小区26个。\n二、主要做法成效\n党建引领，三方联席会每月一次，居民满意度持续提升。",
  "更正后：今年以来全区开展红色物业创建活动，参加创建小区26个，推荐2个小区，覆盖16个街道，群众满意度高。",
])("%j is the report once more", (said) => {
  expect(corrects(said)).toBe(false);
});

test("a line that corrects within a pasted report is asked about", () => {
  expect(takenBackIn("今年开展创建活动。\n更正：参加创建23个应为26个\n特此报告。")).toBe("更正：参加创建23个应为26个");
  expect(takenBackIn("对公示内容有误的，督促物业企业更正：已更正3处。")).toBeUndefined();
});
