import { describe, expect, test } from "vitest";
import { readListWorkbook } from "../../../../src/campaign/recommendation/workbook/read.ts";
import { orderIn } from "../../../../src/campaign/recommendation/workbook/rules.ts";

const NAMES = ["雅苑", "锦绣花园", "湖滨"];
const read = (...rows: readonly (readonly [string, string])[]) =>
  orderIn(
    rows.map(([name, place]) => ({ name, place, reason: "", unmet: "" })),
    { names: NAMES, noun: "小区" },
  );
const said = (...rows: readonly (readonly [string, string])[]) => read(...rows).defects.map(({ sentence }) => sentence);

describe("the order of a 推荐表 that came back", () => {
  test("is that of the places, whatever the order of the rows; who has none is not recommended", () => {
    expect(read(["雅苑", ""], ["锦绣花园", "2"], ["湖滨", "1"])).toEqual({ order: ["湖滨", "锦绣花园"], defects: [] });
    expect(read(["雅苑", "第一"], ["锦绣花园", "二"]).order).toEqual(["雅苑", "锦绣花园"]);
    expect(read(["雅苑", ""]).order).toEqual([]);
  });

  test("the rows below the cases, and lines of a note, are no cases", () => {
    expect(read(["雅苑", "1"], ["数量说明", ""], ["不能推荐：甲", ""])).toEqual({ order: ["雅苑"], defects: [] });
  });

  test.each([
    [[["雅苑", "1.5"]], "“雅苑”的次序“1.5”不是序号，请填写1、2、3……。"],
    [[["雅苑", "0"]], "“雅苑”的次序“0”不是序号，请填写1、2、3……。"],
    [[["雅苑", "首位"]], "“雅苑”的次序“首位”不是序号，请填写1、2、3……。"],
    [[["雅苑", "2"]], "次序应从1起连续填写，缺少1。"],
    [
      [
        ["雅苑", "1"],
        ["湖滨", "3"],
      ],
      "次序应从1起连续填写，缺少2。",
    ],
    [[["别院", "1"]], "“别院”不是可推荐的小区（未定稿、已撤回或不得推荐），请清空其次序。"],
    [
      [
        ["雅苑", "1"],
        ["雅苑", ""],
      ],
      "“雅苑”有不止一行，请只留一行。",
    ],
  ] as const)("what is wrong is said: %j", (rows, sentence) => {
    expect(said(...rows)).toEqual([sentence]);
  });

  test("two at one place are both named; a withdrawn one without a place is none's concern", () => {
    expect(said(["雅苑", "1"], ["湖滨", "1"])).toEqual(Array(2).fill("雅苑、湖滨的次序都是1，请改正。"));
    expect(said(["别院", ""])).toEqual([]);
  });
});

test("columns are known by their headers, in whatever order; other workbooks are none", () => {
  const rows = [
    ["推荐表：柯桥区"],
    ["9月13日导出　校验号 40817-22612"],
    ["次序", "理由", "名称", "评选情况"],
    [1, "居民参与更为扎实。", "雅苑", "总分97分"],
  ];
  expect(readListWorkbook({ sheets: [{ name: "", rows }] })[0]?.rows).toEqual([
    { name: "雅苑", place: "1", reason: "居民参与更为扎实", unmet: "" },
  ]);
  expect(readListWorkbook({ sheets: [{ name: "", rows: [["名称", "次序", "理由"]] }] })).toEqual([]);
});
