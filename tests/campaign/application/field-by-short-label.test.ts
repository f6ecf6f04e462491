import { describe, expect, test } from "vitest";
import { shaoxing } from "../../../demo/demonstration.ts";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { orderAtHead, saidAtHead } from "../../../src/campaign/application/order-at-head.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const printed = formOf(shaoxing().definition);
if (!printed) throw new Error("the demonstration has no application form");
const form = printed;
const fieldOf = (label: string) => form.fields.find((one) => one.label === label) ?? expect.fail(label);

const at = (label: string, known: Record<string, string | number> = {}): FormState => ({
  ...openAt(begin(form), fieldOf(label)),
  answers: Object.fromEntries(Object.entries(known).map(([of, value]) => [fieldOf(of).key, value])),
});
const say = (state: FormState, text: string, more = {}) =>
  step(form, state, { text, today: civilDate("2023-08-28"), year: 2023, nameKey: "compoundName", ...more });
const content = (state: FormState, text: string) => say(state, text, { asText: true });
const answersOf = ({ answers }: FormState) =>
  Object.fromEntries(form.fields.flatMap(({ key, label }) => (key in answers ? [[label, answers[key]]] : [])));
const buttonsOf = ({ outcome }: ReturnType<typeof say>): readonly string[] => [
  ...("readings" in outcome ? (outcome.readings ?? []) : []),
  ...("offer" in outcome && outcome.offer ? [outcome.offer.typed] : []),
];
const sentenceOf = ({ outcome }: ReturnType<typeof say>): string =>
  "sentence" in outcome ? outcome.sentence : "notes" in outcome ? (outcome.notes ?? []).join("") : "";

describe("a word of a label with a blank behind it names its field", () => {
  test.each([
    ["小区地址", "地址 暨阳街道东一路幺二八号", "暨阳街道东一路128号"],
    ["物业服务企业名称", "物业 城北物业", "城北物业"],
    ["物业服务企业名称", "物业嘛 城北物业", "城北物业"],
    ["小区名称", "小区 鹿山花园", "鹿山花园"],
    ["项目名称", "项目 鹿山一期", "鹿山一期"],
    ["所属街道", "街道 剡湖街道", "剡湖街道"],
    ["申报单位负责人", "负责人 李建国", "李建国"],
    ["党支部名称", "支部 鹿山社区第一党支部", "鹿山社区第一党支部"],
  ])("%s: %s is taken without it", (label, text, value) => {
    expect(answersOf(say(at(label), text).state)).toEqual({ [label]: value });
  });

  test.each([
    ["申报材料", "项目 鹿山一期", ["项目名称：鹿山一期"]],
    ["小区名称", "项目 鹿山一期", ["项目名称：鹿山一期"]],
    ["备注", "物业 城北物业", ["物业服务企业名称：城北物业"]],
    ["备注", "地址 东一路128号", ["小区地址：东一路128号"]],
    ["党支部书记", "主任 张三丰", ["业委会主任：张三丰"]],
    ["申报单位", "书记李红 13905753344", ["党支部书记：李红；党支部书记电话：13905753344"]],
    ["申报单位", "街道剡湖 社区鹿山", ["所属街道：剡湖；所属社区：鹿山"]],
    ["申报单位", "物业 城北物业 电话 0575-82112345 王建国", ["物业服务企业名称：城北物业"]],
  ])("%s: %s is asked about, and offered for its own field", (label, text, buttons) => {
    const asked = say(at(label), text);
    expect(answersOf(asked.state)).toEqual({});
    expect(buttonsOf(asked)).toEqual(buttons);
    const [first = ""] = buttons;
    const taken = answersOf(say(asked.state, first).state);
    expect(Object.keys(taken).map((one) => taken[one])).not.toContain(text);
    expect(Object.keys(taken).length).toBe(first.split("；").length);
  });

  test.each([
    ["小区地址", "鹿山街道 鹿山路88号"],
    ["申报材料", "社区党支部引领，物业和业委会三方联动，居民满意。"],
    ["备注", "分两期交付 二期物业另行招标"],
  ])("%s: %s is content", (label, text) => {
    expect(answersOf(say(at(label), text).state)).toEqual({ [label]: text });
  });
});

