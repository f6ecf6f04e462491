import { expect, test } from "vitest";
import { latenessPhrases } from "../../../../src/campaign/application/lateness/phrases.ts";
import {
  readLateReason,
  requireLateReason,
  splitLateReason,
} from "../../../../src/campaign/application/lateness/rules.ts";

test.each([
  ["材料补齐较晚", "材料补齐较晚"],
  ["：材料补齐较晚", "材料补齐较晚"],
  ["改为材料补齐较晚", "材料补齐较晚"],
  ["因为街道盖章较晚", "街道盖章较晚"],
  ["是 8月底\n才盖章", "8月底 才盖章"],
  ["一".repeat(200), "一".repeat(200)],
])("%s", (typed, reason) => {
  expect(readLateReason(typed)).toEqual({ reason });
});

test.each([
  ["", "empty"],
  ["：", "empty"],
  ["一".repeat(201), "long"],
  ["收到", "talk"],
  ["怎么填？", "talk"],
  ["提交", "talk"],
  ["1", "talk"],
  ["我问一下领导再说", "talk"],
  ["是不是必须填？", "talk"],
])("%s is none", (typed, problem) => {
  expect(readLateReason(typed)).toEqual({ problem });
});

test.each([
  ["材料补齐较晚，先报了", "先报了", "材料补齐较晚"],
  ["材料补齐较晚提交吧", "提交吧", "材料补齐较晚"],
  ["材料补齐较晚，算了", "算了", "材料补齐较晚"],
  ["材料补齐较晚 就这么报吧", "就这么报吧", "材料补齐较晚"],
  ["街道盖章较晚，我再问问街道", "我再问问街道", "街道盖章较晚"],
])("what is said behind the reason is none of it: %s", (typed, said, own) => {
  expect(readLateReason(typed)).toEqual({ problem: "order", said, own });
});

const WORD = "逾期原因";
const given = (said: string) => {
  const { named, read } = splitLateReason(said, WORD);
  return [named, requireLateReason(read)];
};

test.each([
  ["锦绣花园 逾期原因 材料补拍较晚", "锦绣花园", "材料补拍较晚"],
  ["锦绣花园，逾期原因：材料补拍较晚", "锦绣花园", "材料补拍较晚"],
  ["逾期原因是街道盖章较晚，逾期原因已说明", "", "街道盖章较晚，逾期原因已说明"],
  ["锦绣花园 逾期原因", "锦绣花园", ""],
  ["锦绣花园", "锦绣花园", ""],
])("with a command: %s", (said, named, reason) => {
  expect(given(said)).toEqual([named, reason]);
});

test.each([
  [`锦绣花园 逾期原因 ${"一".repeat(201)}`, latenessPhrases.withCommand.long()],
  ["锦绣花园 逾期原因 收到", latenessPhrases.withCommand.talk()],
  ["锦绣花园 逾期原因 怎么写？", latenessPhrases.withCommand.talk()],
  ["锦绣花园 逾期原因 1", latenessPhrases.withCommand.talk()],
])("with a command: %s is none, and nothing is done", (said, sentence) => {
  expect(() => given(said)).toThrow(sentence);
});

test("an order behind the reason is refused with the reason alone", () => {
  expect(() => given("锦绣花园 逾期原因 材料补拍较晚，先报了")).toThrow(
    "逾期原因中的「先报了」似非原因，未作任何改动。请重新发送，原因只写「逾期原因 材料补拍较晚」。",
  );
});
