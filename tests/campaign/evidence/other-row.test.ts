import { expect, test } from "vitest";
import { otherRowIn } from "../../../src/campaign/evidence/intake/other-row.ts";

test.each([
  ["不对 3-7", { row: "3-7" }],
  ["不对，应该是3.7", { row: "3-7" }],
  ["天悦 3.6 绿化", { row: "3-6", name: "天悦" }],
  ["天悦 3-6 绿化", undefined],
  ["不对 9-9", undefined],
  ["不对", undefined],
  ["天悦 3.6万元", undefined],
  ["天悦", undefined],
])("%j says where files were to go: %j", (text, other) => {
  expect(otherRowIn(text, ["3-6", "3-7"])).toEqual(other);
});
