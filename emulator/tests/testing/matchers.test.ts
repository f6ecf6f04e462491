import { describe, expect, test } from "vitest";
import { organisation } from "../../src/testing/organisation.ts";
import { useEmulator } from "../../src/testing/use-emulator.ts";
import { answeringBot, BOARD, BOARD_FILE } from "../support/answering-bot.ts";

const emulator = useEmulator({
  seed: organisation({
    people: { "keqiao-1": "柯桥区经办人1" },
    groups: { 活动群: ["keqiao-1"] },
    templates: { [BOARD]: BOARD_FILE },
  }),
  bot: ({ env }) => answeringBot(env),
});
const official = () => emulator.as("keqiao-1");

describe("toSay", () => {
  test("passes for a part of a text and for a pattern", async () => {
    const news = await official().says("你好");

    expect(news).toSay("收到");
    expect(news).toSay(/^答复\n收到：你好$/);
    expect(news).not.toSay("进度");
  });

  test("names what was said instead", async () => {
    const news = await official().says("你好");

    expect(() => expect(news).toSay("进度")).toThrow("expected message with 「进度」; there is:\n答复 ⏎ 收到：你好");
    expect(() => expect(news).not.toSay("你好")).toThrow("expected no message with 「你好」; there is:\n");
    expect(() => expect([]).toSay("进度")).toThrow("expected message with 「进度」; there is nothing");
  });
});

describe("toHaveCard", () => {
  test("passes for any card, and for one with this text", async () => {
    const news = await official().says("申报");

    expect(news).toHaveCard();
    expect(news).toHaveCard("申报小区");
    expect(news).not.toHaveCard("锦绣花园");
  });

  test("names the cards, or the messages where there is no card", async () => {
    const card = await official().says("申报");
    const words = await official().says("你好");

    expect(() => expect(card).toHaveCard("锦绣花园")).toThrow("expected card with 「锦绣花园」; there is:\n申报小区");
    expect(() => expect(words).toHaveCard()).toThrow("no card, but 答复 ⏎ 收到：你好");
  });
});

describe("toHaveButton", () => {
  test("passes for a button that can be pressed", async () => {
    await official().says("申报");

    const answer = await official().submits({ 小区名称: "锦绣花园" });

    expect(answer).toHaveButton("提交");
    expect(await official().latestCard()).toHaveButton("提交");
    expect(answer).not.toHaveButton("锁定");
  });

  test("names the buttons there are", async () => {
    await official().says("申报");
    const answer = await official().submits({ 小区名称: "锦绣花园" });

    expect(() => expect(answer).toHaveButton("锁定")).toThrow("expected button 「锁定」 to press; there is:\n提交");
    expect(() => expect(undefined).toHaveButton("锁定")).toThrow("there is nothing");
  });

  test("a disabled button is none to press", async () => {
    const card = { ...(await cardOf()), actions: [{ actionId: "lock", label: "锁定", disabled: true }] };

    expect(card).not.toHaveButton("锁定");
    expect(() => expect(card).toHaveButton("锁定")).toThrow("锁定 (disabled)");
  });
});

async function cardOf() {
  await official().says("申报");
  const card = await official().latestCard();
  if (card === undefined) throw new Error("no card came");
  return card;
}

describe("toHaveSentFile", () => {
  test("passes for the whole name or a pattern, not for a part of the name", async () => {
    await official().drops({ name: "附件4.xlsx", content: "-" });
    const messages = await official().messages();

    expect(messages).toHaveSentFile("附件4.xlsx");
    expect(messages).toHaveSentFile(/\.xlsx$/);
    expect(messages).not.toHaveSentFile("附件4");
    expect(() => expect(messages).toHaveSentFile("附件2.xlsx")).toThrow("file 「附件2.xlsx」; there is:\n附件4.xlsx");
  });
});

describe("toMention", () => {
  test("passes for who is called, not for who is called alike", async () => {
    const news = await official().says("你好", { in: "活动群" });

    expect(news).toMention("keqiao-1");
    expect(news).not.toMention("keqiao");
    expect(() => expect(news).toMention("马小涵")).toThrow(
      "expected mention @马小涵; there is:\n答复 ⏎ 收到：你好 @keqiao-1",
    );
  });
});

describe("toHaveRead", () => {
  test("passes once the person has read it", async () => {
    await official().says("你好");
    await expect(official()).not.toHaveRead("收到：你好");

    await official().reads();

    await expect(official()).toHaveRead("收到：你好");
  });

  test("says who has read it, or what there is to read", async () => {
    await official().says("你好");

    await expect(expect(official()).toHaveRead("收到")).rejects.toThrow("read by keqiao-1; there is:\nread by: ");
    await expect(expect(official()).toHaveRead("进度")).rejects.toThrow("there is:\n答复 ⏎ 收到：你好");
  });
});
