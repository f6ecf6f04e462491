import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shaoxing } from "../../../demo/demonstration.ts";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const form = formOf(shaoxing().definition);
if (!form) throw new Error("the demonstration has no application form");
const RUNS = { seed: 20230911, numRuns: 500 };
const say = (text: string): FormState["answers"] =>
  step(form, begin(form), { text, today: civilDate("2023-08-23"), year: 2023, nameKey: "compoundName" }).state.answers;

const values = {
  小区名称: ["和畅名苑", { compoundName: "和畅名苑" }],
  申报单位: ["和畅物业有限公司", { applicant: "和畅物业有限公司" }],
  小区地址: ["越城区解放路12号", { compoundAddress: "越城区解放路12号" }],
  所属社区: ["和畅社区", { neighborhood: "和畅社区" }],
  党支部书记电话: ["13800000103", { partyBranchSecretaryPhone: "13800000103" }],
  数据截止日期: ["2023年7月31日", { rateAsOf: "2023-07-31" }],
} as const;
const labels = Object.keys(values) as (keyof typeof values)[];

/** How a form is drawn where it is copied from: a row of a label and its answer, and what stands between rows. */
const LAYOUTS = [
  ["L：V", ""],
  ["- L：V", ""],
  ["• L： V", ""],
  ["★L：V", ""],
  ["> L：V", ""],
  ["**L**：V", ""],
  ["*L：V", ""],
  ["L（必填）：V", ""],
  ["L=V", ""],
  ["L,V", ""],
  ["L - V", ""],
  ['"L","V"', ""],
  ["|L|V|", "|---|---|"],
  ["｜L｜V｜", ""],
  ["│L│V│", "├────┼────┤"],
  ["L\tV\t\t", ""],
  ["L\nV", ""],
  ["陈科: L：V", ""],
  ["陈科 2023/8/21 09:12\nL：V", ""],
  ["【L】V", ""],
] as const;

test("in any layout every row keeps its answer", () => {
  const rows = fc.shuffledSubarray(labels, { minLength: 2 });
  const check = fc.property(rows, fc.constantFrom(...LAYOUTS), (among, [row, rule]) => {
    const lines = among.map((label) => row.replace("L", label).replace("V", values[label][0]));
    const text = lines.join(rule === "" ? "\n" : `\n${rule}\n`);
    const expected = Object.assign({}, ...among.map((label) => values[label][1]));
    expect({ text, answers: say(text) }).toEqual({ text, answers: expected });
  });
  fc.assert(check, RUNS);
});

describe("boxes that are ticked", () => {
  test("the ticked option is the answer, wherever the marks stand", () => {
    const options = ["物业服务企业", "业主组织", "社区", "街道（乡镇）", "其他"] as const;
    const keys = ["enterprise", "ownersBody", "residentsCommittee", "subdistrict", "other"];
    const check = fc.property(
      fc.nat(options.length - 1),
      fc.constantFrom("☑", "■", "√", "✓"),
      fc.constantFrom("□", "☐", "○"),
      fc.boolean(),
      (chosen, tick, box, isBefore) => {
        const parts = options.map((one, at) => {
          const sign = at === chosen ? tick : box;
          return isBefore ? `${sign}${one}` : `${one}${sign}`;
        });
        expect(say(`申报单位类型：${parts.join(" ")}`)).toEqual({ applicantKind: keys[chosen] });
      },
    );
    fc.assert(check, { ...RUNS, numRuns: 100 });
  });

  test.each([
    ["近两年内重大安全责任事故：□有 ☑无", { safetyAccident: { choice: "none", details: {} } }],
    ["近两年内重大安全责任事故：有□ 无☑", { safetyAccident: { choice: "none", details: {} } }],
    ["申报单位类型：☑物业服务企业 ☑业主组织", {}],
    ["申报单位类型：□物业服务企业 □业主组织", {}],
  ])("%s", (text, answers) => {
    expect(say(text)).toEqual(answers);
  });
});

describe("a name, its own brackets and its number", () => {
  test.each([
    ["陈某（经理）13800000101", "陈某（经理）"],
    ["陈某（经理，电话13800000101）", "陈某（经理）"],
    ["陈某/13800000101", "陈某"],
    ["陈某|13800000101", "陈某"],
    ["陈某-13800000101", "陈某"],
    ["13800000101 陈某", "陈某"],
    ["陈某（13800000101）", "陈某"],
  ])("%s", (said, name) => {
    expect(say(`申报单位负责人：${said}\n小区名称：雅苑`)).toEqual({
      compoundName: "雅苑",
      applicantHead: name,
      applicantHeadPhone: "13800000101",
    });
  });
});

test.each([
  ["业委会主任：无（未成立）", {}],
  ["业委会主任：尚未选举", {}],
  ["业委会主任：周某 电话：暂无", { ownersCommitteeChair: "周某" }],
  ["项目名称：“雅苑改造”", { projectName: "雅苑改造" }],
  ["备注：\n1.小区为老旧小区改造项目\n2.物业费已上调", { remarks: "1.小区为老旧小区改造项目\n2.物业费已上调" }],
  ["入住率\t95.3%", { rateKind: "occupancyRate", rate: 95.3 }],
  ["交付率/入住率：95.3%", { rate: 95.3 }],
  ["申报单位|和畅物业|审批单位|市局", { applicant: "和畅物业", approvingAuthority: "市局" }],
  ["（1）申报单位：和畅物业（2）审批单位：市局", { applicant: "和畅物业", approvingAuthority: "市局" }],
  ["申报单位:和畅物业/审批单位:市局", { applicant: "和畅物业", approvingAuthority: "市局" }],
  ["申报材料：（另附Word）", {}],
  ["项目名称：一致", { projectName: "雅苑" }],
  ["绍兴市“美好家园”示范小区\n申\n报\n表", {}],
])("beside a name: %s", (line, answers) => {
  const text = line.startsWith("绍")
    ? `${line}\n小区名称：雅苑\n小区地址：解放路1号`
    : `小区名称：雅苑\n小区地址：解放路1号\n${line}`;
  expect(say(text)).toEqual({ compoundName: "雅苑", compoundAddress: "解放路1号", ...answers });
});

test.each([
  "小区名称：和畅名苑\n申报单位：和畅物业\n\n小区名称：百合苑\n申报单位：百合物业",
  "小区名称：和畅名苑\n申报单位：和畅物业有限公司（待盖章）",
  "申报材料：另附\n小区名称：和畅名苑",
  "小区名称：和畅名苑\n入住率\t95.3%\n交付率\t100%",
  "小区名称：和畅名苑\n入住率：95.3%\n填报指标：交付率",
  "小区名称：和畅名苑\n项目名称：和畅名苑（与小区名称一致）",
])("%s is asked about, and nothing recorded", (text) => {
  expect(say(text)).toEqual({});
});
