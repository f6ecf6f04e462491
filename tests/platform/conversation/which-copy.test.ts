import { describe, expect, test } from "vitest";
import { readDecision } from "../../../src/platform/conversation/which-copy.ts";

describe("which copy counts, conflict by conflict", () => {
  test.each([
    ["以文件为准", { 1: "file", 2: "file", 3: "file" }],
    ["以现有为准", { 1: "now", 2: "now", 3: "now" }],
    ["1以文件为准，其余以现有为准", { 1: "file", 2: "now", 3: "now" }],
    ["1、3以文件为准，2以现有为准", { 1: "file", 2: "now", 3: "file" }],
    ["第2条用文件的，其他以同事的为准", { 1: "now", 2: "file", 3: "now" }],
    ["2以文件为准", { 2: "file" }],
    ["", {}],
  ])("%s", (said, sides) => {
    const read = readDecision(said, 3);
    expect(read.kind === "read" && Object.fromEntries(read.sides)).toEqual(
      Object.fromEntries(Object.entries(sides).map(([at, side]) => [Number(at), side])),
    );
  });

  test.each(["4以文件为准", "0以文件为准", "随便", "以文件为准，以现有为准", "雅苑以文件为准"])(
    "unread: %s",
    (said) => {
      expect(readDecision(said, 3).kind).toBe("unread");
    },
  );
});
