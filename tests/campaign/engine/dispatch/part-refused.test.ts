import { expect, test } from "vitest";
import { dispatchPhrases } from "../../../../src/campaign/engine/dispatch/phrases.ts";

test("a refusal among several parts speaks of no button, for none stand below it", () => {
  const sentence = "「更正：街道」中有更正，未作任何改动。请整条重新发送；原文无误的，请点击「照原文记录」。";
  const said = dispatchPhrases.partRefused("意见 雅苑 社区", sentence, 2);
  expect(said).toContain("请整条重新发送。本条消息的2部分均未办理");
  expect(said).not.toContain("请点击");
});

test("a kept text for two cases names both of its places", () => {
  const kept = ["雅苑", "名邸"].map((name) => ({ name: `登记意见 ${name}`, typed: `登记意见 ${name} 社区同意` }));
  expect(dispatchPhrases.pasteStillKept(kept)).toContain("请发送「登记意见 雅苑」或「登记意见 名邸」。");
});

test("what waits is named beside the question what the words are", () => {
  const said = { word: "意见", asText: "内容：意见 好", waits: "诸暨市的推荐名单" };
  expect(JSON.stringify(dispatchPhrases.commandOrText("意见 好", said))).toContain(
    "诸暨市的推荐名单尚未办完，正在等待您填写内容",
  );
});
