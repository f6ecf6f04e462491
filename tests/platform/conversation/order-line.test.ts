import { describe, expect, test } from "vitest";
import { readOrder, readSelection } from "../../../src/platform/conversation/order-line.ts";

describe("an order of three", () => {
  test.each(["2 1 3", "2，1、3", "２．１．３", "213", "二 一 三", "二一三", "2>1>3"])("%s", (typed) => {
    expect(readOrder(typed, 3)).toEqual({ ok: true, places: [1, 0, 2] });
  });

  test.each([
    ["2 1", "共3项，还缺序号3，请写全。"],
    ["2 1 1", "序号1写了两次，请每个序号只写一次。"],
    ["2 1 4", "没有序号4，序号为1至3。"],
    ["0 1 2", "没有序号0，序号为1至3。"],
    ["甲 乙", "「甲」不是序号。请回复1至3的序号，用空格隔开，例如：2 1 3。"],
    ["", "请回复1至3的序号，用空格隔开，例如：2 1 3。"],
  ])("%j is asked again", (typed, retry) => {
    expect(readOrder(typed, 3)).toEqual({ ok: false, retry });
  });

  test("of ten or more needs blanks", () => {
    expect(readOrder("12 1 2 3 4 5 6 7 8 9 10 11", 12)).toMatchObject({ ok: true });
    expect(readOrder("12", 12)).toMatchObject({ ok: false });
  });

  test("of one is that one", () => {
    expect(readOrder("1", 1)).toEqual({ ok: true, places: [0] });
  });
});

describe("a span", () => {
  test.each([
    ["1-3", [0, 1, 2]],
    ["1至3", [0, 1, 2]],
    ["1—3", [0, 1, 2]],
    ["4 1-3", [3, 0, 1, 2]],
    ["1-2，4", [0, 1, 3]],
    ["2-1-3", [1, 0, 2]],
    ["2-1", [1, 0]],
  ])("%s", (typed, places) => {
    expect(readSelection(typed, 5)).toEqual({ ok: true, places });
  });

  test("that runs down is asked about", () => {
    expect(readSelection("3-1", 5)).toEqual({
      ok: false,
      retry: "“3-1”可理解为3、2、1，也可理解为3、1，请逐个写出序号，用空格隔开。",
    });
  });

  test("ends at the last item", () => {
    expect(readSelection("4-6", 5)).toEqual({ ok: false, retry: "没有序号6，序号为1至5。" });
  });
});

describe("a choice among five", () => {
  test.each([
    ["5 2", [4, 1]],
    ["三", [2]],
    ["52", [4, 1]],
  ])("%s", (typed, places) => {
    expect(readSelection(typed, 5)).toEqual({ ok: true, places });
  });

  test("keeps to its limits", () => {
    expect(readSelection("1", 5, { min: 2, max: 3 })).toEqual({ ok: false, retry: "选了1项，应选2至3项。" });
    expect(readSelection("1 2", 5, { min: 2, max: 3 })).toEqual({ ok: true, places: [0, 1] });
    expect(readSelection("1 2 3 4", 5, { min: 3, max: 3 })).toEqual({ ok: false, retry: "选了4项，应选3项。" });
  });
});
