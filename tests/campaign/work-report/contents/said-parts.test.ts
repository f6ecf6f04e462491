import { expect, test } from "vitest";
import { partsByPlace } from "../../../../src/campaign/work-report/contents/said-parts.ts";

const PARTS = ["情况", "做法", "问题", "建议", "推广"];
const read = (text: string) => {
  const said = partsByPlace(text, PARTS);
  return said && [...said].map(([name, words]) => `${name}=${words}`).join("|");
};

test.each([
  ["1 申报2个 2 党建强 3 无", "情况=申报2个|做法=党建强|问题=无"],
  ["1、申报2个\n2、党建强\n3、无\n4、继续抓", "情况=申报2个|做法=党建强|问题=无|建议=继续抓"],
  ["3 停车难", "问题=停车难"],
  ["（4）继续抓；（5）全区推广", "建议=继续抓|推广=全区推广"],
  ["1 申报2个小区，宣传3次 2 党建强", "情况=申报2个小区，宣传3次|做法=党建强"],
  ["1. 做了2件事 2. 其他", "情况=做了2件事|做法=其他"],
])("%j: parts by their place, counted on", (text, parts) => {
  expect(read(text)).toBe(parts);
});

test.each(["6 没有这一项", "申报2个", "12个小区", "1", "0 无"])("%j begins with no place", (text) => {
  expect(read(text)).toBeUndefined();
});
