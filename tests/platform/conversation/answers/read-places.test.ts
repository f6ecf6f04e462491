import { describe, expect, test } from "vitest";
import { readPlacedText, readPlaces } from "../../../../src/platform/conversation/answers/read-places.ts";

describe("a list of numbers", () => {
  test.each([
    ["1-3", [1, 2, 3]],
    ["1至4", [1, 2, 3, 4]],
    ["1～3，5", [1, 2, 3, 5]],
    ["1、3", [1, 3]],
    ["1 3", [1, 3]],
    ["1，3。", [1, 3]],
    ["1 - 3", [1, 2, 3]],
    ["2-1-3", [2, 1, 3]],
    ["①③", [1, 3]],
    ["第1项和第3项", [1, 3]],
    ["一、三", [1, 3]],
    ["3-2", [3, 2]],
    ["12", [12]],
  ])("%s is %j", (typed, value) => {
    expect(readPlaces(typed)).toMatchObject({ kind: "read", value });
  });

  test("that goes down is asked about", () => {
    expect(readPlaces("4-2")).toEqual({ kind: "askBack", readings: ["4 3 2", "4 2"] });
  });

  test.each(["", "1 甲", "第", "1-", "2.5", "前三个"])("%j is none", (typed) => {
    expect(readPlaces(typed)).toEqual({ kind: "refused" });
  });
});

describe("numbers with a text", () => {
  test.each([
    ["6 1号楼加装电梯", [6], "1号楼加装电梯"],
    ["8-9 2年无事故", [8, 9], "2年无事故"],
    ["1 2023年获省级示范小区", [1], "2023年获省级示范小区"],
    ["2 95%以上业主满意", [2], "95%以上业主满意"],
    ["1，2年无事故", [1], "2年无事故"],
    ["1、3：缺少记录", [1, 3], "缺少记录"],
    ["1-3,5 缺少记录", [1, 2, 3, 5], "缺少记录"],
    ["3缺少记录", [3], "缺少记录"],
    ["1-3缺少记录", [1, 2, 3], "缺少记录"],
    ["１－２　缺少記錄", [1, 2], "缺少記錄"],
  ])("%s", (typed, numbers, text) => {
    expect(readPlacedText(typed)).toMatchObject({ kind: "read", value: { numbers, text } });
  });

  test.each([
    ["1、3缺少记录", ["1、3：缺少记录", "1：3缺少记录"]],
    ["1 3 缺少记录", ["1、3：缺少记录", "1：3 缺少记录"]],
  ])("%s has two readings, each of which reads as it stands", (typed, readings) => {
    expect(readPlacedText(typed)).toEqual({ kind: "askBack", readings });
    for (const reading of readings) expect(readPlacedText(reading).kind).toBe("read");
  });

  test.each(["1-2年内无事故", "2年无事故", "缺少记录", "3", "3："])("%s has none", (typed) => {
    expect(readPlacedText(typed)).toEqual({ kind: "refused" });
  });
});
