import { describe, expect, test } from "vitest";
import { bareWords } from "../../../src/platform/conversation/bare-words.ts";
import { readFormCommand } from "../../../src/platform/conversation/form-command.ts";
import { simplified } from "../../../src/platform/conversation/simplified.ts";

test.each([
  ["「进度」和「帮助」", "「进度」和「帮助」"],
  ["“锦绣”花园", "“锦绣”花园"],
  ["王军 wang@example.cn", "王军 wang@example.cn"],
  ["「」", "「」"],
])("nothing is taken off %s", (text, words) => {
  expect(bareWords(text)).toMatchObject({ words, start: 0, wrapped: false });
});

test.each(["「跳过」", "“跳过”", "【跳过】", "'跳过'", "、跳过", "跳過", "请回复「跳过」。"])(
  "%s is the form's command",
  (text) => {
    expect(readFormCommand(text)).toEqual({ kind: "skip" });
  },
);

test.each(["“保存退出”", "「保存退出」", "保存退出！"])("%s leaves the form", (text) => {
  expect(readFormCommand(text)).toEqual({ kind: "leave" });
});

describe("traditional characters", () => {
  test.each([
    ["錦繡花園（一期）", "锦绣花园（一期）"],
    ["業主委員會", "业主委员会"],
    ["锦绣 Garden 3", "锦绣 Garden 3"],
  ])("%s compares as %s", (text, same) => {
    expect(simplified(text)).toBe(same);
    expect(simplified(text)).toHaveLength(text.length);
  });
});
