import { describe, expect, test } from "vitest";
import { shaoxing } from "../../../demo/demonstration.ts";
import { factsIn } from "../../../src/campaign/application/form-words/facts.ts";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const printed = formOf(shaoxing().definition);
if (!printed) throw new Error("the demonstration has no application form");
const form = printed;
const fieldOf = (label: string) => form.fields.find((one) => one.label === label) ?? expect.fail(label);
const at = (label: string): FormState => openAt(begin(form), fieldOf(label));
const say = (state: FormState, text: string) => step(form, state, { text, today: civilDate("2023-08-23"), year: 2023 });
const answersOf = ({ state: { answers } }: ReturnType<typeof say>) =>
  Object.fromEntries(form.fields.flatMap(({ key, label }) => (key in answers ? [[label, answers[key]]] : [])));
const readingsOf = ({ outcome }: ReturnType<typeof say>) => ("readings" in outcome ? outcome.readings : undefined);

/** One of each kind, as it is typed without its label. */
const VALUES = {
  address: "滨河路3号",
  authority: "绍兴市住房和城乡建设局",
  branch: "滨河花园党支部",
  community: "香林社区",
  company: "绿城物业服务有限公司",
  figure: "96.5%",
  owners: "滨河花园业主委员会",
  owner: "业主委员会",
  person: "李红梅",
  phone: "13812345678",
  since: "二〇〇八年成立党支部",
  subdistrict: "府山街道",
} as const;

/** Which of them each question takes; nothing else of them is recorded. */
const TAKEN: readonly (readonly [string, readonly (keyof typeof VALUES)[]])[] = [
  ["小区名称", ["address", "community", "person"]],
  ["申报单位", ["authority", "branch", "community", "company", "owners", "subdistrict"]],
  ["审批单位", ["authority", "owners", "subdistrict"]],
  ["小区地址", ["address"]],
  ["申报单位负责人", ["person"]],
  ["申报单位负责人电话", ["phone"]],
  ["业主组织形式", ["owner"]],
  ["业委会主任", ["person"]],
  ["党支部书记", ["person"]],
  ["党支部名称", ["branch"]],
  ["物业服务企业名称", ["company"]],
  ["所属街道", ["subdistrict"]],
  ["所属社区", ["community"]],
  ["交付率或入住率", ["figure"]],
];

describe("a bare value that answers another question", () => {
  test.each(TAKEN)("%s takes what is of its kind, and asks about the rest", (label, taken) => {
    const recorded = Object.entries(VALUES).flatMap(([kind, value]) =>
      Object.keys(answersOf(say(at(label), value))).length > 0 ? [kind] : [],
    );
    expect(recorded.toSorted()).toEqual([...taken].toSorted());
  });

  test.each([
    ["业主组织形式", "滨河路3号", ["小区地址：滨河路3号"]],
    ["申报单位", "业主委员会", ["业主组织形式：业主委员会"]],
    ["申报单位负责人电话", "府山街道", ["所属街道：府山街道"]],
    ["业委会主任", "绿城物业服务有限公司", ["物业服务企业名称：绿城物业服务有限公司"]],
    ["小区地址", "香林社区", ["所属社区：香林社区"]],
    ["所属街道", "96.5%", ["交付率或入住率：96.5%"]],
    ["填报指标", "2023年6月30日", ["数据截止日期：2023年6月30日"]],
    [
      "业主组织形式",
      "13812345678",
      ["申报单位负责人电话：13812345678", "业委会主任电话：13812345678", "党支部书记电话：13812345678"],
    ],
  ])("at %s: %s is offered for the fields that take it", (label, value, readings) => {
    const asked = say(at(label), value);
    expect(answersOf(asked)).toEqual({});
    expect(readingsOf(asked)).toEqual(readings);
    const [of = ""] = readings[0]?.split("：") ?? [];
    expect(Object.keys(answersOf(say(asked.state, readings[0] ?? "")))).toEqual([of]);
  });

  test("as it stands it is taken with 内容：", () => {
    expect(answersOf(say(at("小区名称"), "内容：绿城物业服务有限公司"))).toEqual({ 小区名称: "绿城物业服务有限公司" });
  });
});

