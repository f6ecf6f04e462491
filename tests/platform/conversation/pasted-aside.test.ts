import { describe, expect, test } from "vitest";
import { shaoxing } from "../../../demo/demonstration.ts";
import { changeIn } from "../../../src/campaign/application/change-field.ts";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { pastedForm } from "../../../src/campaign/application/pasted-form.ts";
import { mayBeReport } from "../../../src/campaign/work-report/pasted-report.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import type { Outcome } from "../../../src/platform/conversation/outcome.ts";
import { when } from "./support/questions.ts";

const form = formOf(shaoxing().definition);
if (!form) throw new Error("the demonstration has no application form");
const at = (label: string | undefined, answers: FormState["answers"] = {}): FormState => ({
  ...openAt(
    begin(form),
    form.fields.find((one) => one.label === label),
  ),
  answers,
});
const say = (state: FormState, text: string) =>
  step(form, state, { text, today: when.today, year: when.year, nameKey: "compoundName" });
const sentence = (outcome: Outcome): string =>
  "sentence" in outcome ? outcome.sentence : "notes" in outcome ? (outcome.notes ?? []).join("") : "";
const readings = (outcome: Outcome) => ("readings" in outcome ? outcome.readings : undefined);

const required = {
  applicantHead: "柯经理",
  applicantHeadPhone: "13800000041",
  partyBranchSecretary: "钱书记",
  partyBranchSecretaryPhone: "13800000042",
  statement: "小区党建引领，管理规范。",
  safetyAccident: { choice: "none", details: {} },
};
const filled = { compoundName: "桂花苑（南区）", applicant: "桂花物业", compoundAddress: "越王路1号" };

describe("another case's form pasted into a filled one", () => {
  const other = "申报单位\t东湖物业服务有限公司\n小区名称\t东湖花园\n小区地址\t东湖路8号";

  test.each([undefined, "项目名称"])("is asked about, and records nothing (%s)", (label) => {
    const { state, outcome } = say(at(label, filled), other);
    expect(state.answers).toEqual(filled);
    expect(state.at).toBe(at(label).at);
    expect(readings(outcome)).toEqual(["另填一份", "改写本表"]);
    expect(sentence(outcome)).toContain("收到的小区名称是“东湖花园”，本表是“桂花苑（南区）”，整条未保存");
  });

  test.each(["小区名称\t小区地址\n东湖花园\t东湖路8号", "小区名称：东湖花园\n小区地址：东湖路8号"])(
    "in any layout: %s",
    (text) => {
      expect(say(at("项目名称", filled), text).state.answers).toEqual(filled);
    },
  );

  test("what cannot be read of it is told, and 记录其余 does not overwrite either", () => {
    const asked = say(at("项目名称", filled), `${other}\n党支部书记电话\t12`);
    expect(sentence(asked.outcome)).toContain("党支部书记电话：");
    const again = say(asked.state, "记录其余3项");
    expect(again.state.answers).toEqual(filled);
    expect(readings(again.outcome)).toEqual(["另填一份", "改写本表"]);
  });

  test.each(["改写本表", "2", "第2个"])("%s overwrites the form", (said) => {
    const asked = say(at(undefined, filled), other);
    const done = say(asked.state, said);
    expect(done.state.answers).toEqual({
      compoundName: "东湖花园",
      applicant: "东湖物业服务有限公司",
      compoundAddress: "东湖路8号",
    });
    expect(done.outcome.kind).toBe("review");
  });

  test("what else is said leaves it held, named again at 提交, and given up by 不记录", () => {
    const asked = say(at("项目名称", { ...filled, ...required }), other);
    const later = say(asked.state, "桂花苑改造项目");
    expect(later.state.answers.projectName).toBe("桂花苑改造项目");
    expect(sentence(say(asked.state, "填了哪些").outcome)).toContain("此前的消息中有3项尚未记录：小区名称：东湖花园");
    const submitted = say(say(later.state, "提交").state, "提交");
    expect(submitted.outcome.kind).toBe("review");
    expect(readings(submitted.outcome)).toEqual(["记录其余3项", "不记录"]);
    expect(readings(say(submitted.state, "记录其余3项").outcome)).toEqual(["另填一份", "改写本表"]);
    const dropped = say(submitted.state, "不记录");
    expect(sentence(dropped.outcome)).toContain("3项未予记录");
    expect(say(say(dropped.state, "提交").state, "提交").outcome.kind).toBe("submit");
    expect(say(later.state, "改写本表").state.answers).toMatchObject({ ...required, compoundName: "东湖花园" });
  });

  test("all of it is held, also what both have in common, until a third comes, which is said", () => {
    const same = "小区名称\t东湖花园\n申报单位\t桂花物业\n小区地址\t越王路1号";
    const held = say(say(at("申报单位类型", filled), same).state, "填了哪些").state;
    expect(held.held).toEqual({ compoundName: "东湖花园", applicant: "桂花物业", compoundAddress: "越王路1号" });
    expect(say(held, "业主组织").state.held).toEqual(held.held);
    const third = say(held, "小区名称\t西湖花园\n小区地址\t西湖路1号");
    expect(sentence(third.outcome)).toContain("此前收到的小区名称为“东湖花园”的内容不再保留");
    expect(say(third.state, "填了哪些").state.held).toEqual({ compoundName: "西湖花园", compoundAddress: "西湖路1号" });
  });

  test("the same name in another spelling is the same form, and a change of the name alone is a change", () => {
    const same = say(at("项目名称", filled), "小区名称\t桂花苑 (南区)\n小区地址\t东湖路8号");
    expect(same.state.answers.compoundAddress).toBe("东湖路8号");
    const renamed = say(at("项目名称", filled), "小区名称改为东湖花园");
    expect(renamed.state.answers.compoundName).toBe("东湖花园");
  });
});

