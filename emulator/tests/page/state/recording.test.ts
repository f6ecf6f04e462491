import { signal } from "@preact/signals";
import { beforeEach, describe, expect, test } from "vitest";
import { makeControl } from "../../../page/api/control.ts";
import { makeInboxes } from "../../../page/state/inboxes.ts";
import { recordedControl } from "../../../page/state/recorded-control.ts";
import { fileOfScenario, makeRecording, type RecordingStore } from "../../../page/state/recording.ts";
import type { EmulatorState } from "../../../src/contract/control.ts";
import { organisation } from "../../../src/testing/organisation.ts";
import { useEmulator } from "../../../src/testing/use-emulator.ts";

const emulator = useEmulator({
  seed: organisation({
    people: { maxiaohan: "马小涵", "keqiao-1": "柯桥区经办人1" },
    groups: { 美好家园活动群: ["maxiaohan", "keqiao-1"] },
    bot: "家园助手",
  }),
});

let recording: RecordingStore;
let control: ReturnType<typeof makeControl>;
let untold: (string | undefined)[];

beforeEach(async () => {
  const plain = makeControl(emulator.url);
  untold = [];
  recording = makeRecording({
    world: signal<EmulatorState | undefined>(await plain.state()),
    now: () => "2023-08-09T09:00:00+08:00",
    inboxes: makeInboxes(plain),
    columns: { current: signal([{ userId: "keqiao-1", chatId: undefined }]) },
    onUnrecordable: (userId) => untold.push(userId),
  });
  control = recordedControl(plain, () => recording);
});

const say = (text: string) => control.say("keqiao-1", { text, at: true });
const stepsNow = () => recording.current.value?.steps;

describe("while a recording runs", () => {
  test("what people do is kept in the order in which it was begun", async () => {
    recording.begin();

    await Promise.all([say("甲"), control.advance({ ms: 3_600_000 }), say("乙")]);

    expect(stepsNow()?.map(({ kind }) => kind)).toEqual(["say", "advance", "say"]);
  });

  test("what was refused is not", async () => {
    recording.begin();
    const conversationId = await emulator.group("美好家园活动群");
    const form = new FormData();
    form.append("conversationId", conversationId);
    form.append("file", new File(["全文"], "报告.txt"));

    await expect(control.drop("keqiao-1", form)).rejects.toThrow("群聊中无法向机器人发送");

    expect(stepsNow()).toEqual([]);
  });

  test("what no step can tell is done, and said", async () => {
    recording.begin();

    await expect(control.recall("keqiao-1", "none")).rejects.toThrow();

    expect(stepsNow()).toEqual([]);
    expect(untold).toEqual(["keqiao-1"]);
  });

  test("a file is kept with its words", async () => {
    recording.begin();
    const form = new FormData();
    form.append("text", "请查收");
    form.append("file", new File(["全文"], "报告.txt"));

    await control.drop("keqiao-1", form);

    expect(stepsNow()).toEqual([
      { kind: "drop", who: "柯桥区经办人1", files: [{ name: "报告.txt", text: "全文" }], text: "请查收" },
    ]);
  });

  test("at its end it is a scenario file", async () => {
    recording.begin();
    await say("帮助");

    expect(await recording.end()).toBe(
      "标题: 录制的场景\n开始时间: 2023-08-09 09:00\n人员:\n  - 柯桥区经办人1\n步骤:\n  - 柯桥区经办人1 说: 帮助\n",
    );
    expect(recording.current.value).toBeUndefined();
  });
});

test("without one nothing is kept, and there is nothing to end", async () => {
  await say("帮助");
  await expect(control.recall("keqiao-1", "none")).rejects.toThrow();

  expect(untold).toEqual([]);
  expect(await recording.end()).toBeUndefined();
});

test("a recording in which nothing was done is none", async () => {
  recording.begin();

  expect(await recording.end()).toBeUndefined();
});

describe("a file of a recording", () => {
  test.each<[string, BlobPart, object]>([
    ["text stays text", "第一行\n", { name: "a", text: "第一行\n" }],
    ["bytes that are no text become base64", new Uint8Array([0xff, 0x00]), { name: "a", base64: "/wA=" }],
    ["of 256 KB it is kept", "a".repeat(256 * 1024), { name: "a", text: "a".repeat(256 * 1024) }],
    ["of one byte more it is only named", "a".repeat(256 * 1024 + 1), { name: "a", path: "a" }],
  ])("%s", async (_, content, file) => {
    expect(await fileOfScenario(new File([content], "a"))).toEqual(file);
  });
});
