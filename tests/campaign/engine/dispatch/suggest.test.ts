import { describe, expect, test } from "vitest";
import { suggest } from "../../../../src/campaign/engine/dispatch/suggest.ts";

const words = (...all: readonly string[][]) => all.map((one) => ({ words: one }));

const commands = words(
  ["进度", "办理进度", "progress"],
  ["帮助"],
  ["依据", "文件依据", "cite"],
  ["初评"],
  ["排名"],
  ["导出"],
  ["广播", "群发通知"],
  ["工作报告"],
);
const none = { commands, waiting: [] };
const typed = (text: string, suggestible: Parameters<typeof suggest>[1] = none): string[] =>
  suggest(text, suggestible).map((one) => one.typed);

describe("what is suggested", () => {
  test.each([
    ["进展", "进度"],
    ["近度", "进度"],
    ["jindu", "进度"],
    ["jdu", "进度"],
    ["progres", "进度"],
    ["查依据", "依据"],
    ["排行", "排名"],
    ["paiming", "排名"],
    ["ＧＢ", "广播"],
    ["导出一下附件四的那个表格", "导出"],
    ["工作报吿", "工作报告"],
    ["gongzuobaogao", "工作报告"],
  ])("for “%s” is first %s", (text, word) => {
    expect(typed(text)[0]).toBe(word);
  });

  test("keeps what followed the misspelt word", () => {
    expect(typed("初平 雅苑")[0]).toBe("初评 雅苑");
    expect(typed("chuping 雅苑")[0]).toBe("初评 雅苑");
    expect(typed("出评塔山小区")[0]).toBe("初评 塔山小区");
    expect(typed("出评")[0]).toBe("初评");
  });

  test.each([
    ["打分 曹娥花园", "初评 曹娥花园"],
    ["交表", "申报"],
    ["报上去吧", "报送"],
    ["cp", "初评"],
  ])("for what people call it, “%s”, is first %s", (text, first) => {
    const called = [
      { words: ["提交定稿"] },
      { words: ["报送"], alsoCalled: ["报上去"] },
      { words: ["申报"], alsoCalled: ["交表"] },
      { words: ["初评"], alsoCalled: ["打分"] },
    ];
    expect(typed(text, { commands: called, waiting: [] })[0]).toBe(first);
  });

  test("is what waits for the person, where no word is near", () => {
    const waiting = [
      { label: "批准", typed: "批准 2" },
      { label: "初评", typed: "初评 雅苑" },
    ];
    expect(typed("这个事情怎么弄好一些", { commands, waiting })).toEqual(["批准 2", "初评 雅苑", "进度"]);
  });

  test("a near word comes before what waits, and each only once", () => {
    const waiting = [{ label: "初评", typed: "初评" }];
    expect(typed("初平", { commands, waiting })).toEqual(["初评", "进度", "帮助"]);
  });

  test("are three at most, fewer where there are fewer", () => {
    expect(typed("你好吗今天")).toEqual(["进度", "帮助", "依据"]);
    expect(typed("帮", { commands: words([], ["帮助"]), waiting: [] })).toEqual(["帮助"]);
    expect(typed("帮", { commands: [], waiting: [] })).toEqual([]);
  });
});

test.each(["2 5 好 其他不行", "报 不清楚，再说", "5 好", "申抱 3-1不清，其余都好"])(
  "what is offered for “%s” makes no object of the sentence",
  (text) => {
    const offered = suggest(text, { commands: [{ words: ["申报"], alsoCalled: ["报"] }], waiting: [] });
    expect(offered.map((one) => one.typed).every((one) => one === "申报")).toBe(true);
  },
);

test("what somebody wants is not made the object of a command", () => {
  const lists = { commands: words(["报送", "报送名单"], ["撤回名单"]), waiting: [] };
  expect(typed("推荐名单 想改成十月九号", lists).every((one) => !one.includes("十月"))).toBe(true);
});

test("what is done to another thing is not near", () => {
  const commands = words(["确认报送"], ["撤回名单"]);
  expect(typed("确认保送", { commands, waiting: [] })[0]).toBe("确认报送");
  expect(typed("确认删除", { commands: words(["确认报送"]), waiting: [{ label: "待办", typed: "待办" }] })[0]).toBe(
    "待办",
  );
});
