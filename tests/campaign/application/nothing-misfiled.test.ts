import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shaoxing } from "../../../demo/demonstration.ts";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const printed = formOf(shaoxing().definition);
if (!printed) throw new Error("the demonstration has no application form");
const form = printed;
const fieldOf = (label: string) => form.fields.find((one) => one.label === label) ?? expect.fail(label);

/** Open at a field, with answers by their labels. */
const at = (label: string, known: Record<string, string> = {}): FormState => ({
  ...openAt(begin(form), fieldOf(label)),
  answers: Object.fromEntries(Object.entries(known).map(([of, value]) => [fieldOf(of).key, value])),
});
const say = (state: FormState, text: string) => step(form, state, { text, today: civilDate("2023-08-23"), year: 2023 });
const answersOf = ({ answers }: FormState) =>
  Object.fromEntries(form.fields.flatMap(({ key, label }) => (key in answers ? [[label, answers[key]]] : [])));
const readingsOf = ({ outcome }: ReturnType<typeof say>) => ("readings" in outcome ? outcome.readings : undefined);

describe("what is none of the open question is not recorded there", () => {
  test.each([
    ["申报单位", "对了业委会一共七个人党员有四个"],
    ["党支部书记", "交付年份两千零八年不对不对是两千零九年"],
    ["党支部名称", "对了数据是到六月底的近两年没出过事故"],
    ["业委会主任", "主任姓蒋蒋玉英电话等会儿给你"],
    ["小区地址", "主任姓蒋蒋玉英电话等会儿给你"],
    ["申报单位负责人", "八五五六三三二二对了物业公司后面要加有限"],
    ["小区地址", "地址是柯桥区笛扬路一百二十号属于柯桥街道笛扬社区物业是永安物业有限公司"],
    ["申报单位", "中国轻纺城街道柯东社区 嗯物业是永安物业有限公司"],
    ["申报单位", "中国轻纺城街道柯东社区"],
    ["党支部名称", "是业委会主任电话"],
    ["党支部书记", "那个地址门牌不是一百二十号是一百二十二号"],
  ])("%s: %s is asked about", (label, text) => {
    expect(answersOf(say(at(label), text).state)).toEqual({});
  });

  test.each([
    ["小区名称", "小区名字写错了是鉴湖景园不是景院", "鉴湖景园"],
    ["党支部书记", "书记是吕明亮手机跟主任同一个", "吕明亮"],
  ])("%s: %s is asked about, with the value on a button", (label, text, value) => {
    const asked = say(at(label), text);
    expect(answersOf(asked.state)).toEqual({});
    expect(readingsOf(asked)).toEqual([value]);
    expect(answersOf(say(asked.state, value).state)).toEqual({ [label]: value });
  });

  test("a recorded answer is not overwritten by a correction of something else", () => {
    const known = { 党支部书记: "吕明亮" };
    const { state } = say(at("党支部书记", known), "交付年份两千零八年不对不对是两千零九年");
    expect(answersOf(state)).toEqual(known);
  });

  test("no label with its words is filed under another field, whatever stands around the value", () => {
    const fields = form.fields.filter(({ kind, label }) => kind === "text" && /名称$|书记$|主任$|负责人$/u.test(label));
    const value = fc.constantFrom("王建国", "吴建明", "李红梅");
    const before = ["对了", "不对不对", "哦对了"];
    const behind = [
      "电话等会儿给你",
      "对了物业后面要加有限",
      "手机跟主任同一个",
      "不对不对是那个",
      "属于柯桥街道",
      "对了业委会一共七个人",
      "近两年没出过事故",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        value,
        fc.constantFrom("", ...before),
        fc.constantFrom(...behind),
        (field, name, lead, tail) => {
          const { state } = say(at(field.label), `${lead}${name}${tail}`);
          for (const answer of Object.values(state.answers)) expect([name]).toContain(answer);
        },
      ),
      { seed: 11, numRuns: 400 },
    );
  });
});

describe("a correction goes to what was wrong", () => {
  test("the number of a person who is named is that person's", () => {
    const known = { 业委会主任: "李红梅" };
    const { state } = say(at("申报单位负责人电话", known), "哦李红梅那个电话错了不对不对是幺三九五七五零零四五六");
    expect(answersOf(state)).toEqual({ ...known, 业委会主任电话: "13957500456" });
  });

  test("without such a person it is asked about", () => {
    const text = "李红梅那个电话错了不对不对是幺三九五七五零零四五六";
    expect(answersOf(say(at("申报单位负责人电话"), text).state)).toEqual({});
  });

  test.each(["138，不对，13957500456", "刚才那个号码错了是13957500456"])("%s corrects the open number", (text) => {
    expect(answersOf(say(at("申报单位负责人电话"), text).state)).toEqual({ 申报单位负责人电话: "13957500456" });
  });

  test("a whole number takes the place of another, however its wrong part is said", () => {
    const text = "业委会主任电话不是零一二三是幺三九零零零零零零零零";
    const { state } = say(at("申报单位", { 业委会主任电话: "13900000123" }), text);
    expect(answersOf(state)).toEqual({ 业委会主任电话: "13900000000" });
  });

  test("said twice that it was wrong, the field is corrected", () => {
    const { state } = say(at("党支部名称", { 小区地址: "笛扬路" }), "不对不对地址就是笛扬路一百二十号");
    expect(answersOf(state)).toEqual({ 小区地址: "笛扬路一百二十号" });
  });
});

describe("words around a value that say nothing are none of it", () => {
  test.each([
    [
      "小区地址",
      "地址是柯桥区万商路两百号对了申报单位是柯桥街道办事处",
      { 小区地址: "柯桥区万商路两百号", 申报单位: "柯桥街道办事处" },
    ],
    ["申报单位", "审批单位就按绍兴市住房和城乡建设局", { 审批单位: "绍兴市住房和城乡建设局" }],
    ["审批单位", "就按绍兴市住房和城乡建设局", { 审批单位: "绍兴市住房和城乡建设局" }],
    ["业委会主任", "王要武", { 业委会主任: "王要武" }],
    ["小区名称", "电信手机城小区", { 小区名称: "电信手机城小区" }],
  ])("%s: %s", (label, text, expected) => {
    expect(answersOf(say(at(label), text).state)).toEqual(expected);
  });
});

describe("记录其余…项 says what it replaces and what it leaves", () => {
  const refused = "小区地址：万商路200号；申报单位负责人电话：12；业委会主任：钱进";

  test("the value before is named", () => {
    const asked = say(at("申报单位", { 业委会主任: "李红梅" }), refused);
    const { outcome } = say(asked.state, "记录其余2项");
    expect("notes" in outcome ? outcome.notes : []).toContain("“业委会主任”由“李红梅”改为“钱进”。");
  });

  test("what was answered otherwise meanwhile is not counted", () => {
    const asked = say(at("申报单位"), refused);
    const answered = say(asked.state, "业委会主任：蒋玉英");
    const { state, outcome } = say(answered.state, "记录其余2项");
    expect(answersOf(state)).toMatchObject({ 业委会主任: "蒋玉英", 小区地址: "万商路200号" });
    expect("notes" in outcome ? outcome.notes : []).toContain(
      "待记录的内容现有1项，不是2项；其余的已另行填写，未改动。",
    );
  });
});
