import { describe, expect, test } from "vitest";
import { shaoxing } from "../../../demo/demonstration.ts";
import { changeOfCase, changesIn } from "../../../src/campaign/application/form-words/change-of-case.ts";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { nameIn, saysMore, wishIn } from "../../../src/campaign/application/take-up.ts";
import { relabelled } from "../../../src/campaign/definition/governed-form.ts";
import { begin } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const printed = formOf(shaoxing().definition);
if (!printed) throw new Error("the demonstration has no application form");
const form = printed;

describe("who wants to apply with a case begins a form, in any words", () => {
  test.each([
    ["想报一个小区", ""],
    ["我想报一个小区", ""],
    ["我们要申报一个小区", ""],
    ["再报一个小区", ""],
    ["还要报一个", ""],
    ["报一个新的小区吧", ""],
    ["就是申报一个小区叫裕民锦园", "裕民锦园"],
    ["申报一个小区叫裕民锦园", "裕民锦园"],
    ["再报一个小区叫鉴湖花园", "鉴湖花园"],
    ["嗯，我想申报一个小区，名字叫鉴湖花园", "鉴湖花园"],
    ["想报个小区就是鉴湖花园", "鉴湖花园"],
    ["准备申报一个项目叫鉴湖花园", "鉴湖花园"],
  ])("%s", (text, name) => {
    expect(nameIn(wishIn(text, "小区") ?? "none", "小区")).toBe(name);
  });

  test.each([
    "申报材料",
    "申报",
    "申报单位就是府山街道",
    "报了几个小区",
    "报一个数",
    "这个小区去年报了一个项目",
    "申报一个小区需要什么材料",
    "我们小区今年没有报一个项目",
  ])("%s is none", (text) => {
    expect(wishIn(text, "小区")).toBeUndefined();
  });

  test("a name with where it is says more than the name, and is asked about", () => {
    expect(saysMore("裕民锦园在柯桥街道")).toBe(true);
    expect(saysMore("裕民锦园")).toBe(false);
    const { state, outcome } = step(form, begin(form), {
      text: "裕民锦园在柯桥街道",
      today: civilDate("2023-08-28"),
      year: 2023,
    });
    expect(state.answers).toEqual({});
    expect(outcome).toMatchObject({ readings: ["裕民锦园"] });
  });
});

const when = { today: civilDate("2023-08-28"), year: 2023 };

describe("a change of a form that is handed in is told how it is made", () => {
  const names = ["江南名府", "东盛·暨阳府", "江南名府二期"];
  test.each([
    ["修改 江南名府 申报单位负责人电话 13757530001", "江南名府", "江南名府的申报单位负责人电话改为13757530001"],
    ["改 东盛·暨阳府 党支部书记电话 13857567799", "东盛·暨阳府", "东盛·暨阳府的党支部书记电话改为13857567799"],
    ["改江南名府二期的小区地址：滨河路8号", "江南名府二期", "江南名府二期的小区地址改为滨河路8号"],
    ["修改 江南名府", "江南名府", undefined],
    ["修改江南名府吧", "江南名府", undefined],
  ])("%s", (text, name, typed) => {
    expect(changeOfCase(form, text, names, when)).toEqual({ name, typed: typed === undefined ? [] : [typed] });
  });

  test.each(["修改申报 江南名府", "改 小区地址 滨河路8号", "改善江南名府的环境", "江南名府"])("%s is none", (text) => {
    expect(changeOfCase(form, text, names, when)).toBeUndefined();
  });

  test.each([
    [
      "东盛电话改13858500009",
      "东盛·暨阳府",
      ["申报单位负责人", "业委会主任", "党支部书记"].map((who) => `${who}电话改为13858500009`),
    ],
    [
      "东盛：书记电话改13858500009，地址改越秀路90号",
      "东盛·暨阳府",
      ["党支部书记电话改为13858500009\n小区地址改为越秀路90号"],
    ],
    [
      "江南名府：申报单位负责人电话改为 13857589999，业委会主任：何国强",
      "江南名府",
      ["申报单位负责人电话改为13857589999\n业委会主任改为何国强"],
    ],
    ["修改东盛入住率百分之八十七点五", "东盛·暨阳府", ["入住率改为87.5%"]],
    ["东盛入住率96 原来96.5", "东盛·暨阳府", ["入住率改为96%"]],
    ["修改 东盛", "东盛·暨阳府", []],
    ["江南名府：业委会主任：何国强（兼）", "江南名府", []],
  ])("also by the beginning of its name: %s", (text, name, lines) => {
    expect(changeOfCase(form, text, names, when)).toEqual({ name, typed: lines.map((line) => `${name}的${line}`) });
  });

  test.each([
    "江南电话改13858500009",
    "东盛电话是多少",
    "东盛评得怎么样",
    "社区改为东升社区",
    "东盛电话改13858500009可以吗",
  ])("%s changes none", (text) => {
    expect(changeOfCase(form, text, [...names, "社区花园"], when)?.typed ?? []).toEqual([]);
  });

  test("the changes without a name", () => {
    expect(changesIn(form, "书记电话改13858500009，地址改越秀路90号", when)).toEqual([
      ["党支部书记电话改为13858500009", "小区地址改为越秀路90号"],
    ]);
    expect(changesIn(form, "入住率96 原来96.5", when)).toEqual([["入住率改为96%"]]);
    expect(changesIn(form, "书记电话改13858500009，再说吧", when)).toBeUndefined();
    expect(changesIn(form, "社区说不行", when)).toEqual([]);
    expect(changesIn(form, "今天开会", when)).toEqual([]);
  });
});
const openAtLabel = (label: string) => ({ ...begin(form), at: form.fields.find((one) => one.label === label)?.key });

