import { describe, expect, test } from "vitest";
import { deadlineOf } from "../../../src/campaign/definition/deadlines.ts";
import { deadlineContext, runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { receiveText } from "../../../src/campaign/work-report/receive.ts";
import {
  deadlineOfReport,
  isLate,
  isLateVersion,
  partsOfReport,
  REPORT_TYPES,
  reportingDistricts,
  reportOf,
  typeOf,
} from "../../../src/campaign/work-report/rules.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";
import { beijing } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });

describe("when a report is late", () => {
  test.each([
    ["2023-10-20T23:59:59+08:00", false],
    ["2023-10-21T00:00:00+08:00", true],
  ])("at %s: %s", (now, late) => {
    expect(isLate(deadlineOf(deadlineContext(campaign), "work-report"), new Date(now))).toBe(late);
  });

  test("from the 20th on where R2 takes the 20th out", () => {
    const ruled = deadlineContext(campaign, new Map([["R2", { text: "不含当日", value: { inclusive: false } }]]));
    const late = ["2023-10-19T23:59:59+08:00", "2023-10-20T00:00:00+08:00"].map((now) =>
      isLate(deadlineOf(ruled, "work-report"), new Date(now)),
    );

    expect(late).toEqual([false, true]);
  });

  test("never for what has no binding day", () => {
    const caseStudy = deadlineOf(deadlineContext(campaign), "case-study");

    expect(isLate(caseStudy, new Date("2023-12-01T00:00:00+08:00"))).toBe(false);
  });
});

describe("what is reported", () => {
  test("is the deliverable with that purpose, and what the plan's own line says is in it", () => {
    expect(reportOf(shaoxing)?.name).toBe("工作报告");
    expect(partsOfReport(shaoxing)).toEqual(["活动开展情况", "主要做法成效", "存在问题", "下一步工作建议"]);
  });

  test("is nothing where the campaign asks for none", () => {
    const other = runningCampaign({ definition: beijing, definitionVersion: 1, startedAt: new Date(0) });

    expect([reportOf(beijing), partsOfReport(beijing)]).toEqual([undefined, []]);
    expect(() => deadlineOfReport(other, new Map())).toThrow("本次活动没有安排工作报告，未作任何改动。");
  });
});

describe("for whom a person reports", () => {
  test("for the districts they are official of, and no other role counts", () => {
    const member = {
      staffId: staffId("both"),
      name: "经办人",
      roles: [
        { role: "districtOfficer" as const, district: "keqiao" },
        { role: "teamMember" as const, district: "zhuji" },
      ],
    };

    expect(reportingDistricts(campaign.definition, member)).toEqual(["keqiao"]);
  });

  test("for several in the campaign's order, for none without a district of one's own", () => {
    const officer = (...districts: string[]) => ({
      staffId: staffId("several"),
      name: "经办人",
      roles: districts.map((district) => ({ role: "districtOfficer" as const, district })),
    });
    const organizer = { staffId: staffId("maxiaohan"), name: "马小涵", roles: [{ role: "organizer" as const }] };

    expect(reportingDistricts(campaign.definition, officer("xinchang", "yuecheng"))).toEqual(["yuecheng", "xinchang"]);
    expect(reportingDistricts(campaign.definition, officer("binhai"))).toEqual([]);
    expect(reportingDistricts(campaign.definition, organizer)).toEqual([]);
  });
});

describe("what a report comes as", () => {
  test.each([
    ["工作报告.docx", "docx"],
    ["工作报告.PDF", "pdf"],
    ["工作报告（终稿）.v2.ｄｏｃ", "doc"],
    ["工作报告", ""],
    ["报告.exe.", ""],
    [".docx", "docx"],
    ["报告.abcdefgh", "abcdefgh"],
    ["报告.abcdefghi", ""],
    ["", ""],
  ])("%s is %s", (name, type) => {
    expect(typeOf(name)).toBe(type);
  });

  test("neither a workbook nor a picture", () => {
    expect(REPORT_TYPES.filter((type) => ["xlsx", "jpg", "png", "zip", "exe"].includes(type))).toEqual([]);
  });

  test("a text of 50 characters passes without a word, one of 49 is asked to be looked at", () => {
    expect(receiveText("报".repeat(50))).toEqual({ content: { kind: "text", text: "报".repeat(50) } });
    expect(receiveText("报".repeat(49)).remark).toBe("全文仅49字，请核对是否为完整的报告。");
  });

  test("blanks alone are no report", () => {
    expect(() => receiveText(" \n ")).toThrow("没有收到报告内容，未作任何改动。");
  });
});

describe("the version after one that was sent back", () => {
  const deadline = deadlineOf(deadlineContext(campaign), "work-report");
  const back = { at: new Date(0), by: "maxiaohan", dueOn: civilDate("2023-10-25"), remarks: undefined };
  const late = (now: string, inForce: Parameters<typeof isLateVersion>[1]["inForce"]): boolean =>
    isLateVersion(deadline, { inForce, now: new Date(now) });

  test("is in time until the end of the day that was named, if the one before was", () => {
    expect(late("2023-10-25T23:59:59+08:00", { late: false, returned: back })).toBe(false);
    expect(late("2023-10-26T00:00:00+08:00", { late: false, returned: back })).toBe(true);
  });

  test("stays late where the one before was", () => {
    expect(late("2023-10-22T09:00:00+08:00", { late: true, returned: back })).toBe(true);
  });

  test("of its own accord it is as late as any", () => {
    expect(late("2023-10-21T00:00:00+08:00", { late: false })).toBe(true);
  });
});
