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
const say = (state: FormState, text: string) =>
  step(form, state, { text, today: civilDate("2023-08-28"), year: 2023, nameKey: "compoundName" });
const answersOf = ({ state: { answers } }: ReturnType<typeof say>) =>
  Object.fromEntries(form.fields.flatMap(({ key, label }) => (key in answers ? [[label, answers[key]]] : [])));
const readingsOf = ({ outcome }: ReturnType<typeof say>) => ("readings" in outcome ? (outcome.readings ?? []) : []);
const sentenceOf = ({ outcome }: ReturnType<typeof say>) => ("sentence" in outcome ? outcome.sentence : "");

const CHAIR = { 业主组织形式: "ownersCommittee", 业委会主任: "李建华", 业委会主任电话: "13957567890" };
const NO_ACCIDENT = { 近两年内重大安全责任事故: { choice: "none", details: {} } };

describe("what is read in one way is recorded", () => {
  test.each([
    ["申报单位负责人", "成立业委会了的主任叫李建华嗯木子李电话是幺三九五七五六七八九零", CHAIR],
    ["业主组织形式", "成立业委会了的主任叫李建华嗯木子李电话是幺三九五七五六七八九零", CHAIR],
    ["业主组织形式", "业委会 主任李建华 13957567890", CHAIR],
    ["业主组织形式", "业委会，主任李建华，13957567890", CHAIR],
    ["党支部书记", "王丽三横王", { 党支部书记: "王丽" }],
    ["党支部书记", "王丽，王是三横王", { 党支部书记: "王丽" }],
    ["小区名称", "锦秀江南哦不对是锦绣的绣", { 小区名称: "锦绣江南" }],
    ["小区名称", "锦秀江南不对是锦绣的绣", { 小区名称: "锦绣江南" }],
    ["党支部名称", "没有安全事故啊这两年都没有", NO_ACCIDENT],
    ["近两年内重大安全责任事故", "没有安全事故啊这两年都没有", NO_ACCIDENT],
    ["所属街道", "三江/城南社区", { 所属街道: "三江", 所属社区: "城南社区" }],
    ["所属街道", "三江 城南社区", { 所属街道: "三江", 所属社区: "城南社区" }],
    ["所属街道", "三江街道/城南社区", { 所属街道: "三江街道", 所属社区: "城南社区" }],
    ["申报单位", "材料有业主大会的决议还有照片", { 申报材料: "业主大会的决议还有照片" }],
    ["项目名称", "材料包括申报表和合同", { 申报材料: "申报表和合同" }],
  ])("%s: %s", (label, text, answers) => {
    expect(answersOf(say(at(label), text))).toEqual(answers);
  });
});

describe("a text of paragraphs does not take what names another field", () => {
  test.each([
    ["没有安全事故啊这两年都没有", "近两年内重大安全责任事故改为无"],
    ["物业是浙江新城物业哦对了全称是浙江新城物业服务有限公司", "物业服务企业名称：浙江新城物业服务有限公司"],
    ["主任是李建华", "业委会主任改为李建华"],
    ["社区是东升社区", "所属社区改为东升社区"],
    ["碧桂园嵊州三期", "小区名称改为碧桂园嵊州三期"],
  ])("%s", (text, reading) => {
    const asked = say(at("备注", { 小区名称: "碧桂园" }), text);
    expect(answersOf(asked)).toEqual({ 小区名称: "碧桂园" });
    expect(readingsOf(asked)).toEqual([reading, `内容：${text}`]);
  });

  test("nor rows of figures with their names", () => {
    const asked = say(at("备注"), "交付率 0.955\n数据截止日期 2023/7/31");
    expect(answersOf(asked)).toEqual({});
    expect(readingsOf(asked)).toEqual(["交付率或入住率：95.5%", "交付率或入住率：0.955%"]);
  });

  test("but a sentence of the firm stays one", () => {
    expect(readingsOf(say(at("备注"), "物业是24小时值班的"))).toEqual(["作为“备注”记录", "不记录"]);
  });
});

test("what is to be replied for another field names it", () => {
  const sentence = sentenceOf(say(at("小区名称"), "交付率 0.955\n数据截止日期 2023/7/31"));
  expect(sentence).toContain("百分之95.5请回复「交付率或入住率：95.5」");
  expect(sentence).toContain("百分之0.955请回复「交付率或入住率：0.955%」");
});

test.each(["还差几个", "还剩几个", "还缺多少"])("%s shows the answers", (text) => {
  for (const label of ["申报单位负责人", "备注"]) expect(say(at(label), text).outcome.kind).toBe("review");
});

test.each(["嗯我回来了继续吧", "嗯我回来了", "好的继续填吧"])("%s goes on with the open question", (text) => {
  const { outcome, state } = say(at("申报单位"), text);
  expect(outcome).toMatchObject({ kind: "ask", question: { label: "申报单位" } });
  expect(state.answers).toEqual({});
});

