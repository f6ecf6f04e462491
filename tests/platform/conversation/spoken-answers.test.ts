import { describe, expect, test } from "vitest";
import { parseAnswer } from "../../../src/platform/conversation/answers/parse-answer.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import type { Outcome } from "../../../src/platform/conversation/outcome.ts";
import { question, when } from "./support/questions.ts";

const text = (key: string, label: string, required = true) => question("text", { key, label, required });
const phone = (key: string, label: string, required = true) => question("phone", { key, label, required });

const form = {
  id: "application",
  title: "申报表",
  version: 1,
  fields: [
    text("compoundName", "小区名称"),
    text("applicant", "申报单位"),
    text("compoundAddress", "小区地址"),
    text("head", "申报单位负责人"),
    phone("headPhone", "申报单位负责人电话"),
    text("chair", "业委会主任", false),
    phone("chairPhone", "业委会主任电话", false),
    text("secretary", "党支部书记", false),
    phone("secretaryPhone", "党支部书记电话", false),
    question("longText", { key: "statement", label: "申报材料", maxCharacters: 800 }),
    text("projectName", "项目名称"),
    text("enterprise", "物业服务企业名称"),
    text("street", "所属街道"),
    question("percent", { key: "rate", label: "交付率或入住率", required: false }),
  ],
};
const at = (key: string, answers: FormState["answers"] = {}): FormState => ({
  ...openAt(
    begin(form),
    form.fields.find((one) => one.key === key),
  ),
  answers,
});
const say = (state: FormState, said: string) => step(form, state, { text: said, today: when.today, year: when.year });
const sentence = (outcome: Outcome): string => ("sentence" in outcome ? outcome.sentence : "");

describe("fillers and the question's own label are taken off", () => {
  test.each([
    ["applicant", "嗯 那个 申报单位是 越城区府山街道办事处", "越城区府山街道办事处"],
    ["compoundAddress", "小区地址在 嗯 越城区凤山路90号", "越城区凤山路90号"],
    ["compoundAddress", "地址在越城区凤山路90号", "越城区凤山路90号"],
    ["compoundName", "嗯 叫塔山小区", "塔山小区"],
    ["applicant", "申报单位还是府山街道办事处", "府山街道办事处"],
    ["compoundName", "那个，小区名称呢是塔山小区", "塔山小区"],
    ["projectName", "项目名称为民路改造", "为民路改造"],
    ["compoundName", "和平新村", "和平新村"],
    ["compoundName", "嗯那个塔山小区", "塔山小区"],
    ["compoundName", "还有3户未交付", "还有3户未交付"],
  ])("%s: %s", (key, said, value) => {
    expect(say(at(key), said).state.answers).toEqual({ [key]: value });
  });

  test("another's label in front goes there", () => {
    expect(say(at("compoundName"), "那个党支部书记呢是孙丽").state.answers).toEqual({ secretary: "孙丽" });
  });
});

describe("several labels in one breath are split at the labels", () => {
  test("exact ones without a verb, beside others", () => {
    const said =
      "小区地址是解放南路66号 申报单位是府山街道办事处 申报单位负责人刘洋 申报单位负责人电话一三三五七五零零零一一";
    expect(say(at("compoundAddress"), said).state.answers).toEqual({
      compoundAddress: "解放南路66号",
      applicant: "府山街道办事处",
      head: "刘洋",
      headPhone: "13357500011",
    });
  });

  test("parts of labels too", () => {
    const said =
      "小区名称塔山小区 申报单位府山街道办事处 地址解放南路六十六号 负责人刘洋 负责人电话一三三五七五零零零一一";
    expect(say(at("compoundName"), said).state.answers).toEqual({
      compoundName: "塔山小区",
      applicant: "府山街道办事处",
      compoundAddress: "解放南路六十六号",
      head: "刘洋",
      headPhone: "13357500011",
    });
    expect(say(at("projectName"), "项目名称应该是锦绣江南 物业是绿城物业").state.answers).toEqual({
      projectName: "锦绣江南",
      enterprise: "绿城物业",
    });
  });

  test("all or nothing", () => {
    const { state, outcome } = say(at("compoundName"), "小区名称塔山小区 申报单位负责人电话一三三");
    expect(state.answers).toEqual({});
    expect(sentence(outcome)).toContain("整条未保存");
  });
});

describe("spoken telephone numbers are numbers", () => {
  test("beside a name they go to its number", () => {
    expect(say(at("chair"), "业委会主任叫陈志强 电话一三七零五七五一二三四").state.answers).toEqual({
      chair: "陈志强",
      chairPhone: "13705751234",
    });
  });

  test.each(["一三七零五七五一二三四", "电话 一三八 一二三四 五六七八"])("%s is no name", (said) => {
    const { state, outcome } = say(at("enterprise"), said);
    expect(state.answers).toEqual({});
    expect(sentence(outcome)).toContain("电话号码");
  });
});

