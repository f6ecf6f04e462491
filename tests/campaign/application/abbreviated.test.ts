import { describe, expect, test } from "vitest";
import { shaoxing } from "../../../demo/demonstration.ts";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { begin, type FormState, restoreState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const printed = formOf(shaoxing().definition);
if (!printed) throw new Error("the demonstration has no application form");
const form = printed;
const fieldOf = (label: string) => form.fields.find((one) => one.label === label) ?? expect.fail(label);
const at = (label: string, known: Record<string, string> = {}): FormState => ({
  ...openAt(begin(form), fieldOf(label)),
  answers: Object.fromEntries(Object.entries(known).map(([of, value]) => [fieldOf(of).key, value])),
});
const say = (state: FormState, text: string, more = {}) =>
  step(form, state, { text, today: civilDate("2023-08-28"), year: 2023, nameKey: "compoundName", ...more });
const content = (state: FormState, text: string) => say(state, text, { asText: true });
const answersOf = ({ answers }: FormState) =>
  Object.fromEntries(form.fields.flatMap(({ key, label }) => (key in answers ? [[label, answers[key]]] : [])));
const sentenceOf = ({ outcome }: ReturnType<typeof say>) => ("sentence" in outcome ? outcome.sentence : "");

describe("内容：… answers the field that was named last", () => {
  test("not the open one, also after the draft was stored", () => {
    const { state } = say(at("党支部名称"), "审批单位：局");
    const stored = restoreState(form, JSON.parse(JSON.stringify(state))).state;
    const done = content(stored, "局");
    expect(answersOf(done.state)).toEqual({ 审批单位: "局" });
    expect(done.state.at).toBe(fieldOf("党支部名称").key);
  });

  test("the open one where that was named, or nothing", () => {
    expect(answersOf(content(say(at("审批单位"), "局").state, "局").state)).toEqual({ 审批单位: "局" });
    expect(answersOf(content(at("审批单位"), "局").state)).toEqual({ 审批单位: "局" });
  });

  test("the open one again once something else was said", () => {
    const { state } = say(at("党支部名称"), "审批单位：局");
    const asked = say(state, "填了哪些");
    expect(answersOf(content(asked.state, "东方支部").state)).toEqual({ 党支部名称: "东方支部" });
  });

  test("of several that were named, the one that is chosen", () => {
    const { state } = say(at("党支部名称"), "审批单位：局；项目名称：园");
    const asked = content(state, "局");
    expect(answersOf(asked.state)).toEqual({});
    expect(asked.outcome).toMatchObject({ readings: ["审批单位：内容：局", "项目名称：内容：局"] });
    expect(answersOf(say(asked.state, "审批单位：内容：局").state)).toEqual({ 审批单位: "局" });
  });
});

describe("改 and 删 behind the name of a field are none of its content", () => {
  test.each([
    ["党支部名称", "审批单位改嵊州市建设局 备注:加急", { 审批单位: "嵊州市建设局", 备注: "加急" }],
    [
      "党支部名称",
      "申报单位改金湾物业服务有限公司 小区地址：三江街道2号",
      { 申报单位: "金湾物业服务有限公司", 小区地址: "三江街道2号" },
    ],
    [
      "党支部名称",
      "申报单位改绿城物业服务有限公司嵊州分公司 地址:嵊州市鹿山街道东方路18号",
      { 申报单位: "绿城物业服务有限公司嵊州分公司", 小区地址: "嵊州市鹿山街道东方路18号" },
    ],
  ])("%s: %s", (label, text, answers) => {
    expect(answersOf(say(at(label), text).state)).toEqual(answers);
  });

  test("删 among other answers is asked about", () => {
    const known = { 备注: "无异常" };
    const asked = say(at("党支部名称", known), "小区地址改浦口街道城南路5号,备注删");
    expect(answersOf(asked.state)).toEqual(known);
    expect(sentenceOf(asked)).toContain("「备注删掉」");
    expect(answersOf(say(asked.state, "记录其余1项").state)).toEqual({ ...known, 小区地址: "浦口街道城南路5号" });
  });

  test.each(["小区改造工程", "党支部改善居住环境"])("%s is no change", (text) => {
    expect(answersOf(say(at("项目名称"), text).state)).not.toHaveProperty("小区名称");
  });
});

describe("略, 无 and 没有 leave a field empty", () => {
  test.each(["略", "备注略", "没有 不要写略", "备注是没有 不要写略", "无"])("%s at 备注", (text) => {
    const { state } = say(at("备注"), text);
    expect(answersOf(state)).toEqual({});
    expect(state.skipped).toContain(fieldOf("备注").key);
  });

  test("behind paragraphs it is none of them", () => {
    const text = "东方花园2016年交付，共12幢，业主满意度高。";
    expect(answersOf(say(at("业委会主任"), `申报材料:${text}备注略`).state)).toEqual({ 申报材料: text });
    expect(answersOf(say(at("申报材料"), `${text}备注略`).state)).toEqual({ 申报材料: text.slice(0, -1) });
    expect(answersOf(say(at("党支部书记"), "党支部书记：张三四，备注没有").state)).toEqual({ 党支部书记: "张三四" });
    expect(answersOf(say(at("党支部名称"), "备注改无").state)).toEqual({});
  });

  test("of a message that is refused it is said", () => {
    const text = "小区名称：东方名苑 小区地址：东方路2号 业委会主任：暂缺 事故：2";
    expect(sentenceOf(say(at("小区名称"), text))).toContain("写为无或暂缺的不记录：业委会主任。");
  });
});

describe("said of another field, or more than the answer", () => {
  test.each([
    ["项目名称", "物业公司同上"],
    ["项目名称", "物业企业不变"],
    ["项目名称", "社区没变"],
    ["备注", "东方社区居委会"],
    ["申报单位", "绿城物业 物业"],
  ])("%s: %s is asked about", (label, text) => {
    expect(answersOf(say(at(label), text).state)).toEqual({});
  });

  test("the name without its kind is a button", () => {
    expect(say(at("申报单位"), "绿城物业 物业").outcome).toMatchObject({ readings: ["绿城物业"] });
  });
});
