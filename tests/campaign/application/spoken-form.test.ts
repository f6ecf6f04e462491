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
const keyOf = (label: string): string => form.fields.find((one) => one.label === label)?.key ?? label;
const at = (label: string): FormState =>
  openAt(
    begin(form),
    form.fields.find((one) => one.label === label),
  );
const say = (state: FormState, text: string) => step(form, state, { text, today: civilDate("2023-08-23"), year: 2023 });
const answers = (label: string, text: string) => {
  const { state } = say(at(label), text);
  return Object.fromEntries(
    form.fields.flatMap(({ key, label: of }) => (key in state.answers ? [[of, state.answers[key]]] : [])),
  );
};

describe("several fields in one breath are split at their names", () => {
  test.each([
    [
      "小区地址",
      "嗯地址柯岩街道鉴湖路八十八号物业是鉴湖物业有限公司",
      { 小区地址: "柯岩街道鉴湖路八十八号", 物业服务企业名称: "鉴湖物业有限公司" },
    ],
    [
      "小区地址",
      "柯岩街道鉴湖路八十八号物业公司是鉴湖物业有限公司",
      { 小区地址: "柯岩街道鉴湖路八十八号", 物业服务企业名称: "鉴湖物业有限公司" },
    ],
    [
      "物业服务企业名称",
      "物业公司叫鉴湖物业有限公司街道柯岩街道社区鉴湖社区",
      { 物业服务企业名称: "鉴湖物业有限公司", 所属街道: "柯岩街道", 所属社区: "鉴湖社区" },
    ],
    ["所属街道", "柯岩街道社区是鉴湖社区", { 所属街道: "柯岩街道", 所属社区: "鉴湖社区" }],
    ["申报单位", "塔山社区居委会地址是解放南路66号", { 申报单位: "塔山社区居委会", 小区地址: "解放南路66号" }],
  ])("%s: %s", (label, text, said) => {
    expect(answers(label, text)).toEqual(said);
  });

  test.each([
    [
      "业委会主任",
      "业委会主任是钱主任电话是一三八零零零零零零零一党支部书记是冯书记电话是一三八零零零零零零零二",
      "钱主任",
      "冯书记",
    ],
    [
      "业委会主任",
      "业委会主任是郑国强电话是一三八零零零零零零零一党支部书记是何丽电话是一三八零零零零零零零二",
      "郑国强",
      "何丽",
    ],
    [
      "业委会主任",
      "业委会主任是欧阳主任电话是一三八零零零零零零零一党支部书记是冯书记书记电话是一三八零零零零零零零二",
      "欧阳主任",
      "冯书记",
    ],
  ])("names stay whole: %s, %s", (label, text, chair, secretary) => {
    expect(answers(label, text)).toEqual({
      业委会主任: chair,
      业委会主任电话: "13800000001",
      党支部书记: secretary,
      党支部书记电话: "13800000002",
    });
  });

  test("a surname alone is asked about", () => {
    expect(answers("党支部名称", "湖塘社区党总支那个书记姓冯")).toEqual({});
  });

  test.each([
    ["所属街道", "柯岩街道"],
    ["申报单位", "柯岩街道办事处和鉴湖街道办事处"],
    ["申报单位", "柯岩街道鉴湖社区居民委员会"],
    ["党支部名称", "塔山社区党支部"],
    ["小区地址", "府山街道塔山社区解放南路66号"],
    ["物业服务企业名称", "绍兴物业管理有限公司"],
    ["项目名称", "社区治理是一家"],
    ["项目名称", "塔山小区是示范小区"],
  ])("a name stays whole: %s, %s", (label, text) => {
    expect(answers(label, text)).toEqual({ [label]: text });
  });
});

describe("another field's sentence among paragraphs is asked about", () => {
  test("and either answer is taken", () => {
    const asked = say(at("申报材料"), "党支部名称就是鉴湖社区党支部");
    expect(asked.state.answers).toEqual({});
    const readings = asked.outcome.kind === "retry" ? (asked.outcome.readings ?? []) : [];
    expect(readings).toEqual(["党支部名称改为鉴湖社区党支部", "内容：党支部名称就是鉴湖社区党支部"]);
    expect(answers("申报材料", readings[0] ?? "")).toEqual({ 党支部名称: "鉴湖社区党支部" });
    expect(answers("申报材料", readings[1] ?? "")).toEqual({ 申报材料: "党支部名称就是鉴湖社区党支部" });
  });
});

