import { describe, expect, test } from "vitest";
import { departmentAt } from "../../../src/campaign/consultation/departments.ts";
import { idsIn, namesIn, readReply } from "../../../src/campaign/consultation/read-words.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const read = (typed: string) => readReply(typed, "2023-10-10");
const none = { repliedOn: undefined, repliedBy: "" };

describe("what is typed behind the department", () => {
  test.each([
    [
      "翠苑三区 无异议 回复人 张科长",
      { cases: "翠苑三区", finding: "noObjection", words: "", ...none, repliedBy: "张科长" },
    ],
    ["全部无异议 回复人：张科长", { cases: "全部", finding: "noObjection", words: "", ...none, repliedBy: "张科长" }],
    [
      "翠苑三区、越州名苑均无意见，10月9日回复",
      { cases: "翠苑三区、越州名苑", finding: "noObjection", words: "", ...none, repliedOn: "2023-10-09" },
    ],
    [
      "翠苑三区 有情况 7-3 9月1日查实东门有违规搭建 10月9日复函 综执函〔2023〕5号",
      {
        cases: "翠苑三区",
        finding: "reported",
        words: "7-3 9月1日查实东门有违规搭建",
        repliedOn: "2023-10-09",
        repliedBy: "综执函〔2023〕5号",
      },
    ],
    [
      "翠苑三区：有异议，近期无异议后又有投诉；回复日期2023-10-08 联系人 王",
      {
        cases: "翠苑三区",
        finding: "reported",
        words: "近期无异议后又有投诉",
        repliedOn: "2023-10-08",
        repliedBy: "王",
      },
    ],
    [
      "翠苑三区 有情况 已通知联系人整改，仍未整改 答复人李队",
      { cases: "翠苑三区", finding: "reported", words: "已通知联系人整改，仍未整改", ...none, repliedBy: "李队" },
    ],
    ["翠苑三区 没有情况", { cases: "翠苑三区", finding: "noObjection", words: "", ...none }],
    ["翠苑三区", { cases: "翠苑三区", finding: undefined, words: "", ...none }],
  ])("%s", (typed, expected) => {
    expect(read(typed)).toEqual(expected);
  });
});

test.each([
  ["全部", { all: true, names: [] }],
  ["全部小区", { all: true, names: [] }],
  ["其余", { all: true, names: [] }],
  ["翠苑三区、越州名苑", { all: false, names: ["翠苑三区", "越州名苑"] }],
  ["翠苑三区 越州名苑", { all: false, names: ["翠苑三区", "越州名苑"] }],
  ["", { all: false, names: [] }],
])("names %s", (typed, expected) => {
  expect(namesIn(typed)).toEqual(expected);
});

test("a clause is named by its id, a date is none", () => {
  expect(idsIn("涉及要求7-3、17-3和 5 - 3", ["7-3", "5-3", "8-1"])).toEqual(["7-3", "5-3"]);
  expect(idsIn("2023-7-3查实", ["7-3"])).toEqual([]);
  expect(idsIn("７－３", ["7-3"])).toEqual(["7-3"]);
});

test.each([
  ["市应急管理局 翠苑三区", "emergency-management", "翠苑三区"],
  ["综合执法：翠苑三区", "law-enforcement", "翠苑三区"],
  ["市场监管 全部无异议", "market-supervision", "全部无异议"],
  ["消防支队", "fire-rescue", ""],
])("a department by what it is called: %s", (typed, id, rest) => {
  const found = departmentAt(shaoxing, typed);

  expect([found?.department.id, found?.rest]).toEqual([id, rest]);
});

test("another department is none", () => {
  expect(departmentAt(shaoxing, "市水利局 全部无异议")).toBeUndefined();
});