describe("data of other fields is no text", () => {
  test.each([
    ["备注", "12栋580户", []],
    ["备注", "改 560户 580户", []],
    ["备注", "共12栋，580户", []],
    ["申报材料", "3栋", []],
    ["申报材料", "98", ["交付率或入住率：98%"]],
    ["申报材料", "95.5", ["交付率或入住率：95.5%"]],
    ["申报材料", "入住98", ["填报指标：入住率；交付率或入住率：98%"]],
    ["备注", "8.25", ["数据截止日期：2023年8月25日"]],
    ["申报材料", "9.10", []],
  ])("%s: %s", (label, text, buttons) => {
    const asked = say(at(label), text);
    expect(answersOf(asked.state)).toEqual({});
    expect(buttonsOf(asked)).toEqual(buttons);
    expect(sentenceOf(asked)).toContain("内容：");
    expect(answersOf(content(asked.state, text).state)).toEqual({ [label]: text });
  });

  test("a person with a number is offered for those who are not filled in", () => {
    const known = { 党支部书记: "李红", 业委会主任: "张三丰" };
    const asked = say(at("备注", known), "王建国13805751122");
    expect(answersOf(asked.state)).toEqual(known);
    expect(buttonsOf(asked)).toEqual(["申报单位负责人：王建国；申报单位负责人电话：13805751122"]);
  });

  test("a count that was corrected is the one of the saved text", () => {
    const known = { 小区地址: "鹿山路88号", 申报材料: "小区共12栋560户，管理规范。" };
    const asked = say(at("备注", known), "不对 是12栋580户");
    expect(answersOf(asked.state)).toEqual(known);
    expect(buttonsOf(asked)).toEqual(["申报材料里12栋560户改成12栋580户"]);
    const { state } = say(asked.state, "申报材料里12栋560户改成12栋580户");
    expect(answersOf(state)).toEqual({ ...known, 申报材料: "小区共12栋580户，管理规范。" });
  });

  test("counts in a longer text are no share", () => {
    const text = "各位领导：现将备注补充如下：小区电梯加装12部，其中3部在建，预计2023.10完工。";
    expect(buttonsOf(say(at("交付率或入住率"), text))).toEqual([]);
    expect(buttonsOf(say(at("交付率或入住率"), "电梯12部"))).toEqual([]);
    expect(buttonsOf(say(at("交付率或入住率"), "大概95左右吧"))).toEqual(["95%"]);
  });
});

describe("words that hardly are of the field's kind are on no button", () => {
  test.each([
    ["申报单位负责人", "不变", []],
    ["小区地址", "那个地址改成暨阳街道东一路幺二八号 前面那个地址两个字不要", ["暨阳街道东一路128号"]],
    ["物业服务企业名称", "物业公司嘛就是祥生物业 全称那个浙江祥生物业服务有限公司", ["浙江祥生物业服务有限公司"]],
  ])("%s: %s", (label, text, buttons) => {
    const asked = say(at(label), text);
    expect(answersOf(asked.state)).toEqual({});
    expect(buttonsOf(asked)).toEqual(buttons);
  });

  test("删 备注 and 备注 改空 empty it", () => {
    for (const text of ["删 备注", "备注 改空", "备注改为空"])
      expect(answersOf(say(at("申报单位负责人", { 备注: "分两期" }), text).state)).toEqual({});
  });

  test("备注：无 leaves it open", () => {
    expect(sentenceOf(say(at("党支部名称"), "备注：无"))).toBe("空白未填：备注。");
  });
});

describe("内容：… behind other messages", () => {
  const said = "业委会主任：赵「老」强 13806752211；党支部书记：孙红";

  test("is asked about where it may be of the field that was named, or the open one", () => {
    const { state } = say(say(at("申报单位"), said).state, "填了哪些");
    const asked = content(state, "赵老强");
    expect(answersOf(asked.state)).toEqual({});
    expect(buttonsOf(asked)).toEqual(["业委会主任：内容：赵老强", "申报单位：内容：赵老强"]);
  });

  test.each(["项目名称：滨江花园一期、二期", "4. 项目名称：滨江花园一期、二期", "（4）项目名称：滨江花园一期、二期"])(
    "%s among paragraphs is asked about with what its own field takes",
    (line) => {
      for (const open of ["申报材料", "备注"]) {
        const asked = say(at(open), line);
        expect(answersOf(asked.state)).toEqual({});
        expect(buttonsOf(asked)).toEqual(["项目名称：滨江花园一期", "项目名称：二期", `内容：${line}`]);
        expect(answersOf(content(asked.state, "滨江花园一期、二期").state)).toEqual({
          项目名称: "滨江花园一期、二期",
        });
        expect(answersOf(content(asked.state, line).state)).toEqual({ [open]: line });
      }
    },
  );

  test("answers the open one where it is of its kind", () => {
    const { state } = say(say(at("申报单位"), said).state, "填了哪些");
    expect(answersOf(content(state, "锦绣社区居委会").state)).toEqual({ 申报单位: "锦绣社区居委会" });
  });
});

test("确认 where two things wait to be decided is asked about", () => {
  const waiting = {
    ...at("项目名称", { 小区名称: "鹿山花园" }),
    held: { statement: "小区共560户，管理规范。" },
    doubted: true,
  };
  const asked = say(waiting, "记录其余1项");
  const again = say(asked.state, "确认");
  expect(answersOf(again.state)).toEqual({ 小区名称: "鹿山花园" });
  expect(sentenceOf(again)).toContain("「按所列记录」「不记录」「确认」");
  const known = { 小区名称: "鹿山花园", 申报材料: "小区共560户，管理规范。" };
  expect(answersOf(say(again.state, "按所列记录").state)).toEqual(known);
  expect(answersOf(say(again.state, "确认").state)).toEqual({ 小区名称: "鹿山花园", 项目名称: "鹿山花园" });
});