describe("talk and intentions are no answers", () => {
  test.each(["知道了，明天弄", "等下，我问问", "等我写好再发", "等领导定", "我去查一下再填", "见附件", "hsxq", "地址"])(
    "%s",
    (said) => {
      expect(say(at("compoundName"), said).state).toMatchObject(at("compoundName"));
      expect(say(at("compoundName"), said).outcome.kind).toBe("retry");
    },
  );

  test.each(["见附件", "等领导定", "等我写好再发"])("nor in a long text: %s", (said) => {
    expect(parseAnswer(question("longText"), said, when).ok).toBe(false);
  });

  test.each([
    "下午茶花园",
    "明天城",
    "等慈路小区",
    "晚上好超市",
    "问渠书院",
    "看山阁",
    "空港新城",
    "同济花园",
    "叫化鸡大楼",
    "是山社区",
  ])("%s is a name", (said) => {
    expect(parseAnswer(question("text", { label: "申报人" }), said, when)).toMatchObject({ ok: true, value: said });
  });

  test("内容： takes any of them", () => {
    expect(parseAnswer(question("text"), "内容：hsxq", when)).toMatchObject({ ok: true, value: "hsxq" });
  });
});

describe("the last of two counts where the first is taken back", () => {
  test.each([
    "百分之九十五点六 不对 应该是百分之九十六点五",
    "95.6不对，应该是96.5",
    "95.6，说错了，96.5",
    "95.6% 不对 96.5%",
  ])("%s", (said) => {
    expect(say(at("rate"), said).state.answers).toEqual({ rate: 96.5 });
  });

  test("of names and numbers too; a reason that says 不对 stays whole", () => {
    expect(say(at("compoundName"), "锦绣花园，不对，应该是锦绣江南").state.answers).toEqual({
      compoundName: "锦绣江南",
    });
    expect(say(at("headPhone"), "13812345678 不对 13912345678").state.answers).toEqual({ headPhone: "13912345678" });
    expect(parseAnswer(question("text"), "账目不对外公开", when)).toMatchObject({ value: "账目不对外公开" });
  });

  test("an earlier answer is corrected by its content", () => {
    const named = at("applicant", { compoundName: "锦绣花园" });
    expect(say(named, "锦绣花园不对，应该是锦绣江南").state.answers).toEqual({ compoundName: "锦绣江南" });
  });

  test("换成 without a field is asked about, and answers the first question", () => {
    const { state, outcome } = say(at("chair", { compoundName: "雅苑" }), "换成舜江名邸");
    expect(state.answers).toEqual({ compoundName: "雅苑" });
    expect(outcome.kind === "retry" && outcome.readings).toEqual(["小区名称改为舜江名邸", "业委会主任改为舜江名邸"]);
    expect(say(at("compoundName"), "换成舜江名邸").state.answers).toEqual({ compoundName: "舜江名邸" });
  });
});

describe("leaving out", () => {
  test.each(["无", "没定", "先空着", "暂无"])("%s leaves out an optional answer", (said) => {
    expect(say(at("chairPhone"), said).state).toMatchObject({ skipped: ["chairPhone"], at: "secretary" });
    expect(say(at("chair"), said).state).toMatchObject({ answers: {}, skipped: ["chair"] });
  });

  test.each(["跳过", "手机晚点给", "先空着", "没定", "还没拿到", "电话以后补", "暂时没有", "这个以后再填"])(
    "%s leaves a required question for later and says so",
    (said) => {
      const { state, outcome } = say(at("headPhone"), said);
      expect(state).toMatchObject({ answers: {}, skipped: [], at: "chair" });
      expect("notes" in outcome && outcome.notes?.join("")).toContain("“申报单位负责人电话”暂未填写，提交前须补填");
    },
  );

  test("it comes again after the others, and at the end there is none to go on with", () => {
    const all = Object.fromEntries(form.fields.map(({ key, kind }) => [key, kind === "percent" ? 95 : "甲"]));
    const { headPhone: _, applicant: __, ...others } = all;
    const first = say(at("applicant", others), "跳过");
    expect(first.state.at).toBe("headPhone");
    expect(say(first.state, "跳过").state.at).toBe("applicant");
    const last = say(at("headPhone", { ...others, applicant: "甲" }), "跳过");
    expect(sentence(last.outcome)).toContain("只剩这一项必填内容");
  });

  test("无 is no answer to a required number", () => {
    expect(sentence(say(at("headPhone"), "无").outcome)).not.toBe("");
  });

  test("业委会主任删掉 clears that field, a required one stays", () => {
    const known = at("secretary", { compoundName: "雅苑", chair: "陈志强" });
    expect(say(known, "业委会主任删掉").state).toMatchObject(at("secretary", { compoundName: "雅苑" }));
    expect(say(known, "小区名称删掉").state).toEqual(known);
    expect(sentence(say(known, "小区名称删掉").outcome)).toContain("必填，不能清除");
  });
});
