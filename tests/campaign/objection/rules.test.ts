import { describe, expect, test } from "vitest";
import {
  readDecision,
  readObjection,
  takeNumber,
  takeSource,
  takeWay,
} from "../../../src/campaign/objection/read-words.ts";
import { decisionProblem, nextStep, takesOff, whenReceived } from "../../../src/campaign/objection/rules.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const notice = { beginsOn: civilDate("2023-10-09"), endsOn: civilDate("2023-10-16") };

describe("an objection", () => {
  test.each([
    ["registered", undefined, "report"],
    ["assigned", undefined, "report"],
    ["reported", undefined, "decide"],
    ["upheld", undefined, "reply"],
    ["notAccepted", undefined, "reply"],
    ["declined", "2023-10-13", "nothing"],
  ] as const)("that is %s, replied to on %s: next is %s", (state, repliedOn, expected) => {
    expect(nextStep({ state, repliedOn })).toBe(expected);
  });

  test.each([
    ["2023-10-08", "before"],
    ["2023-10-09", "within"],
    ["2023-10-16", "within"],
    ["2023-10-17", "after"],
  ])("received on %s came %s 公示", (day, expected) => {
    expect(whenReceived(civilDate(day), [notice])).toBe(expected);
  });

  test("between two notices came after the first", () => {
    const second = { beginsOn: civilDate("2023-10-20"), endsOn: civilDate("2023-10-26") };
    expect(whenReceived(civilDate("2023-10-18"), [notice, second])).toBe("after");
    expect(whenReceived(civilDate("2023-10-21"), [notice, second])).toBe("within");
    expect(whenReceived(civilDate("2023-10-21"), [])).toBeUndefined();
  });

  test("takes a case off only when upheld with that effect", () => {
    expect(takesOff({ state: "upheld", effect: "removed" })).toBe(true);
    expect(takesOff({ state: "upheld", effect: "kept" })).toBe(false);
    expect(takesOff({ state: "declined", effect: undefined })).toBe(false);
  });
});

describe("a decision", () => {
  const recorded = { registeredBy: "maxiaohan", reportedBy: "deputy", caseId: "one" };
  const problem = (verdict: "upheld" | "declined", effect?: "removed" | "kept", by = "approver", caseId?: string) =>
    decisionProblem({ ...recorded, caseId }, { verdict, effect, by });

  test("is not taken by who registered it, nor by who reported on it", () => {
    expect(problem("declined", undefined, "maxiaohan")).toBe("ownRecord");
    expect(problem("declined", undefined, "deputy")).toBe("ownRecord");
    expect(problem("declined")).toBeUndefined();
  });

  test("that upholds it says what becomes of the list", () => {
    expect(problem("upheld")).toBe("noEffect");
    expect(problem("upheld", "kept")).toBeUndefined();
    expect(problem("upheld", "removed", "approver", "one")).toBeUndefined();
  });

  test("does not take off what is not in the campaign", () => {
    expect(problem("upheld", "removed")).toBe("notListed");
  });
});

describe("words", () => {
  test.each([
    ["来电 稽山花园：收费不公开", "phone", "稽山花园：收费不公开"],
    ["来信，稽山花园：收费", "letter", "稽山花园：收费"],
    ["上门 稽山花园", "visit", "稽山花园"],
    ["网上留言", "website", "留言"],
    ["稽山花园：收费", undefined, "稽山花园：收费"],
  ])("%s: from where", (typed, source, rest) => {
    expect(takeSource(typed)).toEqual({ source, rest });
  });

  test("about what, what was said, by whom, when, and reworded", () => {
    expect(
      readObjection(
        "来信 稽山花园：物业收费不公开；公共收益未公示；反映人：张某，电话见来信；概述：收费公开；收到：10月10日",
      ),
    ).toEqual({
      ...{ source: "letter", about: "稽山花园", content: "物业收费不公开；公共收益未公示" },
      ...{ objector: "张某，电话见来信", matter: "收费公开", on: "10月10日" },
    });
  });

  test("without a colon there is no content", () => {
    expect(readObjection("来电 稽山花园")).toMatchObject({ about: "稽山花园", content: "" });
    expect(readObjection("来电 稽山花园：")).toMatchObject({ about: "稽山花园", content: "" });
  });

  test.each([
    ["3 物业处 10月12日", 3, "物业处 10月12日"],
    ["第3件：经核实", 3, "经核实"],
    ["3件物业处", 3, "物业处"],
    ["10月12日", undefined, "10月12日"],
    ["", undefined, ""],
  ])("%s: its number", (typed, number, rest) => {
    expect(takeNumber(typed)).toEqual({ number, rest });
  });

  test.each([
    ["成立 撤下 理由：确有未公开", { verdict: "upheld", effect: "removed", reason: "确有未公开" }],
    ["成立，名单不变，属个别情形", { verdict: "upheld", effect: "kept", reason: "属个别情形" }],
    ["不成立 理由：经核实不属实", { verdict: "declined", effect: undefined, reason: "经核实不属实" }],
    ["不予受理 与活动无关", { verdict: "notAccepted", effect: undefined, reason: "与活动无关" }],
    ["经核实不属实", { verdict: undefined, effect: undefined, reason: "经核实不属实" }],
  ])("%s: the decision", (typed, expected) => {
    expect(readDecision(typed)).toEqual(expected);
  });

  test.each([
    ["电话答复：已说明", "phone", "已说明"],
    ["书面 已寄出", "letter", "已寄出"],
    ["匿名", "none", ""],
    ["已说明", undefined, "已说明"],
  ])("%s: the reply", (typed, way, rest) => {
    expect(takeWay(typed)).toEqual({ way, rest });
  });
});
