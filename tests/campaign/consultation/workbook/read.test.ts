import { describe, expect, test } from "vitest";
import { numberFrom, shownCheckNumber } from "../../../../src/campaign/application/check-number.ts";
import { readReplyWorkbook } from "../../../../src/campaign/consultation/workbook/read.ts";

const NUMBER = numberFrom(["a test"]);
const titles = [
  ["征求意见回复表：市信访局"],
  [`9月28日（周四）09:00导出　校验号 ${shownCheckNumber(NUMBER)}`],
  ["说明"],
];
const header = ["小区名称", "地区", "物业服务企业", "意见", "涉及内容", "情况说明", "回复日期", "回复人或文号"];
const row = ["翠苑三区", "柯桥区", "甲物业", "无异议", null, null, "2023-10-09", "张科长"];
const read = (rows: readonly (readonly (string | number | null)[])[], more = {}) =>
  readReplyWorkbook({ sheets: [{ name: "回复表", rows, ...more }] });
const cells = {
  ...{ name: "翠苑三区", district: "柯桥区", finding: "无异议", concerns: "", words: "" },
  ...{ on: "2023-10-09", by: "张科长" },
};

describe("a 回复表 that comes back", () => {
  test("is known by its title, with its department, its 校验号 and its rows", () => {
    expect(read([...titles, header, row])).toEqual([
      { title: "市信访局", number: NUMBER, rows: [cells], lacking: [], formulas: 0 },
    ]);
  });

  test("is known by its headers without a title, in whatever order of columns", () => {
    const order = [0, 1, 2, 7, 6, 5, 4, 3];
    const shuffled = (one: readonly (string | number | null)[]) => order.map((at) => one[at] ?? null);
    const [sheet] = read([...titles.slice(1), shuffled(header), shuffled(row)]);

    expect([sheet?.title, sheet?.rows]).toEqual(["", [cells]]);
  });

  test("without its 校验号, or with a mistyped one, has none", () => {
    const wrong = shownCheckNumber(NUMBER).replace(/\d$/u, (digit) => String((Number(digit) + 1) % 10));

    expect(read([titles[0] ?? [], header, row])[0]?.number).toBeUndefined();
    expect(read([titles[0] ?? [], [`校验号 ${wrong}`], header, row])[0]?.number).toBeUndefined();
  });

  test("says which of its columns is missing, which rows are hidden, and skips empty ones", () => {
    const [sheet] = read([...titles, header.slice(0, 7), row.slice(0, 7), [], ["", "柯桥区"]], { hiddenRows: [4] });

    expect(sheet?.lacking).toEqual(["回复人或文号"]);
    expect(sheet?.rows.map(({ name, isHidden }) => [name, isHidden])).toEqual([["翠苑三区", true]]);
  });

  test("is told from other workbooks", () => {
    expect(read([["初评表：翠苑三区"], ["条目", "考核分", "理由"]])).toEqual([]);
    expect(read([["名称", "意见", "备注"]])).toEqual([]);
  });
});
