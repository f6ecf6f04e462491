import { describe, expect, test } from "vitest";
import { tableAsList } from "../../../../src/platform/dingtalk/render/table-list.ts";

describe("a table in a message is a numbered list", () => {
  const list = (columns: string[], row: string[]) => tableAsList({ columns, rows: [row] }, (cell) => cell);

  test("without labels where one figure stands alone", () => {
    expect(list(["名次", "名称", "总分"], ["第1名", "甲苑", "96.5"])).toBe("1. 第1名 甲苑 96.5");
  });

  test("with them where figures stand side by side", () => {
    expect(list(["名次", "名称", "总分", "初评分", "备注"], ["第1名", "甲苑", "96.5", "98", "已推荐"])).toBe(
      "1. 第1名 甲苑 总分96.5 初评分98 已推荐",
    );
    expect(list(["序号", "名称", "总分", "初评分"], ["1", "甲苑", "96.5", "98"])).toBe("1. 甲苑 总分96.5 初评分98");
  });
});
