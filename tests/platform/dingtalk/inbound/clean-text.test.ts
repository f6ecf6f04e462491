import { expect, test } from "vitest";
import { cleanText, withoutMentions } from "../../../../src/platform/dingtalk/inbound/clean-text.ts";

test.each([
  [" 查询进度", "查询进度"],
  ["\u2005\u3000进度\u200b ", "进度"],
  ["1-2\u00003", "1-23"],
  ["\ufeff帮助", "帮助"],
  ["第一行\r\n第二行", "第一行\n第二行"],
  ["abc\u202etxt", "abctxt"],
  ["坏\ud800字", "坏\ufffd字"],
  ["１－２　３", "１－２　３"],
  ["   ", ""],
])("%j is stored as %j", (typed, stored) => {
  expect(cleanText(typed)).toBe(stored);
});

test.each([
  ["@马小涵 进度", "进度"],
  ["@家园助手\u2005@马小涵 进度", "进度"],
  ["进度 @马小涵", "进度"],
  ["@马小涵", ""],
  ["请转wang@example.cn", "请转wang@example.cn"],
])("in a group %j says %j", (typed, said) => {
  expect(withoutMentions(typed)).toBe(said);
});
