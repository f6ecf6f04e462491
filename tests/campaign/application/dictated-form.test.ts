import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { nameIn } from "../../../src/campaign/application/take-up.ts";
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

const known: Record<string, AnswerValue> = { compoundName: "湖塘花园", partyBranchSecretary: "周红" };
const at = (label: string, answers: Record<string, AnswerValue> = known): FormState => ({
  ...openAt(
    begin(form),
    fields.find((one) => one.label === label),
  ),
  answers,
});
const say = (state: FormState, text: string) =>
  step(form, state, { text, today: civilDate("2023-08-28"), year: 2023, nameKey: "compoundName" });
/** What a message has changed, by label. */
const changed = (before: FormState, after: FormState): Record<string, unknown> =>
  Object.fromEntries(
    fields
      .filter(({ key }) => after.answers[key] !== before.answers[key])
      .map(({ key, label }) => [label, after.answers[key] ?? null]),
  );
const taken = (label: string, text: string, answers = known) => {
  const before = at(label, answers);
  return changed(before, say(before, text).state);
};
const sentence = (outcome: Outcome): string => ("sentence" in outcome ? outcome.sentence : "");
const readings = (outcome: Outcome): readonly string[] => ("readings" in outcome ? (outcome.readings ?? []) : []);
const NONE = { choice: "none", details: {} };
const IN_2022 = { choice: "some", details: { happenedOn: "2022-05-01", accidentKind: "人员伤亡事故" } };
const ACCIDENT = "近两年内重大安全责任事故";

describe("what answers another field goes there", () => {
  test.each([
    ["审批单位", "近两年没有发生过安全事故", { [ACCIDENT]: NONE }],
    ["党支部名称", "安全事故无", { [ACCIDENT]: NONE }],
    ["数据截止日期", "重大安全责任事故没有", { [ACCIDENT]: NONE }],
    [ACCIDENT, "近两年没有发生过安全事故", { [ACCIDENT]: NONE }],
    [ACCIDENT, "没有没有", { [ACCIDENT]: NONE }],
    ...["有 2022年5月1日 人员伤亡事故", "有 二〇二二年5月1日 人员伤亡事故"].map(
      (typed): [string, string, Record<string, unknown>] => [ACCIDENT, typed, { [ACCIDENT]: IN_2022 }],
    ),
    ["业主组织形式", "数据截止到七月三十一号", { 数据截止日期: "2023-07-31" }],
    ["数据截止日期", "数据截止日期八月十五号", { 数据截止日期: "2023-08-15" }],
    ["业主组织形式", "入住率八十九", { 填报指标: "occupancyRate", 交付率或入住率: 89 }],
    [
      "申报单位类型",
      "入住率九十二点三截止到七月底不对是八月二十号",
      { 填报指标: "occupancyRate", 交付率或入住率: 92.3, 数据截止日期: "2023-08-20" },
    ],
    ["业主组织形式", "业主组织形式是业委会然后安全事故没有", { 业主组织形式: "ownersCommittee", [ACCIDENT]: NONE }],
    ["申报单位类型", "两年内没出过事故备注不用写", { [ACCIDENT]: NONE }],
    ["申报单位类型", "安全事故没有申报材料就先不写", { [ACCIDENT]: NONE }],
    ["业主组织形式", "业委会主任的名字错了叫陈建国", { 业委会主任: "陈建国" }],
    ["填报指标", "项目名称跟小区一样", { 项目名称: "湖塘花园" }],
    ["申报单位类型", "业委会主任跟书记是同一个人", { 业委会主任: "周红" }],
    ["审批单位", "安全事故待核实", { [ACCIDENT]: { choice: "pending", details: {} } }],
    ["项目名称", "一样的", { 项目名称: "湖塘花园" }],
    ["填报指标", "填入住率九十二", { 填报指标: "occupancyRate", 交付率或入住率: 92 }],
    ["申报单位类型", "物业服务企业审批单位是住建局", { 申报单位类型: "enterprise", 审批单位: "住建局" }],
    ["小区地址", "地址不对是香林路八号", { 小区地址: "香林路八号" }],
    ["申报单位类型", "审批单位用建议的", { 审批单位: "绍兴市住房和城乡建设局" }],
    ["审批单位", "审批单位就用建议的那个", { 审批单位: "绍兴市住房和城乡建设局" }],
    ["业主组织形式", "申报材料嗯我们小区建成于二零一五年", { 申报材料: "我们小区建成于二零一五年" }],
    [
      ACCIDENT,
      "小区地址改为柯桥区鉴湖路六十八号然后交付率改成九十八点九",
      { 小区地址: "柯桥区鉴湖路六十八号", 填报指标: "deliveryRate", 交付率或入住率: 98.9 },
    ],
  ])("at %s: %s", (label, text, expected) => {
    expect(taken(label, text)).toEqual(expected);
  });

  test("where nothing is asked any more, 备注 too", () => {
    const all = { ...begin(form), answers: known };
    const { at: _, ...review } = all;
    expect(changed(review, say(review, "备注那个小区去年评过市级优秀").state)).toEqual({
      备注: "小区去年评过市级优秀",
    });
  });

  test("among paragraphs it is asked which is meant", () => {
    const { state, outcome } = say(at("申报材料"), "近两年安全事故没有");
    expect(state.answers).toEqual(known);
    expect(readings(outcome)).toEqual([`${ACCIDENT}改为无`, "内容：近两年安全事故没有"]);
    expect(taken("申报材料", `${ACCIDENT}改为无`)).toEqual({ [ACCIDENT]: NONE });
    const statement = "小区近两年无安全事故，业主满意度百分之九十五，物业服务企业为金柯物业，设施齐全，居民安居";
    expect(taken("申报材料", statement)).toEqual({ 申报材料: statement });
  });
});

