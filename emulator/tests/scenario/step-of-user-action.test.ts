import { describe, expect, test } from "vitest";
import { formatScenario } from "../../src/scenario/format.ts";
import { parseScenario } from "../../src/scenario/parse.ts";
import { playScenario } from "../../src/scenario/player.ts";
import type { Step } from "../../src/scenario/scenario.ts";
import { stepOfUserAction, type UserAction } from "../../src/scenario/step-of-user-action.ts";
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
const userId = "keqiao-1";
const who = "柯桥区经办人1";
const official = () => emulator.as(userId);

async function stepFor(action: UserAction): Promise<Step | undefined> {
  const [state, messages] = [await emulator.state(), await official().messages("*")];
  return stepOfUserAction(action, { state, messages });
}

async function card(matching?: string) {
  const found = await official().latestCard(matching);
  if (found === undefined) throw new Error("no card came");
  return found;
}

describe("what was done is told as a step", () => {
  test("words, in the direct chat and in a group", async () => {
    const conversationId = await emulator.group("美好家园活动群");

    expect(await stepFor({ kind: "say", userId, text: "帮助", at: true })).toEqual({ kind: "say", who, text: "帮助" });
    expect(await stepFor({ kind: "say", userId, conversationId, text: "进度", at: true })).toEqual({
      ...{ kind: "say", who, in: "美好家园活动群", text: "@家园助手 进度" },
    });
    expect(await stepFor({ kind: "say", userId, conversationId, text: "大家好", at: false })).toEqual({
      ...{ kind: "say", who, in: "美好家园活动群", text: "大家好" },
    });
  });

  test("a form: what was changed, choices by what a person reads", async () => {
    await official().says("申报");
    const { outTrackId, forms } = await card();
    const formId = forms[0]?.formId ?? "";
    const values = { compoundName: "示例小区", kind: "mixed" };

    expect(await stepFor({ kind: "submit", userId, outTrackId, formId, values })).toEqual({
      ...{ kind: "fill", who, values: { 小区名称: "示例小区", 房屋类型: "商住混合" } },
    });
    expect(
      await stepFor({ kind: "submit", userId, outTrackId, formId, values: { compoundName: "", kind: "" } }),
    ).toEqual({
      ...{ kind: "fill", who, values: {} },
    });
  });

  test("a press: by its label, with its card where another one has the button too", async () => {
    for (const name of ["甲小区", "乙小区"]) {
      await official().says("申报");
      await official().submits({ 小区名称: name });
    }
    const [older, newer] = [await card("甲小区"), await card("乙小区")];
    const press = ({ outTrackId, actions }: typeof older): UserAction => ({
      ...{ kind: "press", userId, outTrackId, actionId: actions[0]?.actionId ?? "" },
    });

    expect(await stepFor(press(newer))).toEqual({ kind: "press", who, label: "提交" });
    expect(await stepFor(press(older))).toEqual({
      ...{ kind: "press", who, label: "提交", card: older.text.split("\n")[0] },
    });
  });

  test("a link: by its label", async () => {
    const [help] = await official().says("帮助");

    expect(await stepFor({ kind: "follow", userId, linkId: help?.links?.[1]?.linkId ?? "" })).toEqual({
      ...{ kind: "press", who, label: "进度" },
    });
  });

  test("an answer to a message: by a line that no newer message of the chat has", async () => {
    const [first] = await official().says("帮助");
    const quoting = (id: string): UserAction => ({ kind: "say", userId, text: "请问", at: true, quote: id });
    const older = await stepFor(quoting(first?.id ?? ""));
    await official().says("你好");
    await official().says("你好");
    const [early, late] = (await official().messages()).filter(({ text }) => text === "你好");

    expect(older).toMatchObject({ kind: "say", who, text: "请问", quote: expect.stringMatching(/./) });
    expect(await stepFor(quoting(late?.id ?? ""))).toEqual({ kind: "say", who, text: "请问", quote: "你好" });
    expect(await stepFor(quoting(early?.id ?? ""))).toBeUndefined();
    expect(await stepFor(quoting("none"))).toBeUndefined();
  });

  test("a press with what was entered beside it, where that is words", async () => {
    await official().says("申报");
    await official().submits({ 小区名称: "甲小区" });
    const { outTrackId, actions } = await card("甲小区");
    const press = (inputs: Record<string, unknown>): UserAction => ({
      ...{ kind: "press", userId, outTrackId, actionId: actions[0]?.actionId ?? "", inputs },
    });

    expect(await stepFor(press({}))).toEqual({ kind: "press", who, label: "提交" });
    expect(await stepFor(press({ reason: "照片缺一张", parts: ["甲", "乙"] }))).toEqual({
      ...{ kind: "press", who, label: "提交", inputs: { reason: "照片缺一张", parts: ["甲", "乙"] } },
    });
    expect(await stepFor(press({ reason: { index: 1 } }))).toBeUndefined();
  });

  test("a confirmation: as read", async () => {
    expect(await stepFor({ kind: "read", userId })).toEqual({ kind: "read", who });
  });

  test("a message taken back: by its words", async () => {
    await official().says("你好");
    const own = (await official().messages()).find(({ from }) => from === userId);

    expect(await stepFor({ kind: "recall", userId, msgId: own?.msgId ?? "" })).toEqual({
      kind: "recall",
      who,
      text: "你好",
    });
  });

  test("time", async () => {
    const hours = (count: number) => count * 3_600_000;

    expect(await stepFor({ kind: "advance", step: { next: true } })).toEqual({ kind: "next" });
    expect(await stepFor({ kind: "advance", step: { ms: hours(25) } })).toEqual({
      ...{ kind: "advance", span: { days: 1, hours: 1, minutes: 0 } },
    });
    expect(await stepFor({ kind: "advance", step: { to: "2023-08-21T09:00:00+08:00" } })).toEqual({
      ...{ kind: "goTo", moment: "2023-08-21T09:00:00+08:00" },
    });
  });

  test("what is not there cannot be told", async () => {
    expect(await stepFor({ kind: "press", userId, outTrackId: "none", actionId: "none" })).toBeUndefined();
    expect(await stepFor({ kind: "follow", userId, linkId: "none" })).toBeUndefined();
  });
});

test("what was recorded plays again after a reset, with the same end", async () => {
  const steps: (Step | undefined)[] = [];
  const start = await emulator.clock.now();
  steps.push(await stepFor({ kind: "say", userId, text: "申报", at: true }));
  await official().says("申报");
  const { outTrackId, forms } = await card();
  const values = { compoundName: "示例小区", kind: "" };
  steps.push(await stepFor({ kind: "submit", userId, outTrackId, formId: forms[0]?.formId ?? "", values }));
  await official().submits({ 小区名称: "示例小区" });
  const actionId = (await card()).actions[0]?.actionId ?? "";
  steps.push(await stepFor({ kind: "press", userId, outTrackId, actionId }));
  await official().presses("提交");
  const end = (await card()).text;
  const recorded = formatScenario({
    title: "录制",
    start,
    people: [who],
    steps: steps.filter((step) => step !== undefined),
  });
  await emulator.reset();

  const scenario = parseScenario(recorded);
  await playScenario(scenario, { client: emulator, readFile: () => Promise.reject(new Error("no file")) });

  expect(scenario.steps).toHaveLength(3);
  expect((await card()).text).toBe(end);
});
