import { describe, expect, test } from "vitest";
import { readReferenceRows } from "../../../src/campaign/reference-list/read-workbook.ts";

type Cells = (string | number | null)[][];
const words = {
  noun: "小区",
  districts: [
    { id: "keqiao", name: "柯桥区" },
    { id: "yuecheng", name: "越城区" },
  ],
};
const read = (rows: Cells) => readReferenceRows({ sheets: [{ name: "Sheet1", rows }] }, words);
const header = ["序号", "小区名称", "地区", "2022年满意度（%）", "是否位于前5%"];

describe("a list of the city as a workbook", () => {
  test("is read by its headers, below titles and above notes", () => {
    const { metric, rows, problems } = read([
      ["绍兴市2022年度业主满意度名单"],
      header,
      [1, "锦绣花园", "柯桥区", 98.5, "是"],
      [2, "鉴湖新村", "柯桥", "96.20%", "否"],
      [3, "轻纺小区", "越城区", "无数据", null],
      [],
      [null, "注：数据来自年度调查"],
    ]);

    expect(problems).toEqual([]);
    expect(metric).toBe("2022年满意度（%）");
    expect(rows).toEqual([
      { name: "锦绣花园", district: "keqiao", figure: 98.5, within: true },
      { name: "鉴湖新村", district: "keqiao", figure: 96.2, within: false },
      { name: "轻纺小区", district: "yuecheng" },
    ]);
  });

  test("columns may stand in any order, and the figures may be missing", () => {
    expect(
      read([
        ["位于前5%", "物业服务企业名称"],
        ["√", "家园物业"],
      ]).rows,
    ).toEqual([{ name: "家园物业", within: true }]);
  });

  test("every row with something wrong is named", () => {
    const { problems } = read([
      header,
      [1, "锦绣花园", "柯桥区", 98.5, "是"],
      [2, null, "柯桥区", 90, "否"],
      [3, "鉴湖新村", "杭州市", 90, "否"],
      [4, "柯岩人家", "柯桥区", "优秀", "否"],
      [5, "轻纺小区", "柯桥区", 90, "大概"],
      [6, "锦绣花园小区", "柯桥区", 80, "否"],
      [7, "空白小区", "柯桥区", null, null],
    ]);

    expect(problems).toEqual([
      "第3行没有名称",
      "第4行所属“杭州市”有误，本活动中没有这一名称",
      "第5行“优秀”不是数值",
      "第6行“大概”应写“是”或“否”",
      "第7行“锦绣花园小区”重复",
      "第8行“空白小区”既无数值也未写是否位于，没有数据的请写“无数据”",
    ]);
  });

  test("without names, figures or rows it says what is missing", () => {
    expect(read([["a"], ["b"]]).problems).toEqual(["没有找到栏目行，须有“小区名称”或“企业名称”一栏"]);
    expect(
      read([
        ["小区名称", "地区"],
        ["甲", "柯桥区"],
      ]).problems,
    ).toEqual(["除小区名称外，须有指标数值或“是否位于前5%”一栏"]);
    expect(read([header]).problems).toEqual(["栏目行以下没有内容"]);
  });
});
