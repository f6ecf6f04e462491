import { describe, expect, test } from "vitest";
import { authorityOf } from "../../../src/campaign/authority/authority.ts";
import { authorityIn } from "../../../src/campaign/authority/form.ts";
import { authorityPhrases, authorityRefusals } from "../../../src/campaign/authority/phrases.ts";
import { readBeside } from "../../../src/campaign/authority/read-beside.ts";
import { decisionNamed } from "../../../src/campaign/authority/rules.ts";
import { momentOf } from "../../../src/shared/civil-date.ts";

const NOW = momentOf("2023-10-11", "09:00");
const meeting = { kind: "bureauMeeting", on: "2023-10-08" } as const;

describe("words beside a decision", () => {
  test.each([
    ["经10月8日局长办公会研究同意，〔2023〕12号", { ...meeting, number: "〔2023〕12号" }, undefined],
    ["经10月8日局长办公会研究同意", meeting, undefined],
    [
      "经2023年10月8日局党组会审议通过，绍市建党〔2023〕3号",
      { kind: "partyGroupMeeting", on: "2023-10-08", number: "绍市建党〔2023〕3号" },
      undefined,
    ],
    ["10月8日签批", { kind: "signed", on: "2023-10-08" }, undefined],
    ["局长办公会（10月8日）研究同意，文号：[2023]012号", { ...meeting, number: "〔2023〕12号" }, undefined],
    [
      "名单符合要求，经10月8日局长办公会第5次会议研究同意，2023年第12期，请按程序公布",
      { ...meeting, number: "2023年第12期" },
      "名单符合要求，请按程序公布",
    ],
    ["经今天局长办公会研究同意", { kind: "bureauMeeting", on: "2023-10-11" }, undefined],
    ["10.8局长办公会同意", meeting, undefined],
    ["昨天局长办公会过了", { kind: "bureauMeeting", on: "2023-10-10" }, undefined],
    ["10月8日下午局长办公会同意，纪要号2023-12", { ...meeting, number: "2023-12" }, undefined],
    ["会议纪要12号，10月8日局长办公会", { ...meeting, number: "会议纪要12号" }, undefined],
    ["按10月8日局长办公会精神办理", meeting, undefined],
    ["签批日期10月8日", { kind: "signed", on: "2023-10-08" }, undefined],
    ["王局长10月8日签批", { kind: "signed", on: "2023-10-08" }, "王局长签批"],
    ["名单属实，10月8日分管局长已签批", { kind: "signed", on: "2023-10-08" }, "名单属实，分管局长签批"],
    ["名单符合要求王局长10月8日签批", { kind: "signed", on: "2023-10-08" }, "名单符合要求王局长签批"],
    ["名单截至10月5日，经10月8日局长办公会研究同意", meeting, "名单截至10月5日"],
  ] as const)("%s", (typed, authority, opinion) => {
    expect(readBeside(typed, NOW)).toEqual({ ok: true, authority, ...(opinion === undefined ? {} : { opinion }) });
  });

  test.each([
    ["请提交局长办公会研究", "请提交局长办公会研究"],
    ["请于10月12日前提交局长办公会研究", "请于10月12日前提交局长办公会研究"],
    ["局长已签批", "局长已签批"],
    ["不符合浙建发〔2023〕74号文件要求", "不符合浙建发〔2023〕74号文件要求"],
    ["1号楼加装电梯情况请核实。", "1号楼加装电梯情况请核实"],
  ])("%s is an opinion only", (typed, opinion) => {
    expect(readBeside(typed, NOW)).toEqual({ ok: true, opinion });
  });

  test.each(["", "。", "12 3"])("“%s” is neither", (typed) => {
    expect(readBeside(typed, NOW)).toEqual({ ok: true });
  });

  test.each([
    ["经10月12日局长办公会研究同意", authorityRefusals.future("2023-10-12")],
    ["经2月30日局长办公会研究同意", authorityRefusals.noDay("2月30日")],
    ["〔2023〕12号", authorityRefusals.numberAlone()],
    ["10月8日、9日局长办公会", authorityRefusals.unread()],
    ["10月8日经研究后局长办公会同意", authorityRefusals.unread()],
    ["经10月8日和10月9日局长办公会研究同意", authorityRefusals.several()],
    ["10月8日局长办公会研究、10月9日局党组会审议通过", authorityRefusals.several()],
    ["不".repeat(201), authorityRefusals.opinionTooLong(200)],
  ])("%s is refused", (typed, retry) => {
    expect(readBeside(typed, NOW)).toEqual({ ok: false, retry });
  });

  test("an opinion of 200 characters is taken whole", () => {
    expect(readBeside("不".repeat(200), NOW)).toEqual({ ok: true, opinion: "不".repeat(200) });
  });

  test("the day of the decision itself is no future day", () => {
    expect(readBeside("经10月11日局长办公会研究同意", NOW)).toEqual({
      ok: true,
      authority: { kind: "bureauMeeting", on: "2023-10-11" },
    });
  });
});

describe("the fields of a card", () => {
  const filled = { authorityKind: "bureauMeeting", authorityOn: "2023-10-08", authorityNumber: "(2023)12号" };

  test("are read like the words", () => {
    expect(authorityIn(filled, NOW)).toEqual({ ok: true, authority: { ...meeting, number: "〔2023〕12号" } });
    expect(authorityIn({ ...filled, authorityNumber: "" }, NOW)).toEqual({ ok: true, authority: meeting });
    expect(authorityIn({ ...filled, authorityNumber: "纪要12" }, NOW)).toEqual({
      ok: true,
      authority: { ...meeting, number: "纪要12" },
    });
    expect(authorityIn({}, NOW)).toEqual({ ok: true });
  });

  test.each([
    [{ authorityKind: "", authorityOn: "2023-10-08" }, authorityRefusals.noKind()],
    [{ authorityKind: "signed", authorityOn: "" }, authorityRefusals.noDate()],
    [{ authorityKind: "signed", authorityOn: "2023-10-12" }, authorityRefusals.future("2023-10-12")],
  ])("%j is refused", (values, retry) => {
    expect(authorityIn(values, NOW)).toEqual({ ok: false, retry });
  });
});

test("without a number the document is still to be registered", () => {
  expect(authorityPhrases.words(meeting, NOW)).toBe("10月8日局长办公会，依据文件待登记");
  expect(authorityPhrases.words({ ...meeting, number: "〔2023〕12号" }, momentOf("2024-01-03"))).toBe(
    "2023年10月8日局长办公会，〔2023〕12号",
  );
});

test("the column gives back what was stored; an empty one is no authority", () => {
  expect(authorityOf({ ...meeting, number: "〔2023〕12号" })).toEqual({ ...meeting, number: "〔2023〕12号" });
  expect(authorityOf(null)).toBeUndefined();
  expect(authorityOf({ kind: "vote", on: "2023-10-08" })).toBeUndefined();
});

describe("which decision is meant", () => {
  const r1 = { name: "R1" };
  const r10 = { name: "R10" };

  test("the one that is named, R1 not for R10", () => {
    expect(decisionNamed([r1, r10], "R10 经10月8日签批")).toEqual({ decision: r10, rest: " 经10月8日签批" });
    expect(decisionNamed([r1, r10], "r1 经10月8日签批")?.decision).toBe(r1);
  });

  test("the only one where none is named; among several it is asked", () => {
    expect(decisionNamed([r10], "经10月8日签批")).toEqual({ decision: r10, rest: "经10月8日签批" });
    expect(decisionNamed([r1, r10], "经10月8日签批")).toBeUndefined();
    expect(decisionNamed([], "R1")).toBeUndefined();
  });
});
