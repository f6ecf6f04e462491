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
    ["审批单位", "申报单位所在街道", {}],
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
  expect(readings(outcome)).toEqual(["柯桥区湖塘街道香林路八号"]);
  expect(taken("申报单位类型", "所属社区香林社区不对是柯岩社区")).toEqual({ 所属社区: "柯岩社区" });
});

describe("as it is abbreviated", () => {
  test.each([
    ["业委会主任", "n"],
    ["业委会主任", "y"],
    ["业委会主任", "OK"],
    ["业委会主任", "王"],
    ["小区地址", "提"],
    ["申报单位负责人", "王 13800000001"],
  ])("nothing is stored: %s, %s", (label, text) => {
    expect(taken(label, text)).toEqual({});
  });

  test.each([
    ["填报指标", "rzl", { 填报指标: "occupancyRate" }],
    ["填报指标", "JFL", { 填报指标: "deliveryRate" }],
    ["业主组织形式", "wyglwyh", { 业主组织形式: "managementCommittee" }],
    ["业主组织形式", "xq", { 业主组织形式: "selfGoverning" }],
  ])("letters stand for one option: %s, %s", (label, text, answers) => {
    expect(Object.keys(taken(label, text))).toEqual(Object.keys(answers));
  });

  test("numbers behind an option are no words of what happened", () => {
    const { state, outcome } = say(at("近两年内重大安全责任事故"), "2 6 3 6 5");
    expect(state.answers).toEqual({});
    expect("sentence" in outcome ? outcome.sentence : "").toContain("「6 3 6 5」中没有文字，未记入。");
  });
});

describe("as it is dictated", () => {
  const NONE = { choice: "none", details: {} };
  test.each([
    ["申报单位", "它的地址呢是越王路218号", { 小区地址: "越王路218号" }],
    ["党支部书记", "我们小区的社区是香林社区", { 所属社区: "香林社区" }],
    ["申报单位类型", "地址是越王路218号对吧", { 小区地址: "越王路218号" }],
    ["业委会主任", "主任姓吴叫吴建明", { 业委会主任: "吴建明" }],
    ["党支部书记电话", "她电话是一三六七七零零零零零九", { 党支部书记电话: "13677000009" }],
    ["党支部书记电话", "我们填入住率吧", { 填报指标: "occupancyRate" }],
    ["党支部书记电话", "两年之内没有出过什么事故", { 近两年内重大安全责任事故: NONE }],
    ["交付率或入住率", "百分之九十一点五这样吧", { 交付率或入住率: 91.5 }],
    ["申报单位负责人", "就写王大力好了", { 申报单位负责人: "王大力" }],
    ["所属街道", "还是柯岩街道吧", { 所属街道: "柯岩街道" }],
    ["小区地址", "湖塘街道嗯香林路12号吧", { 小区地址: "湖塘街道香林路12号" }],
    ["党支部书记", "书记空缺", {}],
    ["小区名称", "行吧花园", { 小区名称: "行吧花园" }],
    ["申报单位", "我们社区居委会", {}],
  ])("%s: %s", (label, text, answers) => {
    expect(taken(label, text)).toEqual(answers);
  });

  test.each([
    ["申报单位类型", "物业公司那就选第一个吧"],
    ["项目名称", "小区是二零零八年建成的一共八百六十户"],
    ["党支部书记电话", "没啥要备注的了"],
    ["申报单位类型", "审批单位我不太清楚先不填"],
  ])("nothing is stored: %s, %s", (label, text) => {
    expect(taken(label, text)).toEqual({});
  });

  test("what was recorded last is corrected without its name", () => {
    const first = say(at("申报单位类型"), "负责人叫沈志强电话一三五八八零零零零零一").state;
    const { state } = say(first, "那个错了是一三五八八零零零零零二");
    expect(state.answers.applicantOfficerPhone ?? Object.values(state.answers)).toEqual(["沈志强", "13588000002"]);
  });

  test("the name of the case is not changed by a short word for it", () => {
    const before = at("申报单位", { compoundName: "湖塘花园" });
    const when = { today: civilDate("2023-08-28"), year: 2023, nameKey: "compoundName" };
    const { state, outcome } = step(form, before, { text: "小区是老旧小区", ...when });
    expect(state.answers).toEqual(before.answers);
    expect(readings(outcome)).toEqual(["小区名称改为老旧小区"]);
  });

  test("就用小区名称 is the name", () => {
    const answers = { compoundName: "湖塘花园" };
    expect(taken("项目名称", "就用小区名称", answers)).toEqual({ 小区名称: "湖塘花园", 项目名称: "湖塘花园" });
  });
});
