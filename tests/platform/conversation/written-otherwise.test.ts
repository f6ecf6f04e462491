import { describe, expect, test } from "vitest";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { lineRules } from "../../../src/campaign/scoring/line-rules.ts";
import { begin } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import { readReason } from "../../../src/platform/conversation/reason-line.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import type { ScoreRules } from "../../../src/platform/conversation/score-rules.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../../campaign/definition/support/shaoxing.ts";

const form = formOf(shaoxing) ?? expect.fail("no form");
const fieldOf = (label: string) => form.fields.find((one) => one.label === label) ?? expect.fail(label);
const said = (label: string, text: string) => {
  const { state, outcome } = step(form, openAt(begin(form), fieldOf(label)), {
    ...{ text, today: civilDate("2023-08-23"), year: 2023 },
  });
  const answers = form.fields.flatMap(({ key, label: of }) => (key in state.answers ? [[of, state.answers[key]]] : []));
  const readings = "readings" in outcome ? (outcome.readings ?? []) : [];
  return { answers: Object.fromEntries(answers), readings, kind: outcome.kind };
};

describe("one value, whatever its numerals, signs and sounds are", () => {
  test.each([
    ["交付率或入住率", "88·5", 88.5],
    ["交付率或入住率", "88點5", 88.5],
    ["交付率或入住率", "百分之八十八點五", 88.5],
    ["交付率或入住率", "嗯八成八", 88],
    ["数据截止日期", "七月卅一", "2023-07-31"],
    ["数据截止日期", "7.31（星期一）", "2023-07-31"],
    ["数据截止日期", "今年6月30号呃", "2023-06-30"],
    ["数据截止日期", "六月底（6月30日）", "2023-06-30"],
    ["申报单位负责人电话", "0575 8508 2236轉802", "0575-85082236转802"],
    ["申报单位负责人电话", "幺三六〇五七五么二三四", "13605751234"],
    ["申报单位负责人电话", "壹三六零五七五一二三四", "13605751234"],
    ["申报单位负责人电话", "电话是13605751234哈", "13605751234"],
    ["申报单位负责人电话", "13605751234🙏", "13605751234"],
    ["业主组织形式", "第三個呃", "selfManagementOrganization"],
    ["业主组织形式", "物管會", "propertyManagementCommittee"],
    ["业主组织形式", "还没成立", "none"],
    ["业主组织形式", "目前未成立", "none"],
    ["近两年内重大安全责任事故", "沒有發生過事故", { choice: "none", details: {} }],
  ])("%s: %s", (label, text, value) => {
    expect(said(label, text).answers).toEqual({ [label]: value });
  });

  test.each([
    ["小区名称", "小區名稱：塔山花園", { 小区名称: "塔山花園" }],
    ["小区名称", "小区名称：塔山花园；小區地址：濱海路8號", { 小区名称: "塔山花园", 小区地址: "濱海路8號" }],
    ["小区名称", "物業服務企業名稱：某某物業有限公司", { 物业服务企业名称: "某某物業有限公司" }],
  ])("%s: %s has its label in other characters, and its content as typed", (label, text, answers) => {
    expect(said(label, text).answers).toEqual(answers);
  });
});

describe("what may be two things, or more than the value, is asked", () => {
  test.each([
    ["小区名称", "塔山花园或者塔山名苑", ["塔山花园", "塔山名苑", "内容：塔山花园或者塔山名苑"]],
    ["小区地址", "滨海路8号或者10号", ["滨海路8号", "10号", "内容：滨海路8号或者10号"]],
    ["党支部书记", "张三还是李四", ["张三", "李四"]],
    ["所属街道", "三江还是城南", ["三江", "城南"]],
    ["小区名称", "①塔山花园", ["塔山花园"]],
    ["小区名称", "1. 塔山花园", ["塔山花园"]],
    ["党支部书记", "（1）李建国", ["李建国"]],
    ["小区名称", "塔山花园 滨海路8号", ["塔山花园"]],
    ["申报单位", "某某物业有限公司 人民路12号3楼", ["某某物业有限公司"]],
    ["小区名称", "塔山花园 滨海路8号 13605751234", ["塔山花园"]],
  ])("%s: %s", (label, text, readings) => {
    expect(said(label, text)).toEqual({ answers: {}, readings, kind: "retry" });
  });

  test.each([
    ["数据截止日期", "明年6月30日"],
    ["申报材料", "申报材料见附件"],
    ["申报材料", "材料附后"],
    ["申报材料", "申报材料：见附件"],
  ])("%s: %s is none, and nothing is offered", (label, text) => {
    expect(said(label, text)).toEqual({ answers: {}, readings: [], kind: "retry" });
  });

  test.each(["详见群里发的文件", "业主满意度调查表、物业合同见附件"])("申报材料: %s is shown first", (text) => {
    expect(said("申报材料", text)).toMatchObject({ answers: {}, readings: ["作为“申报材料”记录", "不记录"] });
  });
});

