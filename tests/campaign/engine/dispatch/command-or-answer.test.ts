import { describe, expect, test } from "vitest";
import { asText, commandOrAnswer, saidAsText } from "../../../../src/campaign/engine/dispatch/command-or-answer.ts";
import { matchCommand } from "../../../../src/campaign/engine/dispatch/match-command.ts";
import type { Command } from "../../../../src/campaign/engine/feature.ts";

const command = (words: readonly string[], more: Partial<Command> = {}): Command => ({
  id: words[0] ?? "",
  words,
  capability: "help.see",
  effect: "read",
  handle: async () => ({}),
  ...more,
});

const commands = [
  command(["进度"]),
  command(["推荐"]),
  command(["初评"]),
  command(["工作报告"]),
  command(["修改申报"]),
  command(["依据"], { joined: true }),
];

const meaning = (text: string, awaited: "text" | "value" | undefined) =>
  commandOrAnswer(text, matchCommand(commands, text), awaited);

describe("while a text is waited for", () => {
  test.each([
    "进度",
    "「进度」",
    "/进度",
    "推荐。",
    "jd",
    "初评 雅苑",
    "修改申报 漷祎小区",
    "依据L17",
    "/推荐 因居民满意度高，请予支持",
  ])("%s is a command", (text) => {
    expect(meaning(text, "text")).toBe("command");
  });

  test.each([
    "推荐，因居民满意度高",
    "推荐：请各地于10月底前报送",
    "进度，请各区抓紧更新。",
    "依据2023年的会议纪要，同意推荐。",
    "锦绣花园",
    `推荐 ${"该小区居民满意度高".repeat(5)}`,
  ])("%s is the text", (text) => {
    expect(meaning(text, "text")).toBe("answer");
  });

  test("推荐 因居民满意度高，请予支持 may be both, and is asked; 内容： makes it the text", () => {
    const text = "推荐 因居民满意度高，请予支持";

    expect(meaning(text, "text")).toBe("either");
    expect(saidAsText(asText(text))).toBe(text);
    expect(saidAsText(text)).toBeUndefined();
  });
});

describe("while a number is waited for", () => {
  test("a long report is the report", () => {
    expect(meaning(`工作报告 ${"本区已完成初评。".repeat(20)}`, "value")).toBe("command");
  });

  test.each(["1 3 2", "1-2 3 会议记录不全", "满分"])("%s is the answer", (text) => {
    expect(meaning(text, "value")).toBe("answer");
  });
});

test("where nothing is said of what is waited for, a short command is one", () => {
  expect(meaning("推荐 因居民满意度高", undefined)).toBe("command");
  expect(meaning(`推荐 ${"该小区居民满意度高".repeat(5)}`, undefined)).toBe("answer");
});