describe("an ordinal answers what was offered", () => {
  test.each(["2", "②", "第2段", "第二段", "选2"])("%s is the second segment", (said) => {
    const asked = say(at("申报单位"), "齐贤街道\t桂花物业\t柯桥区住建局");
    expect(readings(asked.outcome)?.[1]).toBe("桂花物业");
    expect(say(asked.state, said).state.answers.applicant).toBe("桂花物业");
  });

  test("beyond those offered it is none of them, and a number that answers is the answer", () => {
    const asked = say(at("申报单位"), "齐贤街道\t桂花物业");
    expect(say(asked.state, "第4段").state.answers.applicant).not.toBe("桂花物业");
    const rate = say(at("交付率或入住率"), "0.95");
    expect(say(rate.state, "93").state.answers.rate).toBe(93);
  });
});

describe("what a form prints where nothing is filled in is no answer", () => {
  test.each([
    ["审批单位", "审批单位：（空）"],
    ["审批单位", "（空）"],
    ["备注", "备注\t（空）"],
    ["备注", "备注"],
    ["备注", "备注\t"],
    ["备注", "备注\t（正反打印，一式3份）"],
    ["审批单位", "审批单位：（盖章）"],
  ])("at %s: %s", (label, text) => {
    expect(say(at(label, filled), text).state.answers).toEqual(filled);
  });

  test.each(["备注：清空", "备注清空", "备注\t清空"])("%s clears the field", (text) => {
    const { state, outcome } = say(at("备注", { ...filled, remarks: "旧" }), text);
    expect(state.answers).toEqual(filled);
    expect(sentence(outcome)).toContain("“备注”的内容已清除");
  });

  test("a label in brackets, as the card shows it, is none of the answer", () => {
    expect(say(at("审批单位"), "【审批单位】柯桥区住建局").state.answers).toEqual({
      approvingAuthority: "柯桥区住建局",
    });
  });
});

test.each([
  ["申报单位负责人及电话：柯经理 13800000041", "applicantHead"],
  ["申报单位负责人及联系电话\t柯经理\t13800000041", "applicantHead"],
  ["业委会主任及电话：柯经理 13800000041", "ownersCommitteeChair"],
  ["党支部书记及电话 柯经理13800000041", "partyBranchSecretary"],
])("%s is a name and its number", (text, key) => {
  expect(say(at("项目名称"), text).state.answers).toEqual({ [key]: "柯经理", [`${key}Phone`]: "13800000041" });
});

