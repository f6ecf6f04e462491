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