test.each([
  ["党支部名称", "支部略"],
  ["党支部名称", "支部名称略"],
  ["党支部书记", "书记先跳过"],
  ["备注", "备注略"],
])("%s is left open by %s", (label, text) => {
  const { outcome, state } = say(at(label), text);
  expect(outcome).toMatchObject({ kind: "ask" });
  expect(state).toMatchObject({ answers: {} });
  expect(state.at).not.toBe(fieldOf(label).key);
});

test("how a choice is filled in is asked, and no answer", () => {
  expect(sentenceOf(say(at("填报指标"), "填报指标怎么填啊"))).toContain("未记入本项，请填写填报指标。");
});

describe("what stands beside a name is left to who says it", () => {
  test.each([
    ["党支部书记", "书记 吴敏 同上", "吴敏"],
    ["小区名称", "越秀苑 同上", "越秀苑"],
  ])("%s: %s", (label, text, reading) => {
    const asked = say(at(label), text);
    expect(answersOf(asked)).toEqual({});
    expect(readingsOf(asked)).toEqual([reading]);
  });

  test("another name of the compound is offered as one", () => {
    const asked = say(at("申报单位", { 小区名称: "碧桂园" }), "碧桂园嵊州三期");
    expect(readingsOf(asked)).toEqual(["小区名称改为碧桂园嵊州三期"]);
  });

  test("a sign that stands at no place of the name is asked about", () => {
    const asked = say(at("小区名称"), "锦秀江南哦错了是风景的景");
    expect(answersOf(asked)).toEqual({});
    expect(readingsOf(asked)).toEqual([]);
  });

  test("负责人 behind the owners' body may be of another", () => {
    expect(answersOf(say(at("业主组织形式"), "有业委会，负责人赵强"))).toEqual({});
  });
});

describe("a notice of corrections is read field by field", () => {
  const corrected = { 申报单位: "上虞安居物业有限公司", 党支部书记: "钱勇", 党支部书记电话: "13588882222" };
  test.each(["审批单位", "申报材料"])("at %s", (label) => {
    const text = "更正一下：党支部书记 赵大勇 改为 钱 勇，电话 135 8888 2222；申报单位：上虞安居物业有限公司";
    expect(answersOf(say(at(label, { 党支部书记: "赵大勇" }), text))).toEqual(corrected);
    const plain = "更正：党支部书记改为钱勇，电话13588882222；申报单位：上虞安居物业有限公司";
    expect(answersOf(say(at(label), plain))).toEqual(corrected);
  });
});

test("whom a mail addresses and what leads to its rows are no content", () => {
  const rows = "各位领导：\n现将滨江花园小区有关情况补报如下：\n（一）项目名称：滨江花园一期\n（二）业委会主任：何国强";
  const read = say(at("小区名称"), rows);
  expect(answersOf(read)).toEqual({ 项目名称: "滨江花园一期", 业委会主任: "何国强" });
});

describe("a field is opened by saying that it is to be changed", () => {
  test.each([
    ["项目名称改一下", "项目名称"],
    ["项目名称要改", "项目名称"],
    ["社区改一下吧", "所属社区"],
  ])("%s", (text, label) => {
    const { state, outcome } = say(at("党支部书记"), text);
    expect(state.answers).toEqual({});
    expect(outcome).toMatchObject({ kind: "ask", question: { label } });
  });
});

describe("facts that no column asks for", () => {
  const told = "本表没有这类数据的栏目，可写入“申报材料”，请写作「申报材料：…」。";
  test.each([
    ["申报单位负责人", "总建筑面积嗯十二万三千四百平方米一共是八百六十户哦不对是八百六十八户"],
    ["小区名称", "越秀苑 2008年 剡湖街道 12栋 680户"],
    ["党支部名称", "绿化率百分之三十五"],
    ["审批单位", "物业费收缴率百分之九十五点五垃圾分类那个设施有的电动车充电桩有三十六个"],
  ])("%s: %s", (label, text) => {
    const asked = say(at(label), text);
    expect(answersOf(asked)).toEqual({});
    expect(sentenceOf(asked)).toContain(told);
  });

  test("入住率 has its column", () => {
    expect(sentenceOf(say(at("党支部书记"), "入住率大概是百分之几"))).not.toContain(told);
  });
});

test("no segment is said to be on a button where none is", () => {
  const chat = "8月25日\n百官街道 张某 9:12\n业委会主任换了，现在是 何国强 13506755321\n好的收到[抱拳]";
  const asked = say(at("审批单位"), chat);
  expect(readingsOf(asked)).toEqual([]);
  expect(sentenceOf(asked)).not.toContain("请点击或回复其中一段");
});
