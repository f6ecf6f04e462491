import { describe, expect, test } from "vitest";
import { readOpenSide, readSide } from "../../../src/campaign/application/settle.ts";

describe("whose value counts, while it is asked", () => {
  test.each(["1", "同事的", "以同事的为准", "以同事为准", "用同事填的", "他的", "对方的。"])(
    "%s: the colleague's",
    (text) => {
      expect(readOpenSide(text)).toBe("theirs");
    },
  );

  test.each(["2", "我的", "以我的为准", "以我为准", "用我填的", "我"])("%s: the own", (text) => {
    expect(readOpenSide(text)).toBe("mine");
  });

  test.each(["3", "5", "钱示例", "我们社区", "12", "1-2"])("%s decides nothing", (text) => {
    expect(readOpenSide(text)).toBeUndefined();
  });

  test.each(["1", "2", "我的", "同事的"])("%s says nothing of it unasked", (text) => {
    expect(readSide(text)).toBeUndefined();
  });
});
