import { describe, expect, test } from "vitest";
import { readReply } from "../../../src/campaign/consultation/read-words.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const read = (typed: string) => readReply(typed, civilDate("2023-10-10"));

describe("what a department replied, as people write it down", () => {
  test.each([
    ["翠苑三区没有问题", "翠苑三区", "noObjection"],
    ["翠苑三区无问题", "翠苑三区", "noObjection"],
    ["翠苑三区不存在问题", "翠苑三区", "noObjection"],
    ["翠苑三区未发现违法违规行为", "翠苑三区", "noObjection"],
    ["翠苑三区没有反映情况", "翠苑三区", "noObjection"],
    ["翠苑三区、越州名苑均无异议", "翠苑三区、越州名苑", "noObjection"],
    ["全部无异议，10月9日回复", "全部", "noObjection"],
    ["其余无异议", "其余", "noObjection"],
    ["翠苑三区有问题 7-3 拖欠工资", "翠苑三区", "reported"],
    ["翠苑三区存在问题：7-3 拖欠工资", "翠苑三区", "reported"],
    ["翠苑三区 反映有情况 7-3 拖欠工资 联系人：张科长", "翠苑三区", "reported"],
  ])("%s", (typed, cases, finding) => {
    expect(read(typed)).toMatchObject({ cases, finding });
    expect(read(typed).unclear).toBeUndefined();
  });

  test.each([
    "翠苑三区有异议，其余无异议",
    "翠苑三区无异议，越州名苑有情况：物业费纠纷",
    "除翠苑三区外均无异议",
    "除了翠苑三区 其余无异议",
    "翠苑三区有情况 7-3 拖欠工资，其他方面没有问题",
  ])("%s: which is said of which is asked", (typed) => {
    expect(read(typed).unclear).toBe(true);
  });

  test.each(["收到", "无", "翠苑三区 正在核实", "翠苑三区有1起行政处罚"])("%s is no finding", (typed) => {
    expect(read(typed).finding).toBeUndefined();
  });
});
