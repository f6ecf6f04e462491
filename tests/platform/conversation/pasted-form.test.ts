import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { shaoxing } from "../../../demo/demonstration.ts";
import { formOf } from "../../../src/campaign/application/offered.ts";
import type { AnswerValue } from "../../../src/platform/conversation/answer.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import type { Outcome } from "../../../src/platform/conversation/outcome.ts";
import { when } from "./support/questions.ts";

// On a busy machine a thousand take a while.
vi.setConfig({ testTimeout: 30_000 });

const form = formOf(shaoxing().definition) ?? { id: "", title: "", version: 1, fields: [] };
const at = (label: string, answers: FormState["answers"] = {}): FormState => ({
  ...openAt(
    begin(form),
    form.fields.find((one) => one.label === label),
  ),
  answers,
});
const say = (state: FormState, text: string) =>
  step(form, state, { text, today: when.today, year: when.year, workbook: "导出 申报表" });
const notes = (outcome: Outcome): string => ("notes" in outcome ? (outcome.notes ?? []).join("") : "");
const sentence = (outcome: Outcome): string => ("sentence" in outcome ? outcome.sentence : "");

describe("a form that is pasted", () => {
  test("as Word copies it: a title, four columns, empty cells, the day at its foot", () => {
    const pasted = [
      "附件3",
      "绍兴市“美好家园”示范小区申报表",
      "",
      "小区名称\t绿洲名苑\t\t小区地址\t柯桥区齐贤街道兴贤路66号",
      "申报单位\t齐贤街道办事处\t\t审批单位\t",
      "申报单位负责人\t周伟\t电话\t13957512345",
      "业委会主任\t孙强\t电话\t13957500002",
      "党支部书记\t吴敏\t电话\t13957500003",
      "申报材料\t绿洲名苑建成于2012年，共18幢860户。",
      "近两年内是否发生重大安全责任事故\t否",
      "备注\t",
      "",
      "填报日期：2023年8月21日",
    ].join("\n");
    const { state, outcome } = say(at("小区名称"), pasted);

    expect(state.answers).toEqual({
      compoundName: "绿洲名苑",
      compoundAddress: "柯桥区齐贤街道兴贤路66号",
      applicant: "齐贤街道办事处",
      applicantHead: "周伟",
      applicantHeadPhone: "13957512345",
      ownersCommitteeChair: "孙强",
      ownersCommitteeChairPhone: "13957500002",
      partyBranchSecretary: "吴敏",
      partyBranchSecretaryPhone: "13957500003",
      statement: "绿洲名苑建成于2012年，共18幢860户。",
      safetyAccident: { choice: "none", details: {} },
    });
    expect(notes(outcome)).toContain("空白未填：审批单位、备注");
    expect(notes(outcome)).toContain("不作为内容记录：附件3、绍兴市“美好家园”示范小区申报表、填报日期：2023年8月21日");
    expect(say(at("申报材料"), pasted).state.answers).toEqual(state.answers);
  });

  test("as people write it in a chat", () => {
    const pasted = [
      "填报表",
      "小 区 名 称：绿洲名苑",
      "申报单位（盖章）：齐贤街道办事处",
      "申报单位负责人：周伟　电话：13957512345",
      "业委会主任：孙强（电话13957500002）",
      "党支部书记：吴敏 13957500003",
      "物业公司：绿城物业",
      "街道\t齐贤街道",
    ].join("\n");
    expect(say(at("小区名称"), pasted).state.answers).toEqual({
      compoundName: "绿洲名苑",
      applicant: "齐贤街道办事处",
      applicantHead: "周伟",
      applicantHeadPhone: "13957512345",
      ownersCommitteeChair: "孙强",
      ownersCommitteeChairPhone: "13957500002",
      partyBranchSecretary: "吴敏",
      partyBranchSecretaryPhone: "13957500003",
      propertyServiceEnterprise: "绿城物业",
      subdistrict: "齐贤街道",
    });
  });

  test.each(["物业公司", "物业企业", "物业服务企业", "物业服务公司"])("%s is 物业服务企业名称", (label) => {
    const at18 = at("所属街道");
    expect(say(at18, `${label}：绿城物业`).state.answers).toEqual({ propertyServiceEnterprise: "绿城物业" });
  });

  test("as a table of one row; a table of several says how several are filled in", () => {
    const head = "序号\t小区名称\t小区地址\t申报单位\t申报单位类型";
    const one = "1\t锦绣花园\t越王路1号\t府山街道\t街道";
    expect(say(at("小区名称"), `${head}\n${one}`).state.answers).toEqual({
      compoundName: "锦绣花园",
      compoundAddress: "越王路1号",
      applicant: "府山街道",
      applicantKind: "subdistrict",
    });
    for (const two of [`${head}\n${one}\n2\t曹娥花园\t曹娥路2号\t曹娥街道\t社区`, "小区名称：甲苑\n小区名称：乙苑"]) {
      const { state, outcome } = say(at("小区名称"), two);
      expect(state.answers).toEqual({});
      expect(sentence(outcome)).toContain("一条消息只填一份");
      expect(outcome.kind === "retry" && outcome.offer?.typed).toBe("导出 申报表");
    }
  });

  test("what belongs to no field is named, all that could be read is offered, in one word where it has paragraphs", () => {
    const pasted = "小区名称：锦绣花园\n填表人：李四\n交付率或入住率：很高\n申报材料：党建引领。\n三方联动。\n备注：";
    const { state, outcome } = say(at("小区名称"), pasted);

    expect(state.answers).toEqual({});
    expect(sentence(outcome)).toContain("交付率或入住率：请填写0至100之间的数");
    expect(sentence(outcome)).toContain("「填表人：李四」不是本表的栏目");
    expect(outcome.kind === "retry" && outcome.offer).toEqual({ label: "记录其余2项", typed: "记录其余2项" });
    expect(say(state, "「记录其余2项」").state.answers).toEqual({
      compoundName: "锦绣花园",
      statement: "党建引领。\n三方联动。",
    });
  });

  test("labels alone are no form; paragraphs stay whole", () => {
    expect(sentence(say(at("小区名称"), "小区名称：\n申报单位：").outcome)).toContain("后面没有内容");
    const text = "一、小区概况\n小区名称的由来：取自古诗。\n二、主要做法\n入住率：95%";
    expect(say(at("申报材料"), text).state.answers).toEqual({ statement: text });
    expect(say(at("申报材料"), `申报材料：${text}`).state.answers).toEqual({ statement: text });
  });
});

