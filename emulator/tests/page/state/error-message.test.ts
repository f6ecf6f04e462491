import { expect, test } from "vitest";
import { makeControl } from "../../../page/api/control.ts";
import { errorMessage } from "../../../page/state/error-message.ts";
import { NotVisibleError } from "../../../src/client/not-visible-error.ts";
import { ScenarioError } from "../../../src/scenario/scenario.ts";
import { organisation } from "../../../src/testing/organisation.ts";
import { useEmulator } from "../../../src/testing/use-emulator.ts";

const emulator = useEmulator({ seed: organisation({ people: { maxiaohan: "马小涵" } }) });

const troubleOf = (work: Promise<unknown>): Promise<string> => work.then(() => "", errorMessage);

test("a refusal of the emulator's is shown in its own words", async () => {
  const control = makeControl(emulator.url);

  expect(await troubleOf(control.recall("maxiaohan", "none"))).toMatch(/[\u4e00-\u9fff]/);
  expect(await troubleOf(control.recall("maxiaohan", "none"))).not.toContain("没有应答");
});

test.each([
  [
    "what a person does not see",
    new NotVisibleError("马小涵在单聊中看不到：按钮「申报」。"),
    "马小涵在单聊中看不到：按钮「申报」。",
  ],
  ["a scenario", new ScenarioError([{ line: 3, message: "缺少步骤。" }]), "第3行：缺少步骤。"],
  [
    "a missing file",
    new Error("没有文件「a.txt」，请与场景文件一起选择。"),
    "没有文件「a.txt」，请与场景文件一起选择。",
  ],
])("so is the sentence of %s", (_, error, sentence) => {
  expect(errorMessage(error)).toBe(sentence);
});

test("a file above the limit has a sentence", async () => {
  const form = new FormData();
  form.append("file", new File([new Uint8Array(64 * 1024 * 1024 + 1)], "大.bin"));

  expect(await troubleOf(makeControl(emulator.url).drop("maxiaohan", form))).toBe("文件超过64 MB，模拟器不接收。");
});

test("when nobody answers it says so", async () => {
  expect(await troubleOf(makeControl("http://127.0.0.1:1").clock())).toBe("模拟器没有应答，请稍后再试。");
});
