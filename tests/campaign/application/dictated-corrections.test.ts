import { join } from "node:path";
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

const ACCIDENT = "近两年内重大安全责任事故";
const NONE = { choice: "none", details: {} };
const at = (label: string, more: Record<string, AnswerValue> = {}): FormState => {
  const named = Object.entries(more).map(([name, value]) => [fields.find((one) => one.label === name)?.key, value]);
  return {
    ...openAt(
      begin(form),
      fields.find((one) => one.label === label),
    ),
    answers: { compoundName: "暨阳一品", partyBranchSecretary: "孙丽华", ...Object.fromEntries(named) },
  };
};
const say = (state: FormState, text: string) =>
  step(form, state, { text, today: civilDate("2023-08-28"), year: 2023, nameKey: "compoundName" });
const changed = (before: FormState, after: FormState): Record<string, unknown> =>
  Object.fromEntries(
    fields
      .filter(({ key }) => after.answers[key] !== before.answers[key])
      .map(({ key, label }) => [label, after.answers[key] ?? null]),
  );
const taken = (before: FormState, text: string) => changed(before, say(before, text).state);
const buttons = (outcome: Outcome): readonly string[] => ("readings" in outcome ? (outcome.readings ?? []) : []);

describe("a part of a name that corrects another is completed and asked about", () => {
  test.each([
    ["项目名称", "项目名称就叫暨阳一品二期哦不是是一期", ["暨阳一品一期", "一期"]],
    ["项目名称", "锦绣花园东区，说错了，是西区", ["锦绣花园西区", "西区"]],
    ["党支部名称", "党支部名称就是暨阳一品第一不对是第二党支部", ["暨阳一品第二党支部", "第二党支部"]],
    ["党支部名称", "暨阳第一党支部 不对 应该是第二党支部", ["暨阳第二党支部", "第二党支部"]],
    ["所属社区", "所属社区城南一社区不对是二社区", ["城南二社区", "二社区"]],
    ["小区地址", "申报单位是城南佳苑物业不对是业委会", ["城南佳苑业委会", "业委会"]],
    ["申报单位", "城南佳苑物业不对是业委会", ["城南佳苑业委会", "业委会"]],
  ])("%s: %s", (label, text, readings) => {
    const { state, outcome } = say(at(label), text);

    expect(changed(at(label), state)).toEqual({});
    expect(buttons(outcome)).toEqual(readings);
    expect(state.offered).toBeUndefined();
  });

  test.each([
    ["所属街道", "浣东街道不对是暨阳街道", "暨阳街道"],
    ["项目名称", "绿城花园不对是南都花园", "南都花园"],
    ["物业服务企业名称", "绿城物业不对是南都物业", "南都物业"],
    ["党支部书记", "王建国不对是王建华", "王建华"],
  ])("one that is whole is recorded; %s: %s", (label, text, value) => {
    expect(taken(at(label), text)).toEqual({ [label]: value });
  });
});

describe("what is said around a text is none of it", () => {
  test.each([
    ["申报材料", "申报材料嗯就说这个小区建成八年了管理得挺规范的你看行不行", "这个小区建成八年了管理得挺规范的"],
    ["申报材料", "就说小区建成八年管理规范，您看可以吗", "小区建成八年管理规范"],
    ["备注", "备注写成嗯目前没什么问题吧啊就这样", "目前没什么问题吧"],
    ["备注", "写成目前没什么问题", "目前没什么问题"],
    ["备注", "备注就说物业明年到期", "物业明年到期"],
    ["备注", "那备注就写物业公司刚换的", "物业公司刚换的"],
  ])("%s: %s", (label, text, value) => {
    expect(taken(at(label), text)).toEqual({ [label]: value });
  });

  test.each([
    [
      "申报材料",
      "嗯那申报材料就是小区干净整洁业主都挺满意的啊对了水电也没问题",
      "小区干净整洁业主都挺满意的，水电也没问题",
    ],
    ["备注", "备注嗯那备注就写物业公司刚换的啊对了业委会明年换届", "物业公司刚换的，业委会明年换届"],
  ])("what joins two sentences is shown before they are recorded; %s: %s", (label, text, value) => {
    const { state, outcome } = say(at(label), text);

    expect(changed(at(label), state)).toEqual({});
    expect(buttons(outcome)).toEqual([`作为“${label}”记录`, "不记录"]);
    expect(taken(state, `作为“${label}”记录`)).toEqual({ [label]: value });
  });
});

