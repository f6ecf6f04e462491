import { describe, expect, test } from "vitest";
import { shaoxing } from "../../../demo/demonstration.ts";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import { when } from "./support/questions.ts";

const form = formOf(shaoxing().definition);
if (!form) throw new Error("the demonstration has no application form");
const filled = { compoundName: "桂花苑", applicant: "桂花物业", compoundAddress: "越王路1号" };
const at = (label: string, answers: FormState["answers"] = filled): FormState => ({
  ...openAt(
    begin(form),
    form.fields.find((one) => one.label === label),
  ),
  answers,
});
const say = (state: FormState, text: string) =>
  step(form, state, { text, today: when.today, year: when.year, nameKey: "compoundName" });
const said = (label: string, text: string) => say(at(label), text).state.answers;
const readings = ({ outcome }: ReturnType<typeof say>) => ("readings" in outcome ? (outcome.readings ?? []) : []);
const told = ({ outcome }: ReturnType<typeof say>) =>
  "sentence" in outcome ? outcome.sentence : "notes" in outcome ? (outcome.notes ?? []).join("") : "";

const POINTS_OF_PARTS =
  "一、党建引领机制完善　4　4　4　5　3\n二、业委会运行规范　6　3　6　5\n三、物业服务规范高效　4　5　5　3　5　5　4　4　5";

describe("a text without the name of its field is recorded at once where it plainly is one", () => {
  test.each([
    "1、申报表；2、物业服务合同；3、业主满意度测评报告",
    "“美好家园”自评报告1份",
    "申请书、营业执照（复印件）、现场照片3张",
    "一、物业服务合同\n二、业委会备案证明2份\n三、小区管理规约",
    "党建引领，管理规范。",
    "小区2015年建成，共680户，12栋，绿化率35%",
    "小区由党支部牵头，业委会和物业三方联动，垃圾分类入户宣传到位，业主满意度98分，投诉上面有登记，件件有回复。",
  ])("申报材料: %s", (text) => {
    expect(said("申报材料", text)).toEqual({ ...filled, statement: text });
  });

  test.each(["小区内另有儿童乐园", "分两期", "二期已于8月20日移交，资料在社区"])("备注: %s", (text) => {
    expect(said("备注", text)).toEqual({ ...filled, remarks: text });
  });
});

describe("nothing, and then something that may be of another field, is asked about", () => {
  test.each([
    ["备注：无；地址 暨阳街道东一路128号", ["小区地址：暨阳街道东一路128号"]],
    ["备注：无，另有儿童乐园", []],
    ["备注：暂无。党支部已成立", []],
  ])("%s", (text, named) => {
    const asked = say(at("申报单位"), text);
    expect(asked.state.answers).toEqual(filled);
    expect(readings(asked)).toHaveLength(2 + named.length);
    expect(readings(asked).slice(2)).toEqual(named);
  });

  test("nothing alone is the answer", () => {
    expect(say(at("申报单位"), "备注：无").state.answers).toEqual(filled);
  });
});

describe("what may have been meant for something else is asked about", () => {
  test.each([
    "上面电话末位是1",
    "前面电话写的是旧的",
    "刚才地址少一个字",
    "第2个改13800000001",
    "末尾是8",
    "业主满意度98分",
    "8.25街道同意",
    "3-7 扣1分 监控坏了",
    POINTS_OF_PARTS,
    "滨江花园　1　2　3",
    "交付时间应为2013",
    "业委会换届表2023年的号码13905751111",
    "3-4扣1没公示",
    "最后一段删掉",
    "推荐理由是满意度高",
    "你好我先接个电话",
    "有红色物业嗯对居民都知道",
  ])("%s", (text) => {
    for (const label of ["申报材料", "备注"]) {
      const asked = say(at(label), text);
      expect(asked.state.answers, label).toEqual(filled);
      expect(asked.outcome.kind, label).toBe("retry");
    }
  });

  test("with two buttons, and recorded where that is said", () => {
    const asked = say(at("申报材料"), "上面电话末位是1");
    expect(told(asked)).toContain("「上面电话末位是1」共8字，是否为“申报材料”的内容不明确。整条未保存。");
    expect(readings(asked)).toEqual(["作为“申报材料”记录", "不记录"]);
    expect(say(asked.state, "作为“申报材料”记录").state.answers).toEqual({ ...filled, statement: "上面电话末位是1" });
    expect(say(asked.state, "不记录").state.answers).toEqual(filled);
  });

  test("not where the field is named", () => {
    expect(said("备注", "备注：上面电话末位是1")).toEqual({ ...filled, remarks: "上面电话末位是1" });
  });

  test("a figure is offered for no text, but in its place where it stands there once", () => {
    const asked = say(at("申报材料", { ...filled, statement: "桂花苑2012年建成" }), "建成年份错了 是2013");
    expect(asked.state.answers.statement).toBe("桂花苑2012年建成");
    expect(readings(asked)).toEqual(["申报材料里2012年改成2013年"]);
    const twice = say(at("申报材料", { ...filled, statement: "2012年建成，2015年交付" }), "建成年份错了 是2013");
    expect(readings(twice)).toEqual([]);
  });

  test("what waits for the field still waits", () => {
    const list = "1、申报表；2、物业服务合同；3、业主满意度测评报告";
    const state = { ...at("申报材料"), held: { statement: list } };
    const asked = say(state, POINTS_OF_PARTS);
    expect(asked.state.answers).toEqual(filled);
    expect(asked.state.held).toEqual({ statement: list });
    expect(say(asked.state, "记录其余1项").state.answers.statement).toBe(list);
  });
});