describe("what is copied beside the columns of the form is taken or named", () => {
  test("a list of people by their titles", () => {
    const text = "姓名\t职务\t电话\n钱国庆\t项目经理\t13800001111\n郑月琴\t业委会主任\t13900001111";
    const asked = step(form, openAtLabel("申报单位负责人"), { text, ...when });
    expect(asked.state.answers).toEqual({});
    expect(asked.outcome).toMatchObject({ sentence: expect.stringContaining("「钱国庆 项目经理 13800001111」") });
    expect(step(form, asked.state, { text: "记录其余2项", ...when }).state.answers).toEqual({
      ownersCommitteeChair: "郑月琴",
      ownersCommitteeChairPhone: "13900001111",
    });
    const known = text.replace("项目经理", "党支部书记");
    expect(step(form, openAtLabel("申报单位负责人"), { text: known, ...when }).state.answers).toMatchObject({
      partyBranchSecretary: "钱国庆",
      ownersCommitteeChair: "郑月琴",
    });
  });

  test.each([
    [
      "类型 物业服务企业\t审批单位 绍兴市住建局\n小区地址：东旺路9号",
      { applicantKind: "enterprise", approvingAuthority: "绍兴市住建局", compoundAddress: "东旺路9号" },
    ],
    ["祥生·新语小区\n〔转发〕张书记 10-12 08:30", { compoundName: "祥生·新语小区" }],
    [
      "3、待核实\n项目名称\t暨阳锦园（一期）",
      { safetyAccident: { choice: "pending", details: {} }, projectName: "暨阳锦园（一期）" },
    ],
  ])("%s", (text, expected) => {
    const label = text.startsWith("类型")
      ? "申报单位类型"
      : text.startsWith("3")
        ? "近两年内重大安全责任事故"
        : "小区名称";
    expect(step(form, openAtLabel(label), { text, ...when }).state.answers).toEqual(expected);
  });

  test.each([
    ["业委会主任", "业委会主任\t无（自管组织负责人 楼伟军）\n党支部书记\t周红英", "无（自管组织负责人 楼伟军）"],
    ["申报单位类型", "业主组织形式：业主委员会（2022年12月换届，第③届）", "业主委员会"],
    ["项目名称", "〔转发〕孟建军 10:31：项目名称就用暨阳锦园一期吧，收到回复", "收到回复"],
    ["备注", "没有备注提交吧", "没有备注提交吧"],
    ["申报材料", "由自管组织管理，物业服务到位，居民参与度高，嗯就这些", "嗯就这些"],
  ])("%s: %s names what it does not take", (label, text, named) => {
    const { state, outcome } = step(form, openAtLabel(label), { text, ...when });
    expect(state.answers).toEqual({});
    expect("sentence" in outcome ? outcome.sentence : "").toContain(named);
  });

  test.each([
    ["申报单位负责人", "负责人叫周海燕不对叫周海艳", { applicantHead: "周海艳" }],
    ["党支部名称", "党支部叫锦苑社区支部不对叫锦苑社区党总支", { partyBranchName: "锦苑社区党总支" }],
  ])("%s: %s is corrected", (label, text, expected) => {
    expect(step(form, openAtLabel(label), { text, ...when }).state.answers).toEqual(expected);
  });

  test.each(["核对", "核对一下", "检查一下"])("%s shows what is filled in", (text) => {
    for (const label of ["备注", "申报材料", "项目名称"])
      expect(step(form, openAtLabel(label), { text, ...when })).toMatchObject({
        state: { answers: {} },
        outcome: { kind: "review" },
      });
  });
});

describe("lines copied from the printed form keep its words where the field is called otherwise", () => {
  test.each(["业委会主任：楼伟军", "业主委员会主任：楼伟军", "自管组织负责人：楼伟军", "业委会主任\t楼伟军"])(
    "%s",
    (line) => {
      const self = { ownersBodyKind: "selfManagementOrganization" };
      const asked = relabelled(form, self);
      const state = { ...begin(asked), answers: self };
      const { state: after } = step(asked, state, {
        text: `小区地址：滨河路8号\n${line}`,
        today: civilDate("2023-08-28"),
        year: 2023,
      });
      expect(after.answers).toMatchObject({ ownersCommitteeChair: "楼伟军", compoundAddress: "滨河路8号" });
    },
  );
});
