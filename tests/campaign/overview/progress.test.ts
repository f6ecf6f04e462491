import { expect, test } from "vitest";
import { asksWhoHandedIn } from "../../../src/campaign/overview/progress/rules.ts";

test.each([
  "几个区报了",
  "几个区报了？",
  "现在几个地区报了",
  "哪些地区没报",
  "哪个区还没报送",
  "谁没报",
  "还有谁没交",
  "有多少个地区报齐了吗",
])("%s asks who has handed in", (text) => {
  expect(asksWhoHandedIn(text)).toBe(true);
});

test.each(["请各区抓紧报送", "哪些材料要准备", "谁负责", "报了", "几个小区", "哪些地区没有满意度数据"])(
  "%s does not",
  (text) => {
    expect(asksWhoHandedIn(text)).toBe(false);
  },
);