describe("labels end the text before them", () => {
  test("on numbered lines, also the last", () => {
    const text =
      "一、小区名称：金色家园\n二、申报单位：金色物业有限公司\n八、申报材料：“美好家园”自评报告1份\n九、交付率：100%　　数据截止日期：2023年6月底";
    expect(say(at("小区名称", {}), text).state.answers).toEqual({
      compoundName: "金色家园",
      applicant: "金色物业有限公司",
      statement: "“美好家园”自评报告1份",
      rateKind: "deliveryRate",
      rate: 100,
      rateAsOf: "2023-06-30",
    });
  });

  test("with a wide blank behind each, where paragraphs are waited for", () => {
    const text = "业委会主任电话　13905751111；党支部名称　金色家园党支部；所属街道　梁湖街道";
    expect(said("备注", text)).toEqual({
      ...filled,
      ownersCommitteeChairPhone: "13905751111",
      partyBranchName: "金色家园党支部",
      subdistrict: "梁湖街道",
    });
  });

  test("备注 twice is one form", () => {
    const text = "党支部书记电话：0575-82223333\n备注：（一）无违建；（二）无群租。\n备注：另有儿童乐园";
    expect(said("备注", text)).toEqual({
      ...filled,
      partyBranchSecretaryPhone: "0575-82223333",
      remarks: "（一）无违建；（二）无群租。\n另有儿童乐园",
    });
  });

  test.each(["改 近两年内重大安全责任事故\n无", "改 近两年内重大安全责任事故 无"])("%s takes the value", (text) => {
    expect(said("项目名称", text)).toEqual({ ...filled, safetyAccident: { choice: "none", details: {} } });
  });
});

describe("what kind of body it is, is no name", () => {
  test.each([
    ["申报单位", "物业"],
    ["申报单位", "物业服务企业"],
    ["申报单位", "业委会"],
    ["申报单位", "社区"],
    ["申报单位", "社区居委会"],
    ["物业服务企业名称", "物业公司"],
    ["党支部名称", "党支部"],
    ["所属社区", "社区居委会"],
    ["所属街道", "街道办事处"],
  ])("%s: %s", (label, text) => {
    expect(say(at(label, {}), text).state.answers).toEqual({});
  });

  test.each([
    ["申报单位", "桂花物业"],
    ["申报单位", "桂花苑业委会"],
    ["所属社区", "桂花社区"],
  ])("%s: %s is one", (label, text) => {
    expect(Object.values(say(at(label, {}), text).state.answers)).toEqual([text]);
  });
});

describe("what a button offers waits until it is decided about", () => {
  const head = { compoundAddress: "鹿山路1号", applicantHead: "赵强", applicantHeadPhone: "13700000000" };
  const secretary = { partyBranchSecretary: "王丽", partyBranchSecretaryPhone: "13711111111" };
  test.each([
    ["备注", "地址 鹿山路1号，负责人 赵强 13700000000", 3, head],
    ["党支部名称", "书记王丽 13711111111", 2, secretary],
  ])("%s: %s is named by 填了哪些 and by 提交", (label, text, count, values) => {
    const asked = say(at(label, {}), text);
    expect(asked.state.answers).toEqual({});
    expect(told(say(asked.state, "填了哪些"))).toContain(`此前的消息中有${count}项尚未记录`);
    const submitted = say(asked.state, "提交");
    expect(submitted.outcome.kind).toBe("missing");
    expect(told(submitted)).toContain(`请点击或回复「记录其余${count}项」`);
    expect(say(submitted.state, `记录其余${count}项`).state.answers).toEqual(values);
    // The button itself.
    expect(say(asked.state, readings(asked)[0] ?? "").state).toMatchObject({ answers: values });
    expect(say(asked.state, readings(asked)[0] ?? "").state.held).toBeUndefined();
  });
});

describe("what was refused names what is readable", () => {
  test("a row number is no field", () => {
    const review = { ...at("备注"), at: undefined };
    expect(say(review, "更正：3-7改为5分，监控已修复（8月26日）").outcome).toEqual({ kind: "notUnderstood" });
  });

  test("figures with their names on lines of their own", () => {
    const text = "交付率 95.5\n数据截止日期 2023/7/31";
    expect(say(at("小区名称", {}), text).state.answers).toEqual({
      rateKind: "deliveryRate",
      rate: 95.5,
      rateAsOf: "2023-07-31",
    });
  });

  test("a number where it is not said whose it is", () => {
    const answers = { ...filled, applicantHeadPhone: "13800000041", partyBranchSecretaryPhone: "13800000042" };
    const asked = say(at("申报材料", answers), "电话改13700000001");
    expect(asked.state.answers).toEqual(answers);
    expect(readings(asked)).toEqual(["申报单位负责人电话：13700000001", "党支部书记电话：13700000001"]);
    expect(say(asked.state, "党支部书记电话：13700000001").state.answers.partyBranchSecretaryPhone).toBe("13700000001");
  });

  test("a person with a number where an option is waited for", () => {
    const asked = say(at("业主组织形式"), "李芳 13905751111");
    expect(readings(asked)[0]).toMatch(/：李芳；.+电话：13905751111$/u);
    expect(Object.values(say(asked.state, readings(asked)[0] ?? "").state.answers)).toContain("13905751111");
  });

  test("改为所发内容 records what was offered together, also after 填了哪些", () => {
    const offered = { statement: "小区党建引领，管理规范。", subdistrict: "梁湖街道" };
    const listed = Object.keys(offered);
    const asked = say({ ...at("备注"), offered, listed, readings: ["改为所发内容", "不记录"] }, "填了哪些");
    expect(say(asked.state, "改为所发内容").state.answers).toEqual({ ...filled, ...offered });
  });
});
