import { expect, test } from "vitest";
import { halfAtHead } from "../../../../src/campaign/application/requirements/dialogue.ts";

test.each([
  ["越秀 要求 2-1 2-2 2-3不符合 10-2不清楚 其余y", { name: "越秀府", rest: "2-1 2-2 2-3不符合 10-2不清楚 其余y" }],
  ["天悦：其余均符合", { name: "天悦府", rest: "其余均符合" }],
  ["其余 均符合", undefined],
  ["2-1 不符合", undefined],
])("half a name at the head of %j is that case's", (text, found) => {
  expect(halfAtHead(text, ["天悦府", "越秀府"])).toEqual(found);
});

test("what two of them have names none", () => {
  expect(halfAtHead("江滨 2-1不符合", ["江滨一品", "江滨华园"])).toBeUndefined();
});
