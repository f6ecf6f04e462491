import { describe, expect, test } from "vitest";
import type { PersonContext } from "../../../../src/campaign/engine/context.ts";
import { commandWithin } from "../../../../src/campaign/engine/dispatch/command-within.ts";
import type { Command } from "../../../../src/campaign/engine/feature.ts";

/** As far as the sentence is looked at: which names are known. */
const context = {
  contributions: async (_: unknown, { text }: { text: string }) => (text === "东升花园" ? [true] : []),
} as unknown as PersonContext;
const command = (words: readonly string[], takesText = false) => ({ words, takesText }) as unknown as Command;
const commands = [
  command(["初评"]),
  command(["撤回"]),
  command(["意见建议"], true),
  command(["工作报告"], true),
  command(["申请延期"], true),
  command(["名单盖章件"], true),
  command(["申报"]),
];
const within = async (text: string) => (await commandWithin(context, text, commands))?.typed;

describe("a sentence that holds one command and what it takes", () => {
  test.each([
    ["初评东升花园吧", "初评 东升花园"],
    ["嗯那个初评东升花园", "初评 东升花园"],
    ["哦等一下东升花园先撤回", "撤回 东升花园"],
    ["意见建议就是那个申报表能不能自动带出街道", "意见建议 申报表能不能自动带出街道"],
    ["申请延期我们这边材料来不及嗯能不能延到十月八号", "申请延期 我们这边材料来不及能不能延到十月八号"],
    ["名单盖章件审签人那个张国强九月二十七号", "名单盖章件 审签人张国强九月二十七号"],
  ])("%s offers it", async (text, typed) => {
    expect(await within(text)).toBe(typed);
  });

  test.each([
    "东升花园不撤回",
    "工作报告不写了",
    "工作报告里的数字错了怎么改",
    "初评和撤回东升花园",
    "初评那边的东升花园已经完了",
    "我要交材料",
  ])("%s offers none", async (text) => {
    expect(await within(text)).toBeUndefined();
  });
});