test("several changes in one sentence are done, all or none", () => {
  const before = { ...filled, remarks: "旧" };
  const done = say(at("项目名称", before), "备注清空，物业服务企业名称改为桂花物业服务有限公司");
  expect(done.state.answers).toEqual({ ...filled, propertyServiceEnterprise: "桂花物业服务有限公司" });
  expect(done.state.at).toBe("projectName");
  const none = say(at("项目名称", before), "备注清空，申报单位负责人电话改为12");
  expect(none.state.answers).toEqual(before);
  const required = say(at("项目名称", before), "小区地址清空，备注改为新");
  expect(required.state.answers).toEqual(before);
});

test("cover and table of one form are one form where they say the same", () => {
  const cover = "附件3\n小区名称：东湖花园\n申报单位（盖章）：东湖物业\n\n";
  const table = "小区名称\t东湖花园\n申报单位\t东湖物业\n小区地址\t东湖路8号";
  expect(say(at("小区名称"), cover + table).state.answers).toEqual({
    compoundName: "东湖花园",
    applicant: "东湖物业",
    compoundAddress: "东湖路8号",
  });
  const two = say(at("小区名称"), `${cover}小区名称\t桂花苑\n申报单位\t东湖物业`);
  expect(two.state.answers).toEqual({});
  expect(sentence(two.outcome)).toContain("不止一份");
});

describe("rows that others fill in", () => {
  const ofOthers = { labels: ["业委会意见", "属地社区意见"], sentence: "是意见栏，不在此填写。" };
  const sayWith = (text: string) =>
    step(form, at("小区名称"), { text, today: when.today, year: when.year, nameKey: "compoundName", ofOthers });
  const rows = "小区名称\t东湖花园\n小区地址\t东湖路8号\n备注\t\n业委会意见\t（盖章）\n属地社区意见\t";

  test("are headings where they are empty", () => {
    const { state, outcome } = sayWith(rows);
    expect(state.answers).toEqual({ compoundName: "东湖花园", compoundAddress: "东湖路8号" });
    expect(sentence(outcome)).toContain("不作为内容记录：业委会意见");
  });

  test("are told where they belong otherwise, and the rest is offered", () => {
    const { state, outcome } = sayWith(`${rows}同意申报`);
    expect(state.answers).toEqual({});
    expect(sentence(outcome)).toContain("「属地社区意见 同意申报」是意见栏，不在此填写。");
    expect(sentence(outcome)).not.toContain("不是本表的栏目");
    expect(outcome).toMatchObject({ offer: { label: "记录其余2项" } });
  });
});

describe("what a text without a command may be", () => {
  test("three rows of the form are a form, with its name", () => {
    const text = "小区名称\t东湖花园\n小区地址\t东湖路8号\n申报单位：东湖物业";
    expect(pastedForm(form, text)).toEqual({ name: "东湖花园" });
    expect(pastedForm(form, "小区名称\t东湖花园\n小区地址\t东湖路8号")).toBeUndefined();
  });

  test("149 words are no report, 150 of sentences are; under its title 30 are", () => {
    const sentences = (words: number) => `${"创".repeat(words - 3)}。建。`;
    expect(mayBeReport(sentences(149))).toBe(false);
    expect(mayBeReport(sentences(150))).toBe(true);
    expect(mayBeReport("创".repeat(150))).toBe(false);
    expect(mayBeReport(`工作总结\n${"创".repeat(26)}`)).toBe(true);
    expect(mayBeReport(`工作总结\n${"创".repeat(25)}`)).toBe(false);
  });
});

describe("a change of a submitted form", () => {
  test("names the one meant by what tells it apart", () => {
    expect(changeIn(form, "东湖花园 第2份的小区名称改为镜水新村")).toMatchObject({
      caseName: "东湖花园 第2份",
      label: "小区名称",
      value: "镜水新村",
    });
  });

  test("of several lines changes each of the fields, none with the words of the others", () => {
    expect(changeIn(form, "小区名称改为镜水新村\n申报单位改为镜水物业")).toMatchObject({
      caseName: "",
      value: "镜水新村",
      all: ["小区名称改为镜水新村", "申报单位改为镜水物业"],
    });
    const told = "东湖花园 第2份的小区名称改为镜水新村\n申报单位改为镜水物业";
    expect(changeIn(form, told)).toMatchObject({ caseName: "东湖花园 第2份", value: "镜水新村" });
  });
});
