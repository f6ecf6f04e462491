import { describe, expect, test } from "vitest";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { begin } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../../campaign/definition/support/shaoxing.ts";

const form = formOf(shaoxing) ?? expect.fail("no form");
const say = (text: string, at = "compoundName") =>
  step(form, { ...begin(form), at }, { text, today: civilDate("2023-08-28"), year: 2023, nameKey: "compoundName" });

const BODY = "创建工作汇报\n一、小区概况\n共有住户860户。\n备注：二期由宏杰物业代管\n二、主要做法\n（一）党建引领。";

describe("a text under the name of its field stays whole", () => {
  test.each(["申报材料\n", "申报材料：\n", " 申报材料 ：\n\n"])("%j above it", (heading) => {
    for (const at of ["compoundName", "projectName", "statement"]) {
      const { state, outcome } = say(`${heading}${BODY}`, at);
      expect(state.answers).toEqual({ statement: BODY });
      expect("notes" in outcome && outcome.notes?.join("")).toContain("其中以“备注”开头的一段一并记入“申报材料”");
    }
  });

  test("a line with two labels within it is one row", () => {
    const body = "（2023年8月）\n由店口镇建设\n小区地址：中央路99号，备注：改造已完成\n1.党建引领";
    expect(say(`申报材料：\n${body}`).state.answers).toEqual({ statement: body });
  });

  test("rows of the form below it are answers of their own", () => {
    const { state } = say("申报材料：\n创建工作汇报\n共有住户860户。\n环境整洁。\n项目名称：和畅名苑\n备注：分两期");
    expect(state.answers).toEqual({
      statement: "创建工作汇报\n共有住户860户。\n环境整洁。",
      projectName: "和畅名苑",
      remarks: "分两期",
    });
  });
});

describe("有 is taken back while its day is asked for", () => {
  test.each(["不对没有发生过选无", "不算的没有", "选无", "错了，没有"])("%s", (said) => {
    const begun = say("有", "safetyAccident");
    const { state } = step(form, begun.state, { text: said, today: civilDate("2023-08-28"), year: 2023 });
    expect(state.answers).toEqual({ safetyAccident: { choice: "none", details: {} } });
  });
});
