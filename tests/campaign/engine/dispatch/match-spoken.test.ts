import { describe, expect, test } from "vitest";
import { commandOrAnswer } from "../../../../src/campaign/engine/dispatch/command-or-answer.ts";
import { matchSpoken } from "../../../../src/campaign/engine/dispatch/match-command.ts";
import type { Command } from "../../../../src/campaign/engine/feature.ts";

const command = (id: string, words: readonly string[]): Command => ({
  id,
  words,
  capability: "help.see",
  effect: "read",
  handle: async () => ({}),
});
const commands = [
  command("start", ["申报", "填写申报表"]),
  command("continue", ["继续填写"]),
  command("review", ["初评"]),
  command("finalize", ["提交定稿", "定稿"]),
  command("requirements", ["填报要求", "要求"]),
  command("opinion", ["登记意见", "意见"]),
  command("export", ["导出"]),
  command("sheet", ["材料"]),
  command("recommend", ["推荐"]),
];
const spoken = (text: string) => {
  const found = matchSpoken(commands, text);
  return found && [found.command.id, found.rest];
};

describe("who speaks makes no pause before a name", () => {
  test.each([
    ["申报塔山小区", "start", "塔山小区"],
    ["继续填写塔山小区", "continue", "塔山小区"],
    ["提交定稿塔山小区", "finalize", "塔山小区"],
    ["填报要求塔山小区", "requirements", "塔山小区"],
    ["登记意见府山苑", "opinion", "府山苑"],
    ["初评湖塘新苑", "review", "湖塘新苑"],
    ["初评和畅苑", "review", "和畅苑"],
    ["初评前进小区", "review", "前进小区"],
    ["嗯初评湖塘新苑。", "review", "湖塘新苑"],
    ["我想申报塔山小区", "start", "塔山小区"],
    ["帮我申报一下塔山小区", "start", "塔山小区"],
    ["导出附件四", "export", "附件4"],
    ["导出 附件四 越城区", "export", "附件4 越城区"],
  ])("%s", (text, id, rest) => {
    expect(spoken(text)).toEqual([id, rest]);
  });

  test("with all that is said of the one that is applied for", () => {
    const said = "一个小区就是湖塘花园那个地址在香林路128号";
    expect(spoken(`嗯我想申报${said}`)).toEqual(["start", said]);
  });

  test.each(["我想申报", "嗯开始申报", "帮我申报一下", "我们要申报", "现在开始申报"])("%s", (text) => {
    expect(spoken(text)).toEqual(["start", ""]);
  });

  test.each([
    "申报单位是塔山小区",
    "申报单位塔山小区",
    "推荐理由是居民满意的小区",
    "推荐有特色的小区",
    "初评分数",
    "我想推荐一个做得好的",
    "意见统一后再建的小区",
    "申报前先看小区",
    "需要导出名单给领导",
  ])("%s is no command", (text) => {
    expect(spoken(text)).toBeUndefined();
  });

  test("a sentence behind the name of a field and a colon is its answer, also where a value is waited for", () => {
    const meant = (text: string) => commandOrAnswer(text, matchSpoken(commands, text), "value");
    expect(meant("材料:东方花园2016年交付，住户820户，物业服务规范，业主满意度高。")).toBe("answer");
    expect(meant("材料 东方花园 3-5")).toBe("command");
    expect(meant("材料：东方花园 3-5")).toBe("command");
  });

  test("while a text is waited for, it may be that text: asked about", () => {
    const text = "申报塔山小区";
    expect(commandOrAnswer(text, matchSpoken(commands, text), "text")).toBe("either");
    expect(commandOrAnswer(text, matchSpoken(commands, text), "value")).toBe("command");
    expect(commandOrAnswer(text, matchSpoken(commands, text), undefined)).toBe("command");
    expect(commandOrAnswer("申报 塔山小区", matchSpoken(commands, "申报 塔山小区"), "text")).toBe("command");
  });
});
