import { describe, expect, test } from "vitest";
import { doubtsAbout } from "../../../src/campaign/work-report/doubts.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const kinds = (content: { text: string } | { fileName: string }, at: string): string[] =>
  doubtsAbout(shaoxing, { district: "keqiao", ...content }, new Date(at)).map(({ kind }) => kind);

const IN_STAGE = "2023-10-16T09:00:00+08:00";

describe("what is asked about before it counts as the work report", () => {
  test.each(["收到", "好的，谢谢", "。", "journal", "👍", "字".repeat(29)])("the text %j", (text) => {
    expect(kinds({ text }, IN_STAGE)).toEqual(["short"]);
  });

  test("not a text of 30 characters, nor a file of any name of its own", () => {
    expect(kinds({ text: "字".repeat(30) }, IN_STAGE)).toEqual([]);
    expect(kinds({ fileName: "柯桥区.docx" }, IN_STAGE)).toEqual([]);
  });

  test("a text with less than half of what the version in force says, whose place it would take", () => {
    const of = (words: number, before?: string) =>
      doubtsAbout(shaoxing, { district: "keqiao", text: "字".repeat(words), before }, new Date(IN_STAGE)).map(
        ({ kind }) => kind,
      );
    expect(of(51, "字".repeat(363))).toEqual(["less"]);
    expect(of(50, "字".repeat(100))).toEqual([]);
    expect(of(49, "字".repeat(100))).toEqual(["less"]);
    expect(of(51)).toEqual([]);
  });

  test("a text with fewer of the parts than the version in force", () => {
    const before =
      "一、活动开展情况：申报两个。二、主要做法成效：联动。三、存在问题：缴费难。四、下一步工作建议：扩面。";
    const of = (text: string) =>
      doubtsAbout(shaoxing, { district: "keqiao", text, before }, new Date(IN_STAGE)).map(({ kind }) => kind);
    expect(of(`各位业主，${"停水通知请提前储水。".repeat(5)}`)).toEqual(["fewerParts"]);
    expect(of(`${before}另有推广实施情况一并报告，请审阅。`)).toEqual([]);
    expect(
      of("一、开展：申报两个推荐两个\n二、做法：党建联建到楼道\n三、问题：缴费难收费难\n四、打算：扩大到全区各街道"),
    ).toEqual([]);
  });

  test("anything before the first moment of its stage", () => {
    expect(kinds({ fileName: "报告.docx" }, "2023-10-14T23:59:59+08:00")).toEqual(["early"]);
    expect(kinds({ fileName: "报告.docx" }, "2023-10-15T00:00:00+08:00")).toEqual([]);
  });

  test("what is named after another paper, unless it names the report too", () => {
    expect(kinds({ fileName: "柯桥区典型案例.docx" }, IN_STAGE)).toEqual(["otherPaper"]);
    expect(kinds({ fileName: "初评表.pdf" }, IN_STAGE)).toEqual(["otherPaper"]);
    expect(kinds({ fileName: "工作报告（附典型案例）.docx" }, IN_STAGE)).toEqual([]);
    expect(kinds({ text: `典型案例：${"字".repeat(30)}` }, IN_STAGE)).toEqual(["otherPaper"]);
    expect(kinds({ text: `一、初评工作${"字".repeat(30)}` }, IN_STAGE)).toEqual([]);
  });

  test("what names another district in its title or file name, and not its own", () => {
    const long = "字".repeat(30);
    const both = { fileName: "报告.docx", text: `新昌县工作报告\n${long}` };

    expect(kinds({ fileName: "诸暨市工作报告.docx" }, IN_STAGE)).toEqual(["otherDistrict"]);
    expect(kinds({ text: `诸暨“美好家园”工作报告\n${long}` }, IN_STAGE)).toEqual(["otherDistrict"]);
    expect(kinds(both, IN_STAGE)).toEqual(["otherDistrict"]);
    expect(kinds({ fileName: "柯桥区赴诸暨市学习的工作报告.docx" }, IN_STAGE)).toEqual([]);
    expect(kinds({ text: `工作报告\n我区赴诸暨市学习。${long}` }, IN_STAGE)).toEqual([]);
  });
});