describe("what is said of the form is no answer", () => {
  test.each([
    ["审批单位", "业主组织形式这个不清楚"],
    ["申报单位", "业委会主任没有还没成立"],
    ["数据截止日期", "备注没有"],
    ["申报材料", "我想先写申报材料"],
    ["项目名称", "申报材料撤销"],
    ["项目名称", "申报材料不对刚才那句不算重新写"],
    ["填报指标", "刚才的申报材料不要了"],
    ["审批单位", "再报一个小区叫鉴湖新城"],
    ["业主组织形式", "社区叫香林社区不要那个"],
    ["申报单位类型", "嗯跳过吧"],
    ["申报单位类型", "那先这样吧我先保存"],
    ["申报单位类型", "我有事先走一下明天再填"],
    ["申报单位类型", "不报了"],
    ["申报单位类型", "我的表填到哪了"],
    ["审批单位", "这个不知道"],
    ["审批单位", "安全事故有一起"],
    ["审批单位", "去年发生过一起安全事故"],
    ["申报单位负责人", "负责人换人了叫李四"],
    ["申报单位", "把刚才那句去掉"],
    ["申报单位", "回到小区名称"],
    ["申报单位", "刚才的地址不要了"],
    ["所属社区", "社区的名字不知道"],
    ["所属街道", "街道还没问到"],
    ["业委会主任", "业委会还没成立"],
    ["业委会主任", "没有业委会"],
    ["业委会主任电话", "主任电话不知道"],
    ["党支部书记", "书记周红然后业委会主任陈建国"],
  ])("at %s: %s", (label, text) => {
    expect(taken(label, text)).toEqual({});
  });

  test("a field left open is named, and the open question is asked again", () => {
    const { state, outcome } = say(at("审批单位"), "业主组织形式这个不清楚");
    expect(state.at).toBe("approvingAuthority");
    expect(outcome).toMatchObject({ kind: "ask", notes: ["“业主组织形式”留空，可发送「改 业主组织形式」补填。"] });
  });

  test("申报材料撤销 takes back what was just recorded there", () => {
    const written = say(at("申报材料"), "我们小区建成于二零一五年，绿化很好。").state;
    expect(say(written, "申报材料撤销").state).toMatchObject({ at: "statement", answers: known });
    expect(say(written, "申报材料不对刚才那句不算重新写").state).toMatchObject({ at: "statement", answers: known });
  });

  test("a sentence that is no value is said to be not stored", () => {
    const { outcome } = say(at("申报单位类型"), "没有业委会是物管会主任叫孙明");
    expect(sentence(outcome)).toMatch(/^「没有业委会是物管会主任叫孙明」未保存。请回复序号或名称/u);
  });
});

