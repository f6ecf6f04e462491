import { expect, test } from "vitest";
import { readLateReason } from "../../../../src/campaign/application/lateness/rules.ts";

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