describe("a sentence is added, and the order to do so is none of it", () => {
  const filled = { 申报材料: "小区干净整洁业主都挺满意", 备注: "物业明年到期" };

  test.each([
    ["项目名称", "嗯再改一下申报材料后面加一句嗯那个有三十个充电桩", "申报材料加上有三十个充电桩"],
    ["备注", "申报材料后面补一下说有两百个车位", "申报材料加上有两百个车位"],
    ["申报材料", "材料里面再添一句说绿化好", "申报材料加上绿化好"],
    ["项目名称", "备注加一句说是业主很支持", "备注加上业主很支持"],
  ])("%s: %s", (label, text, button) => {
    const { state, outcome } = say(at(label, filled), text);

    expect(changed(at(label, filled), state)).toEqual({});
    expect(state.offered).toBeUndefined();
    expect(buttons(outcome)).toEqual([button]);
    const [name = "", more = ""] = button.split("加上");
    expect(taken(state, button)).toEqual({ [name]: `${filled[name === "备注" ? "备注" : "申报材料"]}；${more}` });
  });

  test.each([
    ["申报材料", "申报材料加强小区管理各项工作落实到位"],
    ["备注", "加装电梯正在征求意见"],
  ])("words that only begin so are content; %s: %s", (label, text) => {
    expect(taken(at(label), text)).toEqual({ [label]: text });
  });
});

describe("a number that is not another", () => {
  const rate = { 填报指标: "occupancyRate", 交付率或入住率: 95.5 };

  test.each([
    ["申报材料", "入住率好像是百分之九十三点五不是九十五点五", "交付率或入住率改为93.5%"],
    ["备注", "入住率大概是93.5不是95.5", "交付率或入住率改为93.5%"],
  ])("is offered for its field; %s: %s", (label, text, button) => {
    const { state, outcome } = say(at(label, rate), text);

    expect(changed(at(label, rate), state)).toEqual({});
    expect(buttons(outcome)[0]).toBe(button);
    expect(taken(state, button)).toEqual({ 交付率或入住率: 93.5 });
  });

  test.each([
    ["交付率或入住率", "93.5不是95.5", 93.5],
    ["数据截止日期", "七月三十一号不是八月一号", "2023-07-31"],
    ["申报单位负责人电话", "13567890124不是13567890123", "13567890124"],
    ["申报单位负责人电话", "13567890124哦不是13567890123", "13567890123"],
  ])("answers its own field; %s: %s", (label, text, value) => {
    expect(taken(at(label, { 填报指标: "occupancyRate" }), text)).toEqual({ [label]: value });
  });

  test("one that is taken back is on no button", () => {
    const { outcome } = say(at("申报单位负责人"), "负责人叫刘洋海洋的洋电话一三九五七五四四三三二哦不是二一是一二");

    expect(buttons(outcome)).toEqual(["申报单位负责人：刘洋"]);
  });
});

