import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shaoxing } from "../../../demo/demonstration.ts";
import { opinionLabels } from "../../../src/campaign/application/form.ts";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import type { Outcome } from "../../../src/platform/conversation/outcome.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const { definition } = shaoxing();
const form = formOf(definition);
if (!form) throw new Error("the demonstration has no application form");
const RUNS = { seed: 20230910, numRuns: 400 };
const at = (label: string | undefined, answers: FormState["answers"] = {}): FormState => ({
  ...openAt(
    begin(form),
    form.fields.find((one) => one.label === label),
  ),
  answers,
});
const ofOthers = { labels: opinionLabels(definition), sentence: "是意见栏，不在此填写。" };
const say = (state: FormState, text: string) =>
  step(form, state, { text, today: civilDate("2023-08-23"), year: 2023, nameKey: "compoundName", ofOthers });
const told = (outcome: Outcome): string =>
  "sentence" in outcome ? outcome.sentence : "notes" in outcome ? (outcome.notes ?? []).join("") : "";
const readings = (outcome: Outcome) => ("readings" in outcome ? (outcome.readings ?? []) : []);

/** Fields as they are written, and as they are kept. */
const fields = {
  小区名称: ["云栖雅苑", { compoundName: "云栖雅苑" }],
  申报单位: ["云栖物业有限公司", { applicant: "云栖物业有限公司" }],
  小区地址: ["柯桥区湖西路1号", { compoundAddress: "柯桥区湖西路1号" }],
  申报单位负责人: ["甲一 13800000001", { applicantHead: "甲一", applicantHeadPhone: "13800000001" }],
  党支部书记: ["王五三", { partyBranchSecretary: "王五三" }],
  入住率: ["92.5%", { rateKind: "occupancyRate", rate: 92.5 }],
  小区所属街道: ["柯桥街道", { subdistrict: "柯桥街道" }],
  申报材料: ["党建引领，管理规范。", { statement: "党建引领，管理规范。" }],
} as const;
const labels = Object.keys(fields) as (keyof typeof fields)[];
const kept = (among: readonly (keyof typeof fields)[]) => Object.assign({}, ...among.map((label) => fields[label][1]));
const rows = fc.tuple(fc.shuffledSubarray(labels, { minLength: 3 }), fc.constantFrom("：", "\t", ": "));
const linesOf = ([among, mark]: readonly [readonly (keyof typeof fields)[], string]) =>
  among.map((label) => `${label}${mark}${fields[label][0]}`);

