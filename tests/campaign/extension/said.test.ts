import { describe, expect, test } from "vitest";
import {
  dayFirst,
  labelledReason,
  namedWithin,
  reasonBefore,
  reasonIn,
  untilIn,
} from "../../../src/campaign/extension/said.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const when = { today: civilDate("2023-09-25"), year: 2023 };
const NAMES = ["柯桥区", "柯桥", "推荐名单", "推荐", "附件4"];
/** What is said, as it is read. */
const read = (typed: string) => {
  const until = untilIn(typed, when);
  if (until.kind !== "day") return until.kind;
  const reasons = [reasonBefore(until.head, NAMES), reasonIn(until.rest)].filter((one) => one !== "");
  return [until.until, reasons.join("；")];
};

describe("an extension as people ask for it", () => {
  test.each([
    ["推荐名单 10月11日 正在盖章", "正在盖章"],
    ["推荐名单延到10月11日，正在盖章", "正在盖章"],
    ["推荐名单 10月11日前 理由：正在盖章", "正在盖章"],
    ["推荐名单申请延期至十月十一号，因为正在盖章", "正在盖章"],
    ["柯桥区推荐名单推迟到10月11日 原因是正在盖章", "正在盖章"],
    ["正在盖章，推荐名单延到10月11日", "正在盖章"],
    ["因正在盖章，推荐名单延至10月11日", "正在盖章"],
    ["由于正在盖章，所以推荐名单想推迟到10月11日", "正在盖章"],
    ["我区推荐名单正在盖章，请延期到10月11日", "正在盖章"],
    ["9月30日的推荐名单延到10月11日 正在盖章", "正在盖章"],
    ["推荐名单从9月30日延至10月11日，正在盖章", "正在盖章"],
    ["推荐名单 2023-10-11 正在盖章", "正在盖章"],
    ["推荐名单：10月11日；正在盖章", "正在盖章"],
    ["附件4 10月11日（周三） 正在盖章", "正在盖章"],
    ["推荐名单 10.11 正在盖章", "正在盖章"],
    ["推荐名单 10月11日 因9月28日才开会", "因9月28日才开会"],
    ["领导出差，推荐名单延到10月11日，正在盖章", "领导出差；正在盖章"],
  ])("%s", (typed, reason) => {
    const said = read(typed);
    expect(Array.isArray(said) && said[0]).toBe("2023-10-11");
    expect(Array.isArray(said) && said[1]?.replace(/^9月30日的?|从9月30日/u, "")).toBe(reason);
  });

  test.each([
    ["推荐名单 10月11日 10月12日 正在盖章", "several"],
    ["推荐名单 延到10月11日或者延到10月12日", "several"],
    ["推荐名单 9月31日 正在盖章", "noSuch"],
    ["推荐名单 5/1/2024 正在盖章", "unclear"],
    ["推荐名单 延三天 正在盖章", "none"],
    ["推荐名单 正在盖章", "none"],
  ])("%s: the day is %s", (typed, kind) => {
    expect(read(typed)).toBe(kind);
  });

  test.each(["推荐名单 10月11日", "推荐名单延到10月11日。", "柯桥区 推荐名单 延期至10月11日前"])(
    "%s has no reason",
    (typed) => {
      expect(read(typed)).toEqual(["2023-10-11", ""]);
    },
  );
});

describe("which of several is named", () => {
  const all = [
    { name: "推荐名单", aliases: ["推荐", "附件4"] },
    { name: "工作报告", aliases: ["报告"] },
    { name: "申报表", aliases: ["申报"] },
  ];
  test.each([
    ["推荐名单 10月11日", ["推荐名单"]],
    ["工作报告和推荐名单 10月11日", ["推荐名单", "工作报告"]],
    ["附件4 10月11日", ["推荐名单"]],
    ["10月11日", []],
  ])("%s", (typed, names) => {
    expect(namedWithin(typed, all).map(({ name }) => name)).toEqual(names);
  });
});

describe("a request on lines", () => {
  test.each([
    "推荐名单\n原因：因材料核实\n延至：2023/10/12\n联系人：王某 0575-82112345转806",
    "推荐名单\n延期至：10月12日\n理由：因材料核实",
    "延至：2023/10/12\n事项：推荐名单\n原因：因材料核实",
    "推荐名单\n拟延至日期：2023年10月12日\n情况说明：因材料核实",
    "推荐名单\n新截止日期：10.12\n事由：因材料核实",
    "理由：因材料核实\n事项：推荐名单\n日期：10月12日",
    "推荐名单 理由：因材料核实\n日期：10月12日",
    "理由：因材料核实\n延至：10月12日\n申请事项：推荐名单",
    "日期：10月12日\n理由：因材料核实\n项目：推荐名单",
    "项目：推荐名单\n\n延至：10月12日\n\n原因：因材料核实",
  ])("%j has its day and its reason", (typed) => {
    const labelled = labelledReason(dayFirst(typed));
    const until = untilIn(labelled?.asked ?? "", when);
    expect([until.kind === "day" && until.until, labelled?.reason]).toEqual(["2023-10-12", "因材料核实"]);
    expect(labelled?.asked).toContain("推荐名单");
  });
});

describe("what is said around a request is no reason", () => {
  test.each([
    ["就是那个推荐名单啊想延到十月八号 因为国庆放假盖章找不到人", "国庆放假盖章找不到人"],
    ["推荐名单嘛那个就延到十月八号吧 因为盖章慢", "盖章慢"],
    ["那个嗯推荐名单 十月八号 那个盖章慢", "盖章慢"],
  ])("%s", (typed, reason) => {
    expect(read(typed)).toEqual(["2023-10-08", reason]);
  });
});