/** Fields with an answer each, as it is written and as it is kept. */
const fields: Readonly<Record<string, readonly [string, AnswerValue]>> = {
  小区名称: ["绿洲名苑", "绿洲名苑"],
  申报单位: ["齐贤街道办事处", "齐贤街道办事处"],
  申报单位类型: ["街道（乡镇）", "subdistrict"],
  小区地址: ["兴贤路66号", "兴贤路66号"],
  申报单位负责人: ["周伟", "周伟"],
  申报单位负责人电话: ["0575-85082235转801", "0575-85082235转801"],
  党支部书记: ["吴敏", "吴敏"],
  党支部书记电话: ["一三九五七五零零零零三", "13957500003"],
  申报材料: ["共18幢860户，物业费收缴率97%。", "共18幢860户，物业费收缴率97%。"],
  物业服务企业名称: ["绿城物业", "绿城物业"],
  交付率或入住率: ["九成五", 95],
  数据截止日期: ["2023年06月30日（星期五）", "2023-06-30"],
  近两年内重大安全责任事故: ["没有", { choice: "none", details: {} }],
};
const keyOf = (label: string): string => form.fields.find((one) => one.label === label)?.key ?? "";

test("of any rows in any order, written and spaced in any way, none is dropped and none misfiled", () => {
  const rows = fc.shuffledSubarray(Object.keys(fields), { minLength: 2 });
  const style = fc.constantFrom("：", ":", "： ", "\t", "\t\t", "：\t");
  const title = fc.constantFrom("", "附件3\n", "填报表\n", "绍兴市“美好家园”示范小区申报表\n\n");
  const empty = fc.constantFrom("", "\n备注：", "\n审批单位\t", "\n党支部名称：\n填报日期：2023年8月21日");
  const open = fc.constantFrom("小区名称", "申报单位类型", "申报材料", "党支部书记");
  const check = fc.property(
    rows,
    fc.array(style, { minLength: 1 }),
    title,
    empty,
    open,
    (labels, marks, above, below, asked) => {
      const lines = labels.map((label, row) => `${label}${marks[row % marks.length]}${fields[label]?.[0]}`);
      const { state } = say(at(asked), `${above}${lines.join("\n")}${below}`);
      expect(state.answers).toEqual(Object.fromEntries(labels.map((label) => [keyOf(label), fields[label]?.[1]])));
    },
  );
  fc.assert(check, { seed: 20_231_101, numRuns: 300 });
});