describe("what stands around the rows of a pasted form is none of their answers", () => {
  test("senders, courtesies, pictures and empty rows of others are named or left out, everything else recorded", () => {
    const beside = fc.constantFrom(
      "王主任（社区） 8/21 08:41",
      "张科 2023-08-21 10:12:03",
      "[图片]",
      "改成这样：",
      "以上两处请更正，谢谢！",
      "请查收。",
      "业委会意见：",
      "属地街道（乡镇）意见\t（盖章） 年 月 日",
      "区（县、市）住房和城乡建设        局意见\t",
      "审批单位：（空）",
      "备注：/",
    );
    const check = fc.property(rows, fc.array(fc.tuple(beside, fc.nat(9)), { maxLength: 3 }), (given, added) => {
      const lines = linesOf(given);
      const text = added
        .reduce((all, [line, place]) => all.toSpliced(Math.min(place, all.length), 0, line), lines)
        .join("\n");
      expect({ text, answers: say(at("小区名称"), text).state.answers }).toEqual({ text, answers: kept(given[0]) });
    });
    fc.assert(check, RUNS);
  });

  test("filled rows of others and signatures are asked about with the rest held, wherever they stand", () => {
    const other = fc.constantFrom(
      ["业委会意见：同意申报。2023.8.18", "业委会意见 同意申报。2023.8.18"],
      ["业委会意见\t同意申报\n（公章）\n2023年8月18日", "业委会意见 同意申报"],
      ["柯桥街道意见：情况属实", "柯桥街道意见 情况属实"],
      ["——柯桥区建设局物业科整理", "——柯桥区建设局物业科整理"],
      ["填表人：钱某", "填表人：钱某"],
      ["（办公室代拟）", "（办公室代拟）"],
    );
    const check = fc.property(rows, other, (given, [line = "", named = ""]) => {
      const { state, outcome } = say(at("小区名称"), [...linesOf(given), line].join("\n"));
      expect({ line, answers: state.answers }).toEqual({ line, answers: {} });
      expect(told(outcome)).toContain(named);
      expect(state.offered).toEqual(kept(given[0]));
    });
    fc.assert(check, RUNS);
  });

  test("another case's form meets the same complaints as one's own", () => {
    const text = "小区名称\t百官新城\n申报材料\t党建引领好\n业委会意见\t同意\n联系人\t陈某\n党支部书记电话\t12";
    const own = say(at(undefined), text);
    const others = say(at(undefined, { compoundName: "云栖雅苑" }), text);
    for (const complaint of [
      "「业委会意见 同意」是意见栏",
      "「联系人 陈某」不是本表的栏目",
      "党支部书记电话：请填写11位手机号码",
    ]) {
      expect(told(own.outcome)).toContain(complaint);
      expect(told(others.outcome)).toContain(complaint);
    }
    expect(others.state.offered).toEqual(own.state.offered);
    expect(say(others.state, "改写本表").state.answers).toEqual(own.state.offered);
  });

  test("an empty row of others below paragraphs is no paragraph", () => {
    const text = "小区名称\t百官新城\n申报材料\t党建引领好\n业委会意见\t同意\n属地社区意见\t";
    expect(say(at("小区名称"), text).state.offered).toEqual({ compoundName: "百官新城", statement: "党建引领好" });
  });

  test("the blank form's own hint is no statement, and none of one below it", () => {
    const hint = "（内容不超过800字，可另附页）";
    expect(say(at("小区名称"), `小区名称\t雅苑\n申报材料\t${hint}`).state.answers).toEqual({ compoundName: "雅苑" });
    expect(say(at("小区名称"), `小区名称\t雅苑\n申报材料\t${hint}\n管理规范。`).state.answers).toEqual({
      compoundName: "雅苑",
      statement: "管理规范。",
    });
  });

  test("another label behind a sentence of the statement's own line ends it; in prose it does not", () => {
    expect(say(at("申报材料"), "申报材料：物业服务规范。备注：无").state.answers).toEqual({
      statement: "物业服务规范。",
    });
    const prose = "物业服务规范。备注：数据由街道提供。";
    expect(say(at("申报材料"), prose).state.answers).toEqual({ statement: prose });
  });
});

describe("words that stand for another answer", () => {
  test.each([
    [
      "审批单位",
      "审批单位\t确认\n小区地址\t湖西路1号",
      { approvingAuthority: "绍兴市住房和城乡建设局", compoundAddress: "湖西路1号" },
    ],
    ["审批单位", "审批单位：确认", { approvingAuthority: "绍兴市住房和城乡建设局" }],
    ["小区名称", "项目名称：同小区名称\n小区名称：雅苑", { compoundName: "雅苑", projectName: "雅苑" }],
    [
      "小区名称",
      "申报单位负责人：甲一\n申报单位负责人电话：13800000001\n党支部书记：甲一\n党支部书记电话：同申报单位负责人",
      {
        applicantHead: "甲一",
        applicantHeadPhone: "13800000001",
        partyBranchSecretary: "甲一",
        partyBranchSecretaryPhone: "13800000001",
      },
    ],
  ])("at %s: %s", (label, text, answers) => {
    expect(say(at(label), text).state.answers).toEqual(answers);
  });

  test.each([
    ["项目名称", "项目名称：同小区名称", "“小区名称”尚未填写"],
    ["申报单位", "跟上面申报单位一样", "所指即为“申报单位”本身"],
    ["党支部名称", "党支部名称：确认", "没有建议的内容"],
    ["党支部书记", "党支部书记：吴十（兼）；电话同上", "请写出内容"],
  ])("at %s: %s is asked about", (label, text, sentence) => {
    const { state, outcome } = say(at(label), text);
    expect(state.answers).toEqual({});
    expect(told(outcome)).toContain(sentence);
  });
});