describe("a name of another field within an answer, without 是", () => {
  test.each([
    [
      "申报单位",
      "湖塘街道办事处地址湖塘路六十六号负责人王建国",
      "申报单位：湖塘街道办事处；小区地址：湖塘路六十六号；申报单位负责人：王建国",
    ],
    [
      "小区地址",
      "柯岩街道鉴湖路八十八号物业鉴湖物业有限公司",
      "小区地址：柯岩街道鉴湖路八十八号；物业服务企业名称：鉴湖物业有限公司",
    ],
    ["党支部名称", "塔山社区第二党支部书记冯国强", "党支部名称：塔山社区第二党支部；党支部书记：冯国强"],
  ])("is asked about with each of them: %s, %s", (label, text, typed) => {
    const { state, outcome } = say(at(label), text);
    expect(state.answers).toEqual({});
    expect(outcome.kind === "retry" && outcome.offer?.typed).toBe(typed);
    expect(Object.keys(answers(label, typed))).toHaveLength(typed.split("；").length);
    expect(answers(label, `内容：${text}`)).toEqual({ [label]: text });
  });

  test.each([
    ["申报单位", "绍兴物业管理有限公司"],
    ["申报单位", "塔山社区业委会主任办公室"],
    ["小区地址", "书记巷12号"],
  ])("a name stays whole: %s, %s", (label, text) => {
    expect(answers(label, text)).toEqual({ [label]: text });
  });

  test("the proposal may be taken among others", () => {
    expect(answers("小区名称", "小区名称是湖塘新苑审批单位用你建议的地址是湖塘路六十六号")).toEqual({
      小区名称: "湖塘新苑",
      审批单位: "绍兴市住房和城乡建设局",
      小区地址: "湖塘路六十六号",
    });
  });
});

describe("a part of an answer is corrected", () => {
  const known = (label: string, saved: Record<string, string>): FormState => ({
    ...at(label),
    answers: Object.fromEntries(Object.entries(saved).map(([of, value]) => [keyOf(of), value])),
  });

  test("地址不是六号是十六号", () => {
    const before = known("申报单位负责人", { 小区地址: "解放南路六号" });
    expect(say(before, "地址不是六号是十六号").state.answers).toEqual({ [keyOf("小区地址")]: "解放南路十六号" });
  });

  test.each(["一三八零零零零零零零二不对应该是零零三", "一三八零零零零零零零二，不对，应该是一三八零零零零零零零三"])(
    "the end of a number: %s",
    (text) => {
      expect(answers("申报单位负责人电话", text)).toEqual({ 申报单位负责人电话: "13800000003" });
    },
  );

  test("paragraphs are said again at another question", () => {
    expect(answers("备注", "申报材料重新说小区建于二〇〇三年")).toEqual({ 申报材料: "小区建于二〇〇三年" });
  });
});

describe("paragraphs are stored without what was said before them", () => {
  test.each([
    "申报材料嗯小区建于二〇〇三年",
    "材料是这样的，小区建于二〇〇三年",
    "嗯小区建于二〇〇三年",
    "小区建于二〇〇三年",
  ])("%s", (text) => {
    expect(answers("申报材料", text)).toEqual({ 申报材料: "小区建于二〇〇三年" });
  });

  test.each(["材料齐全，居民满意", "嗯"])("nothing else is taken off: %s", (text) => {
    expect(["", text]).toContain(String(answers("申报材料", text).申报材料 ?? ""));
  });

  test.each(["无", "备注：无", "备注是没有"])("remarks stay empty: %s", (text) => {
    expect(answers("备注", text)).toEqual({});
  });
});

describe("choices are said with words around them", () => {
  test.each([
    ["申报单位类型", "那个物业公司"],
    ["业主组织形式", "是业委会"],
    ["业主组织形式", "业委会吧"],
    ["填报指标", "填入住率"],
    ["填报指标", "就是入住率吧"],
    ["近两年内重大安全责任事故", "嗯没有"],
    ["近两年内重大安全责任事故", "没有出过安全事故"],
    ["交付率或入住率", "是百分之九十五"],
    ["交付率或入住率", "就百分之九十五吧"],
    ["数据截止日期", "就是八月十五号吧"],
  ])("%s: %s", (label, text) => {
    expect(Object.keys(answers(label, text))).toEqual([label]);
  });

  test("约 says more", () => {
    expect(answers("交付率或入住率", "约百分之九十五吧")).toEqual({});
  });
});

describe("a refusal leaves the open question open", () => {
  test("of a breath that is too long", () => {
    const text = `小区地址${"越城区府山街道".repeat(12)}`;
    const { state } = say(at("申报单位"), text);
    expect(state.answers).toEqual({});
    expect(state.at).toBe(keyOf("申报单位"));
  });

  test("a number that is named alone goes to its question", () => {
    expect(answers("申报材料", "申报单位负责人电话改为13800000001")).toEqual({ 申报单位负责人电话: "13800000001" });
    expect(answers("党支部名称", "负责人电话一三八零零零零零零零一")).toEqual({ 申报单位负责人电话: "13800000001" });
  });
});
