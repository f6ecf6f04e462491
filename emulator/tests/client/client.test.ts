import { describe, expect, test } from "vitest";
import { emulatorClient } from "../../src/client/client.ts";
import { readMoment } from "../../src/client/moment.ts";
import type { EmulatedMessage } from "../../src/contract/control.ts";
import { createEmulator } from "../../src/create-emulator.ts";
import { organisation } from "../../src/testing/organisation.ts";
import { useEmulator } from "../../src/testing/use-emulator.ts";
import { answeringBot, BOARD, BOARD_FILE } from "../support/answering-bot.ts";

const seed = organisation({
  people: { maxiaohan: "马小涵", "keqiao-1": "柯桥区经办人1", outsider: "组织外同事" },
  groups: { 活动群: ["maxiaohan", "keqiao-1"], 市级群: ["maxiaohan"] },
  templates: { [BOARD]: BOARD_FILE },
  bot: "家园助手",
});
const emulator = useEmulator({ seed, bot: ({ env }) => answeringBot(env) });
/** Texts in the order in which they came; the interface gives them in the order of their last change. */
const texts = (messages: readonly EmulatedMessage[]) =>
  messages
    .toSorted((one, other) => one.at.localeCompare(other.at) || orderOf(one) - orderOf(other))
    .map(({ text }) => text);
const orderOf = ({ id }: EmulatedMessage) => Number(id.slice(1));
const official = () => emulator.as("keqiao-1");
const organizer = () => emulator.as("maxiaohan");

describe("an act gives back what is new for who did it", () => {
  test("words: the answer, and not the words themselves", async () => {
    const news = await official().says("你好");

    expect(news.map(({ text }) => text)).toEqual(["收到：你好"]);
  });

  test("a form: the card as it is after the answer", async () => {
    await official().says("申报");

    const { accepted, toast, missing, news } = await official().submits({ 小区名称: "锦绣花园", kind: "商住混合" });

    expect({ accepted, toast, missing }).toEqual({ accepted: true, toast: "已保存。", missing: [] });
    expect(news.map(({ card }) => card?.text.split("\n")[0])).toEqual([expect.stringContaining("锦绣花园申报表")]);
  });

  test("a form without what it needs: nothing is sent", async () => {
    await official().says("申报");

    const { accepted, missing, news } = await official().submits({ 房屋类型: "住宅" });

    expect({ accepted, missing, news }).toEqual({ accepted: false, missing: ["小区名称"], news: [] });
  });

  test("a link that says something: the answer to it", async () => {
    await official().says("帮助");

    const { opened, news } = await official().opensLink("进度");

    expect(opened).toBeUndefined();
    expect(news.map(({ text }) => text)).toEqual(["收到：进度"]);
  });

  test("files, one or several", async () => {
    const news = await official().drops([
      { name: "报告.txt", content: "全文" },
      { name: "附件.pdf", content: "%PDF" },
    ]);

    expect(news.map(({ text }) => text)).toEqual(["收到文件：报告.txt", "收到文件：附件.pdf"]);
  });

  test("and what happens to others is theirs to receive", async () => {
    const news = await organizer().receives(() => official().says("大家好", { in: "活动群" }));

    expect(texts(news)).toEqual(["大家好", "收到：大家好 @keqiao-1"]);
  });
});

describe("in a group", () => {
  test("without @ the bot hears nothing", async () => {
    const news = await organizer().says("大家好", { in: "活动群", at: false });

    expect(news).toEqual([]);
  });

  test("a group may be named by its title or its id", async () => {
    await organizer().says("甲", { in: "活动群" });
    await organizer().says("乙", { in: await emulator.group("活动群") });

    expect(texts(await official().messages("活动群"))).toEqual([
      "甲",
      "收到：甲 @maxiaohan",
      "乙",
      "收到：乙 @maxiaohan",
    ]);
  });
});

describe("what is not there is said in a sentence, with what is", () => {
  test("a button", async () => {
    await official().says("申报");
    await official().submits({ 小区名称: "锦绣花园" });

    await expect(official().presses("锁定")).rejects.toThrow(
      "柯桥区经办人1在单聊中看不到：按钮「锁定」。可点的按钮：「提交」；链接：无。",
    );
  });

  test("a link", async () => {
    await official().says("帮助");

    await expect(official().opensLink("排名")).rejects.toThrow(
      "柯桥区经办人1在单聊中看不到：链接「排名」。可点的按钮：无；链接：「申报」、「进度」。",
    );
  });

  test("a field", async () => {
    await official().says("申报");

    await expect(official().submits({ 小区名称: "锦绣花园", 总户数: 1280 })).rejects.toThrow(
      "柯桥区经办人1在单聊中看不到：可填写的「总户数」。可填写的项目：「小区名称」、「房屋类型」。",
    );
  });

  test("a form", async () => {
    await expect(official().submits({ 小区名称: "锦绣花园" })).rejects.toThrow(
      "柯桥区经办人1在单聊中看不到：可填写的「小区名称」。可填写的项目：无。",
    );
  });

  test("a group", async () => {
    await expect(emulator.group("区级群")).rejects.toThrow("没有群「区级群」。现有的群：「活动群」、「市级群」。");
  });

  test("an own message to take back", async () => {
    await official().says("帮助");

    await expect(official().recalls("进度")).rejects.toThrow("看不到：自己的消息「进度」。说过的：「帮助」。");
  });
});