describe("what was read and not recorded is held", () => {
  const block = "小区名称：雅苑\n小区地址：湖西路1号\n审批单位：市局\n党支部书记电话：138";

  test("the corrected line alone leaves the others held and named", () => {
    const held = say(at("小区名称"), block);
    const corrected = say(held.state, "党支部书记电话 13800000051");
    expect(corrected.state.answers).toEqual({ partyBranchSecretaryPhone: "13800000051" });
    expect(told(corrected.outcome)).toContain("此前的消息中有3项尚未记录：小区名称：雅苑");
    expect(say(corrected.state, "记录其余3项").state.answers).toEqual({
      compoundName: "雅苑",
      compoundAddress: "湖西路1号",
      approvingAuthority: "市局",
      partyBranchSecretaryPhone: "13800000051",
    });
  });

  test("answered otherwise it is held no more", () => {
    const held = say(at("小区名称"), block);
    const named = say(held.state, "桂花苑");
    expect(named.state.held).toEqual({ compoundAddress: "湖西路1号", approvingAuthority: "市局" });
  });

  test("a value that was asked about is named when all is looked at, with what was asked", () => {
    const asked = say(at("党支部书记电话", { partyBranchSecretaryPhone: "13800000001" }), "13800000022（门卫代接）");
    const looked = say({ ...asked.state, answers: { ...asked.state.answers, ...full } }, "提交");
    expect(told(looked.outcome)).toContain("“党支部书记电话”的上一条内容尚未保存，该栏目仍为“13800000001”");
    expect(say(looked.state, readings(looked.outcome)[0] ?? "").state.answers).toMatchObject({
      partyBranchSecretaryPhone: "13800000022",
    });
    expect(say(looked.state, "提交").outcome.kind).toBe("submit");
  });
});

const full = {
  ...kept(labels),
  partyBranchSecretaryPhone: "13800000001",
  safetyAccident: { choice: "none", details: {} },
};

describe("corrections as they are forwarded", () => {
  test.each([
    [
      "张科 8/21 10:12：党支部书记应该是王五四，电话13800000033，之前写错了",
      { partyBranchSecretary: "王五四", partyBranchSecretaryPhone: "13800000033" },
    ],
    [
      "业委会主任的电话错了，应为13800000022；所属社区7月已更名为云溪社区，请改。",
      { ownersCommitteeChairPhone: "13800000022", neighborhood: "云溪社区" },
    ],
    ["【转发】小区地址:柯桥区柯桥街道鉴湖路１８８号", { compoundAddress: "柯桥区柯桥街道鉴湖路188号" }],
    ["「审批单位：确认」\n- - - - - -\n绍兴市住建局", { approvingAuthority: "绍兴市住建局" }],
    ["业委会主任电话：13800000022（微信同号）", { ownersCommitteeChairPhone: "13800000022" }],
  ])("%s", (text, changed) => {
    const { state } = say(at(undefined, full), text);
    expect(state.answers).toEqual({ ...full, ...changed });
  });

  test.each([
    ["小区地址", "这个地址我回头再问一下社区"],
    ["所属社区", "这个我要问下街道办再说"],
    ["申报单位", "以盖章的为准，明天给"],
    ["申报单位", "1"],
    ["所属社区", "云栖社区 （注：7月已更名为云溪社区）"],
    ["小区地址", "社区。地址补充：胜利西路100号（原供销社）"],
    ["业委会主任", "李四二，电话１３８０００００２２"],
    ["小区名称", "物业是绍兴甲乙物业服务有限公司，负责人张三一 13800000001"],
    ["党支部名称", "查看申报材料"],
  ])("at %s %s is no answer", (label, text) => {
    expect(say(at(label, full), text).state.answers).toEqual(full);
  });
});
