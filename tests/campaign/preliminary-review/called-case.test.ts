import { expect, test } from "vitest";
import { calledCase, strangeCase } from "../../../src/campaign/preliminary-review/called-case.ts";

const names = ["鹿山花园", "嵊州剡溪名苑", "剡溪南苑"];
const parts = ["党建引领机制完善", "业委会运行规范"];
const called = (text: string) => calledCase(text, { names, parts, noun: "小区" });

test.each([
  ["鹿山1-1 4", "鹿山花园", "1-1 4"],
  ["鹿山 1-1改4", "鹿山花园", "1-1改4"],
  ["鹿山花园的第一条改4分", "鹿山花园", "第一条改4分"],
  ["鹿山：一杠二 3 会议少", "鹿山花园", "一杠二 3 会议少"],
  ["名苑1-1 4", "嵊州剡溪名苑", "1-1 4"],
])("%s is of a case by a part of its name", (text, name, rest) => {
  expect(called(text)).toEqual({ name, rest });
});

test.each(["剡溪1-1 4", "业委会第一条6分", "1-1 4 鹿山", "江南1-1 4", "鹿山满意度高"])("%s names none", (text) => {
  expect(called(text)).toBeUndefined();
});

const words = [...parts, "小区内绿化养护到位，无枯死、缺株"];
const strange = (text: string) => strangeCase(text, { names, words, noun: "小区" });

test.each([
  ["江南1-1 4", "江南", "1-1 4"],
  ["碧桂园三期：一杠二 3 会议少", "碧桂园三期", "一杠二 3 会议少"],
  ["江南小区的第一条改4分", "江南", "第一条改4分"],
])("%s is of a case that there is not", (text, called, rest) => {
  expect(strange(text)).toEqual({ called, rest });
});

test.each([
  "鹿山1-1 4",
  "剡溪1-1 4",
  "绿化3-6 4",
  "业委会第一条6分",
  "我觉得1-1 4",
  "刚才3-4 4",
  "其余1-1 4",
  "第一部分1-1 4",
  "1-1 4 江南",
])("%s is of none such", (text) => {
  expect(strange(text)).toBeUndefined();
});