describe("two where one is asked for", () => {
  test.each([
    ["审批单位", "柯桥区住房和城乡建设局 绍兴市住房和城乡建设局", ["柯桥区住房和城乡建设局", "绍兴市住房和城乡建设局"]],
    ["审批单位", "柯桥区住建局、绍兴市住建局", ["柯桥区住建局", "绍兴市住建局"]],
    ["审批单位", "区住建局/市住建局", ["区住建局", "市住建局"]],
    ["审批单位", "柯桥区建设局和绍兴市建设局", ["柯桥区建设局", "绍兴市建设局"]],
    ["审批单位", "柯桥区建设局（绍兴市建设局）", ["柯桥区建设局", "绍兴市建设局"]],
    ["审批单位", "越城区住房和城乡建设局绍兴市住房和城乡建设局", ["越城区住房和城乡建设局", "绍兴市住房和城乡建设局"]],
    ["党支部书记", "李红梅、王芳", ["李红梅", "王芳"]],
    ["业委会主任", "李红梅和王芳", ["李红梅", "王芳"]],
    ["申报单位负责人", "李红梅/王芳", ["李红梅", "王芳"]],
    ["党支部书记", "李红梅（代）", ["李红梅"]],
    ["党支部书记", "李红梅（代理书记）", ["李红梅"]],
    ["业委会主任", "李红梅 兼", ["李红梅"]],
  ])("%s: %s is asked about", (label, value, readings) => {
    const asked = say(at(label), value);
    expect(answersOf(asked)).toEqual({});
    expect(readingsOf(asked)).toEqual(readings);
  });

  test.each([
    ["审批单位", "绍兴市住房和城乡建设局"],
    ["审批单位", "绍兴市住房和城乡建设局柯桥分局"],
    ["审批单位", "自然资源和规划局"],
    ["申报单位", "柯岩街道办事处和鉴湖街道办事处"],
    ["党支部书记", "王和平"],
    ["党支部书记", "欧阳和平"],
    ["党支部书记", "古丽·阿依"],
    ["申报单位负责人", "陈某（经理）"],
    ["小区名称", "手机行业协会宿舍"],
    ["小区名称", "建党一百周年小区"],
    ["小区名称", "金德隆"],
    ["小区地址", "建设局路3号"],
    ["小区地址", "区政府东侧"],
  ])("%s: %s is one", (label, value) => {
    expect(answersOf(say(at(label), value))).toEqual({ [label]: value });
  });

  test.each(["二〇〇八年成立党支部", "零八年交付", "党支部成立", "1998年交付，18幢", "成立于2008年"])(
    "小区名称: %s is asked about",
    (said) => {
      expect(answersOf(say(at("小区名称"), said))).toEqual({});
    },
  );
});

describe("a fact without an open form", () => {
  const when = { today: civilDate("2023-08-23"), year: 2023 };
  test.each([
    ["小区地址是湖滨路9号", ["小区地址"], "湖滨路9号"],
    ["小区地址：湖滨路9号", ["小区地址"], "湖滨路9号"],
    ["湖滨路9号", ["小区地址"], "湖滨路9号"],
    ["香林社区", ["所属社区"], "香林社区"],
    ["13912345678", ["申报单位负责人电话", "业委会主任电话", "党支部书记电话"], "13912345678"],
    ["业委会主任电话：13912345678", ["业委会主任电话"], "13912345678"],
    ["交付率或入住率为96.5%", ["交付率或入住率"], "96.5%"],
  ])("%s: the field is asked about", (said, labels, value) => {
    expect(factsIn(form, said, when)).toEqual(labels.map((label) => ({ label, value })));
  });

  test.each([
    "滨河花园",
    "好的",
    "小区地址",
    "小区地址不清楚",
    "业委会主任电话：等会儿给",
    "小区名称\t龙山新村\n申报单位\t府山街道办事处\n小区地址\t府横街8号",
    "小区地址：府横街8号\n申报单位：府山街道办事处",
  ])("%s is none", (said) => {
    expect(factsIn(form, said, when)).toEqual([]);
  });
});
