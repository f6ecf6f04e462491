import { describe, expect, test } from "vitest";
import { parseScenario } from "../../src/scenario/parse.ts";
import { playScenario } from "../../src/scenario/player.ts";
import { organisation } from "../../src/testing/organisation.ts";
import { useEmulator } from "../../src/testing/use-emulator.ts";
import { answeringBot, BOARD, BOARD_FILE } from "../support/answering-bot.ts";

const emulator = useEmulator({
  seed: organisation({
    people: { maxiaohan: "马小涵", "keqiao-1": "柯桥区经办人1" },
    groups: { 美好家园活动群: ["maxiaohan", "keqiao-1"] },
    templates: { [BOARD]: BOARD_FILE },
    bot: "家园助手",
  }),
  bot: ({ env }) => answeringBot(env),
});

const files: Record<string, string> = { "材料/报告.txt": "全文" };
const readFile = async (path: string) => new TextEncoder().encode(files[path]);

async function play(lines: string, head = "标题: 演示"): Promise<string[]> {
  const played: string[] = [];
  const scenario = parseScenario(`${head}\n步骤:\n${lines}`);
  await playScenario(scenario, {
    client: emulator,
    readFile,
    before: ({ line, step }) => played.push(`${line} ${step.kind}`),
  });
  return played;
}

const textsOf = async (userId: string, chat?: string) =>
  (await emulator.as(userId).messages(chat))
    .filter(({ from }) => from === userId)
    .map(({ text, file }) => text ?? file?.fileName);

describe("a scenario is played", () => {
  test("from the first word to the last press", async () => {
    const played = await play(`
  - 说明: 先看申报
  - 柯桥区经办人1 说: 申报
  - 应看到 柯桥区经办人1: 申报小区
  - 柯桥区经办人1 填: {小区名称: 示例小区, 房屋类型: 商住混合}
  - 应看到 柯桥区经办人1: [示例小区申报表, 请核对后提交]
  - keqiao-1 点: 提交
  - 应看到 柯桥区经办人1: 申报已提交
  - 不应看到 柯桥区经办人1: 请核对后提交`);

    expect(played).toHaveLength(8);
    expect((await emulator.as("keqiao-1").latestCard())?.text).toContain("申报已提交");
  });

  test("an answer quotes the newest message that says so, and none where nobody said it", async () => {
    await play(`
  - 柯桥区经办人1 说: 甲小区
  - 柯桥区经办人1 说: 乙小区
  - 柯桥区经办人1 说: 这个
    引用: 乙小区`);

    const messages = await emulator.as("keqiao-1").messages();
    expect(messages.find(({ text }) => text === "这个")?.quote?.text).toContain("乙小区");
    await expect(play("  - 柯桥区经办人1 说: 这个\n    引用: 丙小区")).rejects.toThrow(
      "「柯桥区经办人1 说：这个　引用：丙小区」未能完成。没有可引用的消息「丙小区」。",
    );
  });

  test("in a group the bot hears what is said to it, and nothing else", async () => {
    await play(`
  - 马小涵 在 美好家园活动群 说: 大家好
  - 不应看到 柯桥区经办人1 在 美好家园活动群: 收到：大家好
  - 马小涵 在 美好家园活动群 说: "@家园助手 进度"
  - 应看到 柯桥区经办人1 在 美好家园活动群: 收到：进度`);

    expect(await textsOf("maxiaohan", "美好家园活动群")).toEqual(["大家好", "进度"]);
  });

  test("a link is pressed like a button", async () => {
    await play(`
  - 柯桥区经办人1 说: 帮助
  - 柯桥区经办人1 点: 进度
  - 应看到 柯桥区经办人1: 收到：进度`);
  });

  test("files come from the scenario or from beside it", async () => {
    await play(`
  - 柯桥区经办人1 发文件: [材料/报告.txt, {文件名: 附件.txt, 内容: 附件}, {文件名: 照片.bin, base64: AQI=}]
  - 应看到 柯桥区经办人1: 收到文件：照片.bin`);

    expect(await textsOf("keqiao-1")).toEqual(["报告.txt", "附件.txt", "照片.bin"]);
    const sizes = (await emulator.as("keqiao-1").messages()).flatMap(({ file }) => (file ? [file.size] : []));
    expect(sizes).toEqual([6, 6, 2]);
  });

  test("messages are read and taken back", async () => {
    await play(`
  - 柯桥区经办人1 说: 甲
  - 柯桥区经办人1 说: 乙
  - 柯桥区经办人1 撤回: 甲
  - 柯桥区经办人1 已读`);

    await expect(emulator.as("keqiao-1")).toHaveRead("收到：乙");
    const recalled = (await emulator.as("keqiao-1").messages()).filter((message) => message.recalled === true);
    expect(recalled.map(({ text }) => text)).toEqual(["甲"]);
  });

  test("the clock is moved, and begins where the scenario says", async () => {
    await play(
      `
  - 前进: 1天2小时
  - 时间到: 2023-08-21 09:00
  - 下一时点`,
      "标题: 时间\n开始时间: 2023-08-10 08:00",
    );

    expect(await emulator.clock.now()).toBe("2023-08-21T09:00:00+08:00");
  });

  test("faults are ordered and called off", async () => {
    const rules = async () => (await emulator.call<{ rules: unknown[] }>("/faults", { rules: [] })).rules;

    await play("  - 故障: 接口异常\n    次数: 2");
    const ordered = await rules();
    await play("  - 恢复正常");

    expect(ordered).toEqual([{ match: { direction: "fromBot" }, action: "status:503", times: 2 }]);
    expect(await rules()).toEqual([]);
  });
});

