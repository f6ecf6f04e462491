import { describe, expect, test } from "vitest";
import { connectBot } from "./support/stream-client.ts";
import { GROUP, startEmulator } from "./support/world.ts";

describe("a person's message to the robot", () => {
  test("reaches the connected bot and counts as acknowledged once it says so", async () => {
    const emulator = await startEmulator();
    const bot = await connectBot(emulator.url);

    const { body } = await emulator.control<{ msgId: string }>("/users/district/say", { text: "帮助" });
    await emulator.idle();

    const [message] = bot.messages;
    expect(message?.data).toMatchObject({
      msgId: body.msgId,
      msgtype: "text",
      text: { content: "帮助" },
      conversationType: "1",
      senderStaffId: "district",
      senderNick: "区县经办人",
      robotCode: "dingtestapp",
    });
    const [shown] = await emulator.messages("district");
    expect(shown).toMatchObject({ from: "district", kind: "text", text: "帮助", delivery: "acknowledged" });
  });

  test("in a group starts with the space the @ leaves, and carries the group's title", async () => {
    const emulator = await startEmulator();
    const bot = await connectBot(emulator.url);

    await emulator.control("/users/district/say", { conversationId: GROUP, text: "进度" });
    await emulator.idle();

    expect(bot.messages[0]?.data).toMatchObject({
      conversationType: "2",
      conversationId: GROUP,
      conversationTitle: "活动群",
      isInAtList: true,
      text: { content: " 进度" },
    });
  });

  test("in a group without an @ is not for the robot", async () => {
    const emulator = await startEmulator();
    const bot = await connectBot(emulator.url);

    await emulator.control("/users/district/say", { conversationId: GROUP, text: "收到", at: false });
    await emulator.idle();

    expect(bot.messages).toEqual([]);
    expect((await emulator.messages("organizer", GROUP)).at(0)?.delivery).toBe("notAddressed");
  });

  test("is lost when no bot is connected", async () => {
    const emulator = await startEmulator();

    await emulator.control("/users/district/say", { text: "有人吗" });
    await emulator.idle();

    expect((await emulator.messages("district")).at(0)?.delivery).toBe("lost");
  });

  test("comes again with a new messageId and the same msgId until it is acknowledged", async () => {
    const emulator = await startEmulator();
    await emulator.control("/settings", { redeliverAfterMs: 50 });
    let seen = 0;
    const bot = await connectBot(emulator.url, {
      acknowledges: () => {
        seen += 1;
        return seen === 2;
      },
    });

    await emulator.control("/users/district/say", { text: "提交" });
    await emulator.idle();

    const [first, second] = bot.messages;
    expect(bot.messages).toHaveLength(2);
    expect(second?.data.msgId).toBe(first?.data.msgId);
    expect(second?.messageId).not.toBe(first?.messageId);
    expect((await emulator.messages("district")).at(0)?.delivery).toBe("acknowledged");
  });

  test("is lost when even the last redelivery is not acknowledged", async () => {
    const emulator = await startEmulator();
    await emulator.control("/settings", { redeliverAfterMs: 20 });
    const bot = await connectBot(emulator.url, { acknowledges: () => false });

    await emulator.control("/users/district/say", { text: "提交" });
    await emulator.idle();

    expect(bot.messages).toHaveLength(2);
    expect((await emulator.messages("district")).at(0)?.delivery).toBe("lost");
  });

  test("goes to exactly one of several connections of the same app", async () => {
    const emulator = await startEmulator();
    const bots = [await connectBot(emulator.url), await connectBot(emulator.url)];

    for (let n = 0; n < 10; n += 1) await emulator.control("/users/district/say", { text: `第${n}条` });
    await emulator.idle();

    expect(bots.flatMap((bot) => bot.messages)).toHaveLength(10);
  });
});