describe("reading and taking back", () => {
  test("what is read counts as read", async () => {
    await official().says("你好");

    await official().reads();

    expect((await official().latestMessage())?.readBy).toEqual(["keqiao-1"]);
  });

  test("the newest own message is taken back", async () => {
    await official().says("甲");
    await official().says("乙");

    await official().recalls();

    const own = (await official().messages()).filter(({ from }) => from === "keqiao-1");
    expect(own.map(({ text, recalled }) => [text, recalled])).toEqual([
      ["甲", undefined],
      ["乙", true],
    ]);
  });

  test.each(["ding", "todo", "notice"])("the pseudo conversation %s", async (name) => {
    expect(await official().messages(name)).toEqual([]);
  });

  test("the newest card, and the newest that says something", async () => {
    await official().says("申报");
    await official().submits({ 小区名称: "锦绣花园" });
    await official().says("申报");

    expect((await official().latestCard())?.text).toContain("申报小区");
    expect((await official().latestCard("锦绣花园"))?.actions.map(({ label }) => label)).toEqual(["提交"]);
    expect(await official().latestCard("鉴湖雅苑")).toBeUndefined();
  });
});

describe("the emulator around the people", () => {
  test("the clock goes on by spans and to moments", async () => {
    await emulator.clock.advance({ days: 1, hours: 2, minutes: 30 });
    expect(await emulator.clock.now()).toBe("2023-08-10T11:30:00+08:00");

    expect(await emulator.clock.advanceTo("2023-08-21 09:00")).toEqual([]);
    expect(await emulator.clock.now()).toBe("2023-08-21T09:00:00+08:00");

    expect(await emulator.clock.next()).toEqual([]);
    expect(await emulator.clock.now()).toBe("2023-08-21T09:00:00+08:00");
  });

  test("faults strike until they are called off", async () => {
    await emulator.injectFaults([{ match: { api: "/v1.0/card/instances" }, action: "status:503" }]);
    const refused = await fetch(`${emulator.url}/v1.0/card/instances`, { method: "POST" });
    await emulator.clearFaults();
    const asUsual = await fetch(`${emulator.url}/v1.0/card/instances`, { method: "POST" });

    expect([refused.status, asUsual.status]).toEqual([503, 400]);
  });

  test("what went over the wire can be read, and what it would have cost", async () => {
    const { length } = await emulator.traffic();
    const { pushes } = await emulator.usage();

    await official().says("你好");

    expect((await emulator.traffic()).length).toBeGreaterThan(length);
    expect((await emulator.usage()).pushes).toBe(pushes + 1);
    expect(await emulator.warnings()).toEqual([]);
  });

  test("a state that was kept is there again", async () => {
    await official().says("甲");
    const kept = await emulator.snapshot();
    await official().says("乙");

    await emulator.restore(kept);

    expect(texts(await official().messages())).toEqual(["甲", "收到：甲"]);
  });

  test("two emulators beside each other know nothing of each other", async () => {
    const other = await createEmulator({ port: 0, seed, now: new Date("2023-08-09T09:00:00+08:00") });
    const person = emulatorClient(other.url).as("keqiao-1");

    await Promise.all([official().says("甲"), person.says("乙")]);
    const [here, there] = await Promise.all([official().messages(), person.messages()]);
    await other.close();

    expect(texts(here)).toEqual(["甲", "收到：甲"]);
    expect(texts(there)).toEqual(["乙"]);
  });
});

describe("a moment", () => {
  test.each([
    ["2023-08-21 09:00", "2023-08-21T09:00:00+08:00"],
    ["2023-08-21 9:00", "2023-08-21T09:00:00+08:00"],
    ["2023-08-21T09:00:30", "2023-08-21T09:00:30+08:00"],
    ["2023-08-21T01:00:00Z", "2023-08-21T01:00:00Z"],
  ])("%s is %s", (text, moment) => {
    expect(readMoment(text)).toBe(moment);
  });

  test.each(["2023-08-21", "2023-02-30 09:00", "2023-08-21 24:01", "明天"])("%s is none", (text) => {
    expect(() => readMoment(text)).toThrow(`「${text}」不是时间，请写成2023-08-21 09:00。`);
  });
});
