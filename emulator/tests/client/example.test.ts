import { expect, test } from "vitest";
import { organisation } from "../../src/testing/organisation.ts";
import { useEmulator } from "../../src/testing/use-emulator.ts";
import { answeringBot, BOARD, BOARD_FILE } from "../support/answering-bot.ts";

const emulator = useEmulator({
  seed: organisation({
    people: { maxiaohan: "马小涵", "keqiao-1": "柯桥区经办人1" },
    groups: { 活动群: ["maxiaohan", "keqiao-1"] },
    templates: { [BOARD]: BOARD_FILE },
  }),
  bot: ({ env }) => answeringBot(env),
});

test("a compound is applied for on a card", async () => {
  const district = emulator.as("keqiao-1");
  expect(await district.says("申报")).toHaveCard("申报小区");
  expect(await district.submits({ 小区名称: "锦绣花园" })).toHaveButton("提交");
  expect(await district.presses("提交")).toMatchObject({ toast: "已提交。" });
  expect(await district.latestCard()).not.toHaveButton("提交");
});

test("in a group the bot calls who spoke, and others hear it too", async () => {
  const [city, district] = [emulator.as("maxiaohan"), emulator.as("keqiao-1")];
  const news = await city.receives(() => district.says("进度", { in: "活动群" }));
  expect(news).toMention("keqiao-1");
});