describe("what was listed is asked about once more only where it was corrected since", () => {
  const waiting = { ...at("审批单位", { 小区名称: "越都名府" }), held: { applicant: "越都名府业主委员会" } };
  const recorded = { 小区名称: "越都名府", 申报单位: "越都名府业主委员会" };
  const following = (...said: readonly string[]) =>
    said.reduce<FormState>((state, text) => say(state, text).state, waiting);

  test.each([
    [["东一路幺二八号吧应该是"]],
    [["大概是市里吧，应该是"]],
    [["改为所发内容"]],
    [["改为所发内容", "填了哪些"]],
    [["不对不对是隔壁那家", "填了哪些"]],
  ])("not behind %j", (said) => {
    expect(answersOf(say(following(...said), "记录其余1项").state)).toEqual(recorded);
  });

  test("but behind a correction that was not understood", () => {
    const asked = say(following("不对不对是隔壁那家"), "记录其余1项");
    expect(answersOf(asked.state)).toEqual({ 小区名称: "越都名府" });
    expect(sentenceOf(asked)).toContain("之后又有更正，更正未能记录");
  });
});

describe("a text under the name of its field", () => {
  const text = "（1）小区概况：建成于2015.3，户数1,204户；\n（2）主要做法：议事。";

  test.each(["申报材料：", "附：申报材料", "申报材料如下："])("%s stays whole, and 备注 ends it", (head) => {
    for (const label of ["申报单位类型", "申报材料"]) {
      expect(answersOf(say(at(label), `${head}\n${text}`).state)).toEqual({ 申报材料: text });
      const both = say(at(label), `${head}\n${text}\n备注：电梯在建`);
      expect(answersOf(both.state)).toEqual({ 申报材料: text, 备注: "电梯在建" });
      expect(answersOf(say(at(label), `${head}\n${text}\n备注：无`).state)).toEqual({ 申报材料: text });
    }
  });
});

describe("heads of columns are no values", () => {
  const head = "序号\t小区名称\t所在街道\t建成年份\t户数\t物业服务企业";
  const rows = [
    "1\t滨江花园\t曹娥街道\t2009年\t986\t绿城物业服务有限公司",
    "2\t锦绣家园\t百官街道\t2013年\t720\t金昌物业",
  ];

  test("two rows are two forms", () => {
    const asked = say(at("业主组织形式"), [head, ...rows].join("\n"));
    expect(answersOf(asked.state)).toEqual({});
    expect(buttonsOf(asked)).toEqual([]);
    expect(sentenceOf(asked)).toContain("不止一份");
  });

  test("of one row its fields are offered", () => {
    const asked = say(at("申报单位", { 小区名称: "滨江花园" }), `${head}\n${rows[0] ?? ""}`);
    expect(buttonsOf(asked)).toEqual(["所属街道：曹娥街道；物业服务企业名称：绿城物业服务有限公司"]);
    expect(sentenceOf(asked)).toContain("「建成年份 2009年」「户数 986」");
  });

  test("a note below one row makes no second form", () => {
    const table =
      "附件4\n推荐名单\n序号\t项目名称\t物业服务企业名称\t所属街道\n1\t锦绣家园\t锦绣物业\t百官街道\n注：数据截至2023.7.31";
    const asked = say(at("申报单位"), table);
    expect(sentenceOf(asked)).not.toContain("不止一份");
    expect(buttonsOf(asked)).toEqual(["项目名称：锦绣家园；物业服务企业名称：锦绣物业；所属街道：百官街道"]);
  });
});

describe("申报 and a name at the head are no name", () => {
  const label = "小区名称";

  test.each(["申报 金色港湾", "申报表 金色港湾", "开始申报 金色港湾"])("%s", (line) => {
    expect(orderAtHead(line)).toEqual({ name: "金色港湾", rest: "" });
    expect(saidAtHead(line, { label, own: "" })).toBe("小区名称：金色港湾");
    expect(saidAtHead(line, { label, own: "金色港湾" })).toBe("小区名称：金色港湾");
    expect(saidAtHead(`${line}\n申报单位：港湾物业`, { label, own: "" })).toBe(
      "小区名称：金色港湾\n申报单位：港湾物业",
    );
    const asked = saidAtHead(line, { label, own: "滨江花园" });
    expect(typeof asked !== "string" && asked.actions.map(({ typed }) => typed)).toEqual([
      "申报 金色港湾",
      "小区名称改为金色港湾",
    ]);
  });

  test.each(["申报材料 齐全", "申报单位：港湾物业", "申报", "申报 金色港湾，地址在港湾路8号", "申报花园"])(
    "%s is none",
    (text) => {
      expect(orderAtHead(text)).toBeUndefined();
      expect(saidAtHead(text, { label, own: "" })).toBe(text);
    },
  );
});