describe("several things in one breath", () => {
  test("a person, the number and what is declared", () => {
    const said = "党支部书记赵立新手机一三六零六七八一二三四近两年没出过安全责任事故";

    expect(taken(at("申报单位负责人电话"), said)).toEqual({
      党支部书记: "赵立新",
      党支部书记电话: "13606781234",
      [ACCIDENT]: NONE,
    });
  });

  test.each([
    ["党支部书记电话换了改成一三九零零五七五一二八", "13900575128"],
    ["孙丽华的电话是一五九六八五零七七八九", "15968507789"],
  ])("a number is that person's: %s", (text, value) => {
    const { at: _, ...state } = at("项目名称", { 党支部书记电话: "13606781234" });

    expect(taken(state, text)).toEqual({ 党支部书记电话: value });
  });

  test("among paragraphs it is offered for that person", () => {
    const { state, outcome } = say(at("申报材料"), "孙丽华的电话是一五九六八五零七七八九");

    expect(state.answers).toEqual(at("申报材料").answers);
    expect(buttons(outcome)).toEqual(["党支部书记电话：15968507789"]);
    expect(taken(state, "党支部书记电话：15968507789")).toEqual({ 党支部书记电话: "15968507789" });
  });

  test("two places with a pause are both offered", () => {
    const { outcome } = say(at("项目名称"), "所属街道浣东街道嘛社区是嗯我想想应该是城东社区");

    expect(outcome).toMatchObject({ offer: { typed: "所属街道：浣东街道；所属社区：城东社区" } });
  });

  test("another rate is none of the form's", () => {
    const said =
      "江东花园两千零一十五年十月交付总建筑面积十二万八千平方米总户数一千二百六十户物业费三块五绿化率百分之三十五停车位九百二十个嗯大概就这样吧";
    const { state, outcome } = say(at("申报单位负责人电话"), said);

    expect(state.offered).toBeUndefined();
    expect(outcome).not.toHaveProperty("offer");
  });
});

describe("what is offered, and waits", () => {
  test("one field that was named is listed until it is decided about", () => {
    const { state } = say(at("申报单位类型"), "地址浣东街道环城东路六十六号");
    const looked = say(state, "填了哪些");

    expect(looked.outcome).toMatchObject({
      notes: expect.arrayContaining([expect.stringContaining("小区地址：浣东街道环城东路六十六号")]) as unknown,
    });
    expect(taken(looked.state, "记录其余1项")).toEqual({ 小区地址: "浣东街道环城东路六十六号" });
    expect(taken(state, "对")).toEqual({ 小区地址: "浣东街道环城东路六十六号" });
  });

  test("so is one that may stand among paragraphs, unless it is said to be one of them", () => {
    const { state } = say(at("申报材料", { 填报指标: "deliveryRate" }), "嗯交付率百分之百");
    const looked = say(state, "填了哪些");
    expect(taken(looked.state, "记录其余1项")).toEqual({ 交付率或入住率: 100 });

    const kept = say(state, "交付率或入住率改为100%").state;
    expect(kept.held ?? kept.offered).toBeUndefined();
    const asText = { text: "交付率百分之百的承诺已经做到", today: civilDate("2023-08-28"), year: 2023, asText: true };
    const decided = step(form, state, { ...asText, nameKey: "compoundName" }).state;
    expect(decided.held ?? decided.offered).toBeUndefined();
  });

  test("how a sign is written is no part of the name", () => {
    const { outcome } = say(at("备注"), "小区名称改成城南嘉苑嘉是嘉兴的嘉");

    expect(buttons(outcome)[0]).toBe("城南嘉苑");
  });

  test("the end of this month is no date of last year", () => {
    const { outcome } = say(at("数据截止日期"), "数据嘛截止到八月底");

    expect(buttons(outcome)).toEqual([]);
    expect(outcome).toMatchObject({ sentence: expect.stringContaining("尚未到来") as unknown });
  });

  test("a fire without harm may be none, and the label begins the answer anew", () => {
    const { state, outcome } = say(at(ACCIDENT), "近两年嗯有一次小火灾不过没伤人");
    expect(state.pending).toBeUndefined();
    expect(buttons(outcome)).toEqual(["无", "有", "待核实"]);

    const begun = say(at(ACCIDENT), "有").state;
    expect(taken(begun, `${ACCIDENT}：没有`)).toEqual({ [ACCIDENT]: NONE });
  });

  test("a field that is left out is no content of paragraphs", () => {
    const { state, outcome } = say(at("申报材料"), "审批单位就不填了");

    expect(changed(at("申报材料"), state)).toEqual({});
    expect(outcome).toMatchObject({ kind: "ask", notes: [expect.stringContaining("审批单位")] });
  });
});