test.each(["無", "「无」", "没啥好写的", "没什么要补充的", "沒啥"])("%s at the remarks leaves them empty", (text) => {
  expect(said("备注", text)).toMatchObject({ answers: {}, kind: "ask" });
});

test.each([
  ["备注", "没有停车位"],
  ["小区名称", "1期塔山花园"],
  ["小区名称", "塔山花园 一期"],
  ["申报材料", "1、申报表；2、合同"],
])("%s: %s is content", (label, text) => {
  expect(said(label, text).answers).toEqual({ [label]: text });
});

describe("points", () => {
  const rules = lineRules(shaoxing, new Map() as never);
  const all = rules.sections.flatMap(({ rows }) => rows.map(({ id }) => id));
  const { unfit: _, ...halves } = { ...rules, given: all, step: 0.5 };
  const read = (text: string, by: ScoreRules = { ...rules, given: all }): string => {
    const line = readScoreLine(by, text);
    return line.kind === "points" ? showEntries(line.entries) : line.kind;
  };

  test.each([
    ["1-2 三點五", "1-2 3.5"],
    ["1-2 兩分半呃", "1-2 2.5"],
    ["1-2 1·5", "1-2 1.5"],
    ["1-2 ２，５", "1-2 2.5"],
  ])("%s, where halves are given", (text, shown) => {
    expect(read(text, halves)).toBe(shown);
  });

  test.each([
    ["1-2 叁分", "1-2 3"],
    ["壹之贰 3", "1-2 3"],
    ["三槓五四分 綠化缺株", "3-5 4 綠化缺株"],
    ["1-3 滿分 1-4 滿分", "1-3 4；1-4 5"],
    ["1-2給3因為沒記錄", "1-2 3 因為沒記錄"],
    ["2-1 5然后2-2 3票数不足再然后2-4 4", "2-1 5；2-2 3 票数不足；2-4 4"],
    ["2-1得5分、2-2得3分票数不足、2-4得4分", "2-1 5；2-2 3 票数不足；2-4 4"],
    ["２－１　５；２－２　３　票数不足；２－４　４", "2-1 5；2-2 3 票数不足；2-4 4"],
    ["1-1 4、1-2 3（会议记录不全）、1-3 4", "1-1 4；1-2 3 会议记录不全；1-3 4"],
    ["1-1 3 第二項整改未完成", "1-1 3 第二項整改未完成"],
    ["1-2 3 給排水管老化", "1-2 3 給排水管老化"],
    ["其餘滿分", "rest"],
  ])("%s", (text, shown) => {
    expect(read(text)).toBe(shown);
  });
});

test.each([
  ["理由７　１２栋外墙翻新", [7], "12栋外墙翻新"],
  ["理由 9、10 3个月内零投诉", [9, 10], "3个月内零投诉"],
  ["理由 2到4 10月底完工", [2, 3, 4], "10月底完工"],
  ["理由 3 二〇二二年获评示範小區", [3], "二〇二二年获评示範小區"],
  ["理由 12 第三方测评第2名", [12], "第三方测评第2名"],
])("%s", (text, numbers, reason) => {
  expect(readReason(text)).toEqual({ kind: "numbers", numbers, reason: { kind: "text", text: reason } });
});