describe("what cannot be done stops it, with the step and a sentence", () => {
  test.each([
    [
      "  - 柯桥区经办人1 点: 锁定",
      "第3行：「柯桥区经办人1 点：锁定」未能完成。柯桥区经办人1在单聊中看不到：按钮「锁定」。可点的按钮：无；链接：无。",
    ],
    [
      "  - 柯桥区经办人1 说: 你好\n  - 应看到 柯桥区经办人1: 宣传发动",
      "第4行：「应看到 柯桥区经办人1：宣传发动」未能完成。没有看到「宣传发动」。最近收到的是：答复 收到：你好",
    ],
    [
      "  - 应看到 柯桥区经办人1: 宣传发动",
      "第3行：「应看到 柯桥区经办人1：宣传发动」未能完成。没有看到「宣传发动」。此后没有收到新内容。",
    ],
    [
      "  - 柯桥区经办人1 说: 你好\n  - 不应看到 柯桥区经办人1: 收到",
      "第4行：「不应看到 柯桥区经办人1：收到」未能完成。不应看到「收到」。最近收到的是：答复 收到：你好",
    ],
    [
      "  - 柯桥区经办人1 说: 申报\n  - 柯桥区经办人1 填: {房屋类型: 住宅}",
      "第4行：「柯桥区经办人1 填：房屋类型 住宅」未能完成。必填的项目没有填：小区名称。",
    ],
  ])("%s", async (lines, sentence) => {
    await expect(play(lines)).rejects.toThrow(sentence);
  });

  test("a person or group that does not exist is named before anything is done", async () => {
    const lines = "  - 马小涵 说: 你好\n  - 柯桥区经办人 说: 你好\n  - 马小涵 在 活动群 说: 你好";

    await expect(play(lines)).rejects.toThrow(
      "第4行：没有人员「柯桥区经办人」，最接近的是「柯桥区经办人1」。\n第5行：没有群「活动群」，最接近的是「美好家园活动群」。",
    );
    expect(await emulator.as("maxiaohan").messages()).toEqual([]);
  });

  test("a beginning that is over", async () => {
    await emulator.clock.advance({ days: 2 });

    await expect(play("  - 下一时点", "标题: 昨天\n开始时间: 2023-08-10 09:00")).rejects.toThrow(
      "第1行：「开始时间」未能完成。现在已是2023-08-11 09:00，晚于开始时间，请先恢复到初始状态。",
    );
  });
});

describe("what a person is expected to see", () => {
  test("is new since they acted themselves: others may act between", async () => {
    await play(`
  - 柯桥区经办人1 说: 甲
  - 马小涵 说: 乙
  - 应看到 柯桥区经办人1: 收到：甲`);
  });

  test("is not what they saw before", async () => {
    const lines = `
  - 柯桥区经办人1 说: 甲
  - 柯桥区经办人1 说: 乙
  - 应看到 柯桥区经办人1: 收到：甲`;

    await expect(play(lines)).rejects.toThrow("没有看到「收到：甲」。");
  });

  test("is not what they saw before the clock was moved", async () => {
    const lines = `
  - 柯桥区经办人1 说: 甲
  - 前进: 1小时
  - 应看到 柯桥区经办人1: 收到：甲`;

    await expect(play(lines)).rejects.toThrow("没有看到「收到：甲」。此后没有收到新内容。");
  });
});
