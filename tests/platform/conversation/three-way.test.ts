import { expect, test } from "vitest";
import { threeWay } from "../../../src/platform/conversation/three-way.ts";

test.each([
  ["nothing was written", { given: { a: 4 }, back: {}, now: { a: 4 } }, "same", []],
  ["it says what stands there", { given: { a: 4 }, back: { a: 4 }, now: { a: 4 } }, "same", []],
  ["it was written where nothing stood", { given: {}, back: { a: 4 }, now: {} }, "changed", ["a"]],
  ["only the copy changed it", { given: { a: 4 }, back: { a: 3 }, now: { a: 4 } }, "changed", ["a"]],
  ["only others changed it", { given: { a: 4 }, back: { a: 4 }, now: { a: 3 } }, "kept", []],
  ["others wrote where nothing stood", { given: {}, back: { a: "" }, now: { a: 3 } }, "kept", []],
  ["both changed it to the same", { given: { a: 4 }, back: { a: 3 }, now: { a: 3 } }, "same", []],
  ["both changed it, each otherwise", { given: { a: 4 }, back: { a: 3 }, now: { a: 2 } }, "conflict", ["a"]],
  ["both wrote where nothing stood", { given: {}, back: { a: 3 }, now: { a: 2 } }, "conflict", ["a"]],
  ["an empty text takes it away", { given: { a: "旧" }, back: { a: "" }, now: { a: "旧" } }, "changed", ["a"]],
  ["taken away, and changed by others", { given: { a: "旧" }, back: { a: "" }, now: { a: "新" } }, "conflict", ["a"]],
  [
    "each changed another value of the same row",
    { given: { a: 4, b: "" }, back: { a: 4, b: "词" }, now: { a: 3 } },
    "changed",
    ["b"],
  ],
  [
    "one value of the row is contested, so the row is",
    { given: { a: 4 }, back: { a: 3, b: "词" }, now: { a: 2 } },
    "conflict",
    ["a", "b"],
  ],
])("a copy that came back: %s", (_, values, kind, keys) => {
  expect(threeWay(values)).toEqual({ kind, keys });
});
