import { expect, test } from "vitest";
import { readNumber, readWhole } from "../../../src/platform/conversation/numerals.ts";

test.each([
  ["0", 0],
  ["1280", 1280],
  ["1,280", 1280],
  ["零", 0],
  ["十", 10],
  ["十二", 12],
  ["二十五", 25],
  ["二五", 25],
  ["两百", 200],
  ["一百零五", 105],
  ["一百五", 150],
  ["一千二百八十", 1280],
  ["二〇二三", 2023],
  ["叁", 3],
  ["廿八", 28],
  ["廿", 20],
  ["卅一", 31],
  ["二○二三", 2023],
])("%s is the whole number %d", (text, value) => {
  expect(readWhole(text)).toBe(value);
});

test.each(["", "十十", "百", "一百百", "三个", "1,28", "1e3", "第三"])("%j is no whole number", (text) => {
  expect(readWhole(text)).toBeUndefined();
});

test.each([
  ["92.5", 92.5],
  ["-1", -1],
  ["负一", -1],
  ["九十二点五", 92.5],
  ["零点零五", 0.05],
  ["-0", 0],
  ["92。5", 92.5],
  ["92·5", 92.5],
])("%s is %d", (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test.each(["1.2.3", ".", "1.", "--1", "点五"])("%j is no number", (text) => {
  expect(readNumber(text)).toBeUndefined();
});
