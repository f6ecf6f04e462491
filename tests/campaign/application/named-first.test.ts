import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { loadCampaignFolder } from "../../../src/campaign/definition/load.ts";
import type { AnswerValue } from "../../../src/platform/conversation/answer.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import type { Outcome } from "../../../src/platform/conversation/outcome.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const form = formOf(loadCampaignFolder(join(import.meta.dirname, "../../../campaigns/shaoxing-2023")).definition);
if (!form) throw new Error("no application form");
const { fields } = form;

const at = (label: string, answers: Record<string, AnswerValue> = {}): FormState => ({
  ...openAt(
    begin(form),
    fields.find((one) => one.label === label),
  ),
  answers,
});
const say = (state: FormState, text: string) => step(form, state, { text, today: civilDate("2023-08-28"), year: 2023 });
const taken = (label: string, text: string, answers: Record<string, AnswerValue> = {}) => {
  const { state } = say(at(label, answers), text);
  return Object.fromEntries(
    fields.flatMap(({ key, label: of }) => (key in state.answers ? [[of, state.answers[key]]] : [])),
  );
};
const readings = (outcome: Outcome): readonly string[] => ("readings" in outcome ? (outcome.readings ?? []) : []);

const VALUES: Readonly<Record<string, string>> = {
  小区名称: "湖塘花园",
  申报单位: "金柯物业服务有限公司",
  审批单位: "绍兴市住房和城乡建设局",
  小区地址: "柯桥区湖塘街道香林路128号",
  申报单位负责人: "王大力",
  业委会主任: "陈建国",
  党支部书记: "周红",
  党支部名称: "香林社区党支部",
  项目名称: "湖塘花园二期",
  物业服务企业名称: "金柯物业服务有限公司",
  所属街道: "湖塘街道",
  所属社区: "香林社区",
};
const labels = Object.keys(VALUES);

test("the whole name of another field, said first without 是, is that field's: the open one stays open", () => {
  const fillers = fc.constantFrom("", "嗯", "嗯那个", "那个");
  const joints = fc.constantFrom("", "嗯", "那个", "，", "是", "就是", "呢是");
  const check = fc.property(
    fc.constantFrom(...labels),
    fc.constantFrom(...labels),
    fillers,
    joints,
    (open, other, filler, joint) => {
      fc.pre(open !== other && !other.startsWith(open) && !open.startsWith(other));
      const said = taken(open, `${filler}${other}${joint}${VALUES[other]}`);
      expect([{ [other]: VALUES[other] }, {}]).toContainEqual(said);
    },
  );
  fc.assert(check, { seed: 20_231_101, numRuns: 1000 });
});

describe("another field's words at a question of words", () => {
  test.each([
    ["所属街道", "备注嗯去年评过优", { 备注: "去年评过优" }],
    ["党支部书记", "党支部名称香林社区党支部", { 党支部名称: "香林社区党支部" }],
    ["申报单位", "审批单位市建设局", { 审批单位: "市建设局" }],
    ["小区地址", "社区那个香林社区", { 所属社区: "香林社区" }],
    ["审批单位", "申报单位所在街道", { 审批单位: "申报单位所在街道" }],
    ["申报单位", "社区居民委员会", { 申报单位: "社区居民委员会" }],
    ["项目名称", "小区停车改造", { 项目名称: "小区停车改造" }],
  ])("%s: %s", (label, text, answers) => {
    expect(taken(label, text)).toEqual(answers);
  });

  test.each([
    ["申报材料", "备注嗯去年评过优", ["备注：去年评过优", "内容：备注嗯去年评过优"]],
    ["申报材料", "所属街道柯岩街道", ["所属街道：柯岩街道", "内容：所属街道柯岩街道"]],
    [
      "备注",
      "党支部书记周红一三八零零零零零零一二",
      ["党支部书记：周红；党支部书记电话：13800000012", "内容：党支部书记周红一三八零零零零零零一二"],
    ],
  ])("among paragraphs it is asked about: %s, %s", (label, text, expected) => {
    const { state, outcome } = say(at(label), text);
    expect(state.answers).toEqual({});
    expect(readings(outcome)).toEqual(expected);
  });

  test.each([
    ["项目名称", "嗯我们小区建成于二〇一五年一共有一千二百户"],
    ["申报单位", "我们这个小区是香林社区管的老小区"],
    ["物业服务企业名称", "金柯物业服务有限公司近两年没有发生安全事故"],
  ])("a sentence is no name: %s, %s", (label, text) => {
    expect(taken(label, text)).toEqual({});
  });
});

describe("content is added to what is there", () => {
  test.each([
    ["审批单位", "备注加上去年评过优", {}, { 备注: "去年评过优" }],
    ["审批单位", "备注里再补充一句今年也评过", { remarks: "去年评过优" }, { 备注: "去年评过优；今年也评过" }],
    [
      "申报材料",
      "申报材料加上近年来加装电梯三部",
      { statement: "小区环境优美。" },
      { 申报材料: "小区环境优美。近年来加装电梯三部" },
    ],
    ["申报材料", "小区里加上了充电桩", {}, { 申报材料: "小区里加上了充电桩" }],
  ])("%s: %s", (label, text, before, after) => {
    expect(taken(label, text, before as Record<string, AnswerValue>)).toEqual(after);
  });
});

test("a correction at another question is of the field that it names", () => {
  const { outcome } = say(at("党支部书记电话"), "小区地址柯桥区湖塘街道香林路七号不对是八号");
  expect(readings(outcome)).toEqual(["柯桥区湖塘街道香林路八号", "八号"]);
  expect(taken("申报单位类型", "所属社区香林社区不对是柯岩社区")).toEqual({ 所属社区: "柯岩社区" });
});
