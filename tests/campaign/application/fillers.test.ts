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
const known: Record<string, AnswerValue> = { compoundName: "湖塘花园", partyBranchSecretary: "周红" };
const at = (label: string): FormState => ({
  ...openAt(
    begin(form),
    fields.find((one) => one.label === label),
  ),
  answers: known,
});
const say = (state: FormState, text: string) =>
  step(form, state, { text, today: civilDate("2023-08-28"), year: 2023, nameKey: "compoundName" });
const changed = (before: FormState, after: FormState): Record<string, unknown> =>
  Object.fromEntries(
    fields
      .filter(({ key }) => after.answers[key] !== before.answers[key])
      .map(({ key, label }) => [label, after.answers[key] ?? null]),
  );
const offers = (outcome: Outcome): readonly string[] => [
  ...("readings" in outcome ? (outcome.readings ?? []) : []),
  ...("offer" in outcome && outcome.offer ? [outcome.offer.typed] : []),
];

/** What is recorded, by label. */
const taken = (label: string, text: string) => {
  const before = at(label);
  return changed(before, say(before, text).state);
};
const offered = (label: string, text: string) => offers(say(at(label), text).outcome);

describe("what is said between the name of a field and its value is no part of it", () => {
  test.each([
    ["所属街道", "街道嘛店口镇", { 所属街道: "店口镇" }],
    ["所属街道", "街道啊店口镇", { 所属街道: "店口镇" }],
    ["所属街道", "嘛店口镇", { 所属街道: "店口镇" }],
    ["党支部名称", "党支部名称嘛就那个永利社区党支部", { 党支部名称: "永利社区党支部" }],
    ["物业服务企业名称", "物业 祥和物业服务公司", { 物业服务企业名称: "祥和物业服务公司" }],
    ["数据截止日期", "截止日期嗯就写八月二十五号吧", { 数据截止日期: "2023-08-25" }],
    ["所属社区", "那个社区", {}],
    ["备注", "备注就写那个无", {}],
    ["所属社区", "社区嘛那个永利社区", { 所属社区: "永利社区" }],
    ["所属社区", "街道呢店口镇 社区嘛永利社区", { 所属街道: "店口镇", 所属社区: "永利社区" }],
    [
      "物业服务企业名称",
      "物业服务企业名称祥和物业服务公司诸暨分公司 街道嘛店口镇 社区是那个永利社区",
      { 物业服务企业名称: "祥和物业服务公司诸暨分公司", 所属街道: "店口镇", 所属社区: "永利社区" },
    ],
    [
      "申报单位",
      "申报单位是那个祥和物业服务公司诸暨分公司类型嘛物业",
      { 申报单位: "祥和物业服务公司诸暨分公司", 申报单位类型: "enterprise" },
    ],
    ["申报单位类型", "类型物业", { 申报单位类型: "enterprise" }],
    ["申报单位类型", "类型呢就是物业", { 申报单位类型: "enterprise" }],
    ["业主组织形式", "形式嘛业委会", { 业主组织形式: "ownersCommittee" }],
    ["党支部书记", "书记嘛李美芳", { 党支部书记: "李美芳" }],
    ["业委会主任", "主任嘛那个王建国", { 业委会主任: "王建国" }],
    ["申报单位负责人电话", "电话嘛幺三八五八五零六七八九", { 申报单位负责人电话: "13858506789" }],
    ["数据截止日期", "截止日期嘛八月二十号", { 数据截止日期: "2023-08-20" }],
    ["数据截止日期", "嗯就那个八月二十号", { 数据截止日期: "2023-08-20" }],
    ["交付率或入住率", "入住率嘛百分之九十二", { 填报指标: "occupancyRate", 交付率或入住率: 92 }],
    ["审批单位", "审批单位嘛就是那个我们诸暨市建设局", { 审批单位: "诸暨市建设局" }],
    ["申报单位", "申报单位呢就是我们鉴湖物业公司", { 申报单位: "鉴湖物业公司" }],
  ])("%s: %s", (label, text, expected) => {
    expect(taken(label, text)).toEqual(expected);
  });
});

describe("an address is taken without its label", () => {
  test.each([
    ["地址 暨阳街道东一路幺二八号", "暨阳街道东一路128号"],
    ["地址嘛 暨阳街道东一路幺二八号", "暨阳街道东一路128号"],
    ["地址在店口镇解放路两百三十六号", "店口镇解放路两百三十六号"],
    ["五里街道十里亭路8号", "五里街道十里亭路8号"],
  ])("%s", (text, expected) => {
    expect(taken("小区地址", text)).toEqual({ 小区地址: expected });
  });

  test("where it lies is no name of who applies", () => {
    expect(offered("申报单位", "嗯在暨阳街道两千零一十五年建的")).toEqual([]);
    expect(taken("申报单位", "在店口镇")).toEqual({});
    expect(taken("所属街道", "在店口镇")).toEqual({ 所属街道: "店口镇" });
  });
});

describe("a text is taken without what was said before and between its sentences", () => {
  test.each([
    ["申报材料", "嗯就是说那个申报材料是打分的表啊还有那个照片", "打分的表啊还有照片"],
    ["申报材料", "小区环境整洁 嗯就是说绿化好 呃那个停车有序", "小区环境整洁 绿化好 停车有序"],
    ["备注", "备注就写那个户数一千二百三十六户物业费三块五", "户数一千二百三十六户物业费三块五"],
    ["备注", "备注嘛就写那个户数一千二百三十六户", "户数一千二百三十六户"],
    ["备注", "嗯那个备注就写物业费三块五", "物业费三块五"],
    ["备注", "那个嘛物业费三块五", "物业费三块五"],
  ])("%s: %s", (label, text, expected) => {
    expect(taken(label, text)).toEqual({ [label]: expected });
  });

  test.each([
    "那个小区原来停车难，问题就是车位少，其实也不复杂",
    "这个小区停车难",
    "就是物业费三块五",
    "小区有那个小区公园，就是说群众满意",
    "大堂设吧台一处，物业费啊三块五",
  ])("words within it stay: %s", (text) => {
    expect(taken("备注", text)).toEqual({ 备注: text });
  });

  test("what is taken back is asked about, with its fillers", () => {
    expect(taken("申报材料", "就是说评分表 照片 呃不对 是评分表和视频")).toEqual({});
  });
});

test("of a name said in full only that is offered", () => {
  const full = ["浙江祥生物业服务有限公司"];
  expect(offered("物业服务企业名称", "物业公司嘛就是祥生物业 全称那个浙江祥生物业服务有限公司")).toEqual(full);
  expect(offered("物业服务企业名称", "物业公司就是祥生物业 全称是浙江祥生物业服务有限公司")).toEqual(full);
});
