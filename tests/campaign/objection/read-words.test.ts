import { describe, expect, test } from "vitest";
import { readDecision, readObjection, takeNumber, takeWay } from "../../../src/campaign/objection/read-words.ts";

describe("an objection as it is registered", () => {
  test.each([
    "来信 稽山花园：物业收费不公开；反映人：王某；概述：收费；收到：10月10日",
    "来信 稽山花园：物业收费不公开；反映人 王某；概述 收费；收到 10月10日",
    "来信 稽山花园：物业收费不公开，反映人王某，概述：收费，收到10月10日",
    "来信\n稽山花园：物业收费不公开\n反映人：王某\n概述：收费\n收到：10月10日",
    "来信，稽山花园：物业收费不公开。反映人：王某。概述：收费。收到日期：10月10日",
    "书面 稽山花园：物业收费不公开；来信人：王某；事项：收费；收到时间：10月10日。",
  ])("%j", (typed) => {
    expect(readObjection(typed)).toEqual({
      source: "letter",
      about: "稽山花园",
      content: "物业收费不公开",
      objector: "王某",
      matter: "收费",
      on: "10月10日",
    });
  });

  test("nothing that is said twice is dropped", () => {
    expect(readObjection("电话 稽山花园：收费不公开；反映人：王某；反映人：李某").objector).toBe("王某、李某");
  });

  test("words of a sentence are no labels", () => {
    const { content, objector } = readObjection("电话 稽山花园：反映人多次要求公开，收到答复后不满意；署名：王某");
    expect(content).toBe("反映人多次要求公开，收到答复后不满意");
    expect(objector).toBe("王某");
  });

  test.each([
    ["来电 稽山花园：收费", "phone"],
    ["上门 稽山花园：收费", "visit"],
    ["12345转办", undefined],
    ["公众号留言 稽山花园：收费", "website"],
    ["群众反映 稽山花园：收费", "other"],
  ])("%s comes by %s", (typed, source) => {
    expect(readObjection(typed).source).toBe(source);
  });
});

describe("a decision on it", () => {
  test.each([
    ["成立 撤下 理由：情况属实", ["upheld", "removed", "情况属实"]],
    ["成立，名单不变，理由是已整改", ["upheld", "kept", "是已整改"]],
    ["异议成立，不撤下，已整改", ["upheld", "kept", "已整改"]],
    ["不成立 理由：查无此事", ["declined", undefined, "查无此事"]],
    ["不属实，经核查收费已公开", ["declined", undefined, "经核查收费已公开"]],
    ["不予受理 匿名且无线索", ["notAccepted", undefined, "匿名且无线索"]],
    ["不成立 撤下", ["declined", "removed", ""]],
    ["部分成立 已整改", [undefined, undefined, "部分成立 已整改"]],
    ["收到", [undefined, undefined, "收到"]],
  ])("%s", (typed, [verdict, effect, reason]) => {
    expect(readDecision(typed)).toEqual({ verdict, effect, reason });
  });
});

describe("which one, and how it was replied to", () => {
  test.each([
    ["3 物业处", 3, "物业处"],
    ["第3件 物业处", 3, "物业处"],
    ["第三件，物业处", 3, "物业处"],
    ["3号：物业处", 3, "物业处"],
    ["3户反映", undefined, "3户反映"],
    ["10月13日 电话", undefined, "10月13日 电话"],
    ["物业处", undefined, "物业处"],
  ])("%s", (typed, number, rest) => {
    expect(takeNumber(typed)).toEqual({ number, rest });
  });

  test.each([
    ["电话 已说明情况", "phone", "已说明情况"],
    ["已电话答复：已说明情况", "phone", "已说明情况"],
    ["通过书面答复，已说明情况", "letter", "已说明情况"],
    ["当面答复 已说明情况", "visit", "已说明情况"],
    ["匿名", "none", ""],
    ["已说明情况", undefined, "已说明情况"],
  ])("%s", (typed, way, rest) => {
    expect(takeWay(typed)).toEqual({ way, rest });
  });
});
