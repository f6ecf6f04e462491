import { describe, expect, test } from "vitest";
import { shaoxing } from "../../../demo/demonstration.ts";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const printed = formOf(shaoxing().definition);
if (!printed) throw new Error("the demonstration has no application form");
const form = printed;
const fieldOf = (label: string) => form.fields.find((one) => one.label === label) ?? expect.fail(label);
/** Without a label: at the review. */
const at = (label?: string): FormState => openAt(begin(form), label === undefined ? undefined : fieldOf(label));
const say = (state: FormState, text: string) =>
  step(form, state, { text, today: civilDate("2023-08-28"), year: 2023, nameKey: "compoundName" });
const answersOf = ({ answers }: FormState) =>
  Object.fromEntries(form.fields.flatMap(({ key, label }) => (key in answers ? [[label, answers[key]]] : [])));
const buttonsOf = ({ outcome }: ReturnType<typeof say>): readonly string[] => [
  ...("readings" in outcome ? (outcome.readings ?? []) : []),
  ...("offer" in outcome && outcome.offer ? [outcome.offer.typed] : []),
];

describe("names of fields and their values without anything between them", () => {
  test.each([
    ["备注", "类型业主组织组织形式业主委员会", { 申报单位类型: "ownersBody", 业主组织形式: "ownersCommittee" }],
    ["申报单位", "类型业主组织组织形式业主委员会", { 申报单位类型: "ownersBody", 业主组织形式: "ownersCommittee" }],
    ["物业服务企业名称", "街道陶朱街道社区环城社区", { 所属街道: "陶朱街道", 所属社区: "环城社区" }],
    ["所属社区", "街道陶朱街道社区环城社区", { 所属街道: "陶朱街道", 所属社区: "环城社区" }],
    ["备注", "街道店口镇社区永利村", { 所属街道: "店口镇", 所属社区: "永利村" }],
    ["备注", "指标入住率截止日期八月二十五号", { 填报指标: "occupancyRate", 数据截止日期: "2023-08-25" }],
    ["申报材料", "类型物业服务企业街道陶朱街道", { 申报单位类型: "enterprise", 所属街道: "陶朱街道" }],
  ])("%s: %s is each in its field", (label, text, expected) => {
    expect(answersOf(say(at(label), text).state)).toEqual(expected);
  });

  test.each([
    ["所属社区", "所属社区：街道陶朱街道社区环城社区", ["所属街道：陶朱街道；所属社区：环城社区"]],
    ["备注", "书记王秀英主任李建华", ["党支部书记：王秀英；业委会主任：李建华"]],
    ["备注", "组织形式业委会主任李建华", ["业主组织形式：业主委员会；业委会主任：李建华"]],
    ["备注", "类型业主组织组织形式还没定", []],
  ])("%s: %s is asked about, and never one value", (label, text, buttons) => {
    const asked = say(at(label), text);
    expect(answersOf(asked.state)).toEqual({});
    expect(buttonsOf(asked)).toEqual(buttons);
  });

  test.each(["街道社区大力支持物业", "社区党支部引领街道支持", "书记带头主任负责"])("%s is a sentence", (text) => {
    expect(answersOf(say(at("备注"), text).state)).toEqual({ 备注: text });
  });
});

describe("which of two figures is said with it", () => {
  test.each([
    [undefined, "把入住率改为87.5%"],
    [undefined, "入住率改成百分之八十七点五"],
    ["填报指标", "填报指标是入住率嗯数字是百分之八十七点五"],
    ["填报指标", "那就入住率吧百分之八十七点五"],
    ["填报指标", "入住率大概87.5"],
  ])("at %s: %s sets both", (label, text) => {
    expect(answersOf(say(at(label), text).state)).toEqual({ 填报指标: "occupancyRate", 交付率或入住率: 87.5 });
  });

  test("with a figure for each it is asked which, and the button sets both", () => {
    const asked = say(at("填报指标"), "嗯那个交付率百分之百入住率嗯大概百分之八十七点五");
    expect(answersOf(asked.state)).toEqual({});
    const buttons = buttonsOf(asked);
    expect(buttons).toEqual(["填报指标：交付率；交付率或入住率：100%", "填报指标：入住率；交付率或入住率：87.5%"]);
    expect(answersOf(say(asked.state, buttons[1] ?? "").state)).toEqual({
      填报指标: "occupancyRate",
      交付率或入住率: 87.5,
    });
  });

  test("a figure of something else is none", () => {
    expect(answersOf(say(at("填报指标"), "入住率还没统计").state)).toEqual({});
  });
});

test("物业费收缴率 is no name of the property company", () => {
  const { outcome } = say(at("申报单位负责人"), "物业费收缴率百分之九十五点五");
  expect(JSON.stringify(outcome)).not.toContain("物业服务企业名称");
});
