import { describe, expect, test } from "vitest";
import { type Citation, cite } from "../../../src/campaign/definition/citation.ts";
import { shaoxing } from "./support/shaoxing.ts";

const SECOND_STAGE =
  "（二）组织实施（8月21日—9月20日）。各区（县、市）建设部门组织开展本辖区内“美好家园”共建工作，对申报参加示范创建的小区工作进行指导，填写“美好家园”小区申报表（详见附件3）。同时，负责对辖区内“美好家园”申报项目根据评选标准（详见附件2）进行初评，9月底前择优填写推荐名单（详见附件4），向市级推荐，原则上每个地区“美好家园”小区推荐不少于2个。";
const PRE_SCORING =
  "同时，负责对辖区内“美好家园”申报项目根据评选标准（详见附件2）进行初评，9月底前择优填写推荐名单（详见附件4），向市级推荐，原则上每个地区“美好家园”小区推荐不少于2个。";

function cited(reference: string, inForce?: Parameters<typeof cite>[2]): Citation {
  const found = cite(shaoxing, reference, inForce);
  if ("nearest" in found) throw new Error(`${reference} is not known, nearest: ${found.nearest.join()}`);
  return found;
}

describe("what is cited", () => {
  test.each([
    ["L15", "line", "L15", SECOND_STAGE, [15], "文件规定"],
    ["3-2", "criterion", "3-2", "2.小区业主满意度位于全市前5%或小区物业管理投诉位于全市后5%。", [121], "文件规定"],
    ["要求9", "requirement", "附件1第9项", "9．小区党员凝聚力强，近1年“为民办实事”1件以上。", [33], "文件规定"],
    ["要求8-2", "clause", "附件1第8-2项", "8．小区物业费收费规范，缴费率不低于95%。", [32], "文件规定"],
    ["R24", "ruling", "R24", "（内容不超过800字，可另附页）", [275], "口径"],
    ["推荐名单", "deliverable", "推荐名单", PRE_SCORING, [15], "文件规定"],
    ["全市总结", "deliverable", "全市总结", cited("L17").text, [17], "系统建议，非文件规定"],
    ["超过50%", "phrase", "超过50%", "2.业主委员会或物业管理委员会成员中的党员占比超过50%。", [92], "文件规定"],
    ["小区地址", "field", "小区地址", "小区地址", [256], "文件规定"],
    ["业委会意见", "opinion", "业委会意见", "业委会意见", [283], "文件规定"],
    ["评价分数", "column", "评价分数", "评价分数", [320], "文件规定"],
    ["物业服务规范高效", "section", "物业服务规范高效", "物业服务规范高效（40分）", [113], "文件规定"],
    ["总结提升", "stage", "总结提升", "（四）总结提升（10月15日—10月30日）。", [17], "文件规定"],
    ["附件1", "annex", "附件1", "附件1", [23], "文件规定"],
  ])("%s", (reference, kind, label, text, lines, markLabel) => {
    const citation = cited(reference);

    expect([citation.kind, citation.label, citation.text, citation.lines, citation.markLabel]).toEqual([
      kind,
      label,
      text,
      lines,
      markLabel,
    ]);
  });

  test("a bookmark of the word processor is not quoted", () => {
    expect(cited("L17").text).toBe(
      "（四）总结提升（10月15日—10月30日）。各区（县、市）建设部门全面梳理活动开展情况、主要做法成效、存在问题及下一步工作建议，形成工作报告于10月20日前报市建设局。",
    );
  });

  test.each([
    ["L84", "实施方案第84、85行", [84, 85]],
    ["L85", "实施方案第84、85行", [84, 85]],
    ["2-1", "评选标准 2-1（6分）", [84, 85]],
  ])("%s joins the row that the plan breaks in mid-word", (reference, title, lines) => {
    const citation = cited(reference);

    expect([citation.title, citation.lines, citation.text]).toEqual([
      title,
      lines,
      "1.街道社区党组织做好业委会人选推荐把关工作，组织业主成立业主大会，选举产生业主委员会，或指导组建物业管理委员会，临时代行业主委员会部分职责。",
    ]);
  });

  test("row 2-4 joins lines 106 and 107", () => {
    expect(cited("107").text).toBe(
      "4.定期召开业主委员会或物业管理委员会会议，及时组织召集业主共同决策小区重要公共事务，并报告社区党组织和居民委员会。",
    );
  });
});

describe("ways of writing a reference", () => {
  test.each([
    ["15", "L15"],
    ["l15", "L15"],
    ["Ｌ１５", "L15"],
    ["第15行", "L15"],
    ["３－２", "3-2"],
    ["3.2", "3-2"],
    ["三-2", "3-2"],
    ["三、2", "3-2"],
    ["标准3-2", "3-2"],
    ["要求 8", "附件1第8项"],
    ["附件1第8项", "附件1第8项"],
    ["要求十", "附件1第10项"],
    ["要求第8条", "附件1第8项"],
    ["要求８－１", "附件1第8-1项"],
    ["r14", "R14"],
    ["口径14", "R14"],
    ["口径R14", "R14"],
    ["recommendation-list", "推荐名单"],
    ["附件4", "推荐名单"],
    ["第二阶段", "组织实施"],
    ["第三部分", "物业服务规范高效"],
    ["“9月底前”", "9月底前"],
  ])("%s is %s", (written, label) => {
    expect(cited(written).label).toBe(label);
  });
});

describe("the reading in force", () => {
  test("is the default when nothing is ruled", () => {
    expect(cited("工作报告").readings).toEqual([
      {
        ruling: "R2",
        question: "“10月20日前”是否包括10月20日当天？",
        status: "default",
        text: "包括10月20日当天。提醒按前一个工作日17:00安排，10月20日24:00后报送的注明逾期。",
      },
    ]);
  });

  test("is the approver's answer once there is one", () => {
    const inForce = new Map([["R2", { text: "不包括，10月19日截止。", given: "审批领导 9月12日" }]]);

    expect(cited("R2", inForce).readings).toEqual([
      {
        ruling: "R2",
        question: "“10月20日前”是否包括10月20日当天？",
        status: "answered",
        text: "不包括，10月19日截止。",
        given: "审批领导 9月12日",
      },
    ]);
  });

  test("is open where there is no safe default", () => {
    expect(cited("R10").readings).toEqual([
      { ruling: "R10", question: "公布前是否公示？公示几天？", status: "open", text: "尚未明确，须由审批领导答复。" },
    ]);
  });

  test("of a line is that of every question about it", () => {
    expect(cited("L15").readings.map(({ ruling }) => ruling)).toEqual(["R1", "R12", "R13", "R25", "R35"]);
  });
});

describe("what is not known is answered with the nearest", () => {
  test.each([
    ["推荐名但", "推荐名单"],
    ["3-12", "3-1"],
    ["工作", "工作报告"],
    ["L500", "L50"],
  ])("%s is near %s", (reference, first) => {
    const found = cite(shaoxing, reference);

    expect("nearest" in found ? [found.nearest[0], found.nearest.length] : found).toEqual([first, 3]);
  });

  test("a blank line of the plan is not known", () => {
    expect("nearest" in cite(shaoxing, "L2")).toBe(true);
  });
});