describe("fillers and names of firms", () => {
  test.each([
    ["社区是那个香林社区", { 所属社区: "香林社区" }],
    ["业委会主任是那个陈建国", { 业委会主任: "陈建国" }],
    ["申报单位是府山物业有限公司地址是人民路十二号", { 申报单位: "府山物业有限公司", 小区地址: "人民路十二号" }],
  ])("%s", (text, expected) => {
    expect(taken("审批单位", text)).toEqual(expected);
  });

  test("分别记录, said, records what was offered", () => {
    const said = "申报单位嗯是鉴湖物业有限公司那个地址在柯桥区鉴湖路六十六号然后负责人赵强电话幺三八零零零零零零幺幺";
    const asked = say(at("申报单位"), said);
    expect(asked.state.answers).toEqual(known);
    const { state } = say(asked.state, "嗯分别记录");
    expect(state.answers).toEqual({
      ...known,
      applicant: "鉴湖物业有限公司",
      compoundAddress: "柯桥区鉴湖路六十六号",
      applicantHead: "赵强",
      applicantHeadPhone: "13800000011",
    });
  });

  test.each([
    ["一个小区", ""],
    ["一个", ""],
    ["小区叫鉴湖新城", "鉴湖新城"],
    ["一个小区就是湖塘花园", "湖塘花园"],
    ["叫塔山小区", "塔山小区"],
    ["塔山小区", "塔山小区"],
    ["新世纪花园", "新世纪花园"],
    ["一品江山", "一品江山"],
  ])("再报 %j", (said, name) => {
    expect(nameIn(said, "小区")).toBe(name);
  });
});

describe("a part of an address corrected", () => {
  test("keeps what stands before it, as one of two readings", () => {
    const { state, outcome } = say(at("小区地址"), "小区地址上虞区曹娥街道江西路七号不对是江东路七号");
    expect(state.answers).toEqual(known);
    expect(readings(outcome)).toEqual(["上虞区曹娥街道江东路七号", "江东路七号"]);
  });

  test("also of the one that is saved", () => {
    const saved = { ...known, compoundAddress: "越城区人民路十二号" };
    const { state, outcome } = say(at("申报单位类型", saved), "刚刚填的地址错了是十四号");
    expect(state.answers).toEqual(saved);
    expect(readings(outcome)).toEqual(["小区地址：越城区人民路十四号", "小区地址：十四号"]);
    expect(taken("申报单位类型", "小区地址：越城区人民路十四号", saved)).toEqual({ 小区地址: "越城区人民路十四号" });
  });
});

test("2,000 dictated remarks are stored in no field of words", () => {
  const open = fields.filter(({ kind }) => kind === "text");
  const others = fc.constantFrom("业委会主任", "党支部名称", "业主组织形式", "数据截止日期", "备注", "申报材料");
  const tail = fc.constantFrom("这个不清楚", "先不写", "没有还没成立", "不要了", "撤销", "重新写", "不知道");
  const accident = fc
    .tuple(
      fc.constantFrom("近两年", "近两年内", "两年内", ""),
      fc.constantFrom("没有发生过安全事故", "没出过事故", "安全事故没有", "重大安全责任事故无"),
    )
    .map((parts) => parts.join(""));
  const remark = fc.tuple(
    fc.constantFrom("", "嗯", "嗯那个"),
    fc.oneof(
      fc.tuple(others, tail).map((all) => all.join("")),
      accident,
    ),
  );
  fc.assert(
    fc.property(fc.constantFrom(...open), remark, (question, [filler, words]) => {
      const before = at(question.label, {});
      const { state } = say(before, `${filler}${words}`);
      for (const { key, label } of open)
        expect(state.answers[key], `${question.label}: ${words} in ${label}`).toBeUndefined();
    }),
    { numRuns: 1000, seed: 11 },
  );
});
