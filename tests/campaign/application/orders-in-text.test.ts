import { describe, expect, test } from "vitest";
import { shaoxing } from "../../../demo/demonstration.ts";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { orderOfCase } from "../../../src/campaign/application/several-forms.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
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
const say = (state: FormState, text: string) => step(form, state, { text, today: civilDate("2023-08-23"), year: 2023 });
const answersOf = ({ answers }: FormState) =>
  Object.fromEntries(form.fields.flatMap(({ key, label }) => (key in answers ? [[label, answers[key]]] : [])));
const readingsOf = ({ outcome }: ReturnType<typeof say>) => ("readings" in outcome ? outcome.readings : undefined);

describe("orders, questions and courtesies are no content of a field", () => {
  const orders = [
    "先把金柯花园那个改好的提交了",
    "切换到金柯花园",
    "修改申报金柯花园",
    "重新报送",
    "把那份报上去吧",
    "麻烦帮我撤回",
    "查看金柯花园",
  ];

  test.each(
    ["党支部名称", "项目名称", "申报材料", "备注"].flatMap((label) => orders.map((order) => [label, order] as const)),
  )("%s: %s is asked about, and on no button", (label, text) => {
    const asked = say(at(label), text);
    expect(answersOf(asked.state)).toEqual({});
    expect(readingsOf(asked) ?? []).toEqual([]);
    expect(answersOf(say(asked.state, `内容：${text}`).state)).toEqual({ [label]: text });
  });

  test.each([
    ["党支部名称", "那个小助手推荐名单什么时候截止啊"],
    ["申报单位", "小助手延期怎么申请"],
    ["所属社区", "几个小区报了"],
    ["申报单位", "好的稍等"],
    ["党支部名称", "稍等接个电话"],
    ["小区名称", "关于2023年中秋节、国庆节放假安排的通知"],
    ["党支部书记", "没有"],
    ["申报材料", "没有"],
    ["申报材料", "湄池社区党支部"],
    ...["y", "ok", "嗯", "👍", "1", "85.5"].flatMap((one) => [
      ["备注", one],
      ["申报材料", one],
    ]),
    ["所属街道", "绿城物业"],
    ["业委会主任", "组长周阿根"],
  ])("%s: %s is not recorded", (label, text) => {
    expect(answersOf(say(at(label), text).state)).toEqual({});
  });

  test.each(["照旧", "不变", "有", "先交", "下一个", "保持原样", "重来", "分项"])(
    "%s is no content, wherever words are waited for",
    (text) => {
      for (const label of ["党支部书记", "审批单位", "所属街道", "申报材料", "备注"])
        expect(answersOf(say(at(label), text).state)).toEqual({});
    },
  );

  test.each(["照旧", "不变", "保持不变"])("%s keeps what is saved", (text) => {
    const { state, outcome } = say(at("党支部书记", { 党支部书记: "同恒" }), text);
    expect(answersOf(state)).toEqual({ 党支部书记: "同恒" });
    expect(outcome.kind).toBe("ask");
  });

  test.each([
    ["小区名称", "行吧花园", "行吧花园"],
    ["小区名称", "店口镇·香榭花苑（一、二期）", "店口镇·香榭花苑（一、二期）"],
    ["申报单位", "绿城物业上虞分公司", "绿城物业上虞分公司"],
    ["党支部名称", "先锋社区党支部", "先锋社区党支部"],
    ["申报材料", "今年没有合适的小区", "今年没有合适的小区"],
    ["申报材料", "属地有老旧小区", "属地有老旧小区"],
    ["备注", "备注那个就写该小区分两期建成吧", "该小区分两期建成"],
    ["备注", "提交材料均为复印件，原件存物业", "提交材料均为复印件，原件存物业"],
    ["备注", "重新报送材料已于8月20日寄出，请以新版为准", "重新报送材料已于8月20日寄出，请以新版为准"],
  ])("%s: %s is content", (label, text, value) => {
    expect(answersOf(say(at(label), text).state)).toEqual({ [label]: value });
  });

  test("an order that names another case is told apart from one that names none", () => {
    expect(orderOfCase("先把金柯花园那个改好的提交了", ["金柯花园"])).toBe("金柯花园");
    expect(orderOfCase("切换到金柯花园", ["金柯", "金柯花园"])).toBe("金柯花园");
    expect(orderOfCase("金柯花园党支部", ["金柯花园"])).toBeUndefined();
  });
});

describe("the bot's own words are taken as they are spoken", () => {
  const refused = "小区地址：万商路200号；申报单位负责人电话：12；业委会主任：钱进";

  test.each(["记录其余2项", "记录其余两项就行", "好的那就先记其余二项吧", "其余两项都记录", "记其余的"])(
    "%s",
    (text) => {
      const asked = say(at("申报单位"), refused);
      expect(answersOf(say(asked.state, text).state)).toEqual({ 小区地址: "万商路200号", 业委会主任: "钱进" });
    },
  );

  test("what is saved already is not counted, nor offered", () => {
    const known = { 业委会主任: "钱进" };
    const asked = say(at("申报单位", known), refused);
    expect(asked.outcome).toMatchObject({ offer: { label: "记录其余1项" } });
    const { outcome } = say(asked.state, "记录其余1项");
    expect("notes" in outcome ? (outcome.notes ?? []) : []).toEqual([]);
  });
});

describe("spoken numbers are whole", () => {
  test.each([
    ["八五六六二二一幺转二零三", "85662211转203"],
    ["党支部书记电话是八四幺二三四五六转八零二", "84123456转802"],
    ["84123456，分机八零二", "84123456转802"],
  ])("%s", (text, number) => {
    expect(answersOf(say(at("党支部书记电话"), text).state)).toEqual({ 党支部书记电话: number });
  });

  test("an extension does not go to the name before the number", () => {
    const { state } = say(at("申报单位负责人"), "沈建民电话八五六六二二一幺转二零三");
    expect(answersOf(state)).toEqual({ 申报单位负责人: "沈建民", 申报单位负责人电话: "85662211转203" });
  });

  test("a rate behind a place without a pause is its own field's", () => {
    expect(answersOf(say(at("所属街道"), "街道齐贤街道社区瓜渚社区入住率八十八点三").state)).toMatchObject({
      所属街道: "齐贤街道",
      所属社区: "瓜渚社区",
      交付率或入住率: 88.3,
    });
  });
});

describe("labels within pasted paragraphs", () => {
  const pasted =
    "申报材料：\n（2023年8月）\n香榭花苑由店口镇建设；\n小区地址：店口镇中央路99号，备注：改造已完成\n1.\t党建引领\t三方联动";
  const known = { 小区地址: "诸暨市店口镇中央路99号（一期1－8幢）", 备注: "分两期" };

  test("take the place of nothing that is filled in before it is asked, with what would be replaced", () => {
    const asked = say(at("项目名称", known), pasted);
    expect(answersOf(asked.state)).toEqual(known);
    expect(asked.outcome).toMatchObject({
      sentence: expect.stringContaining("“小区地址”将由“诸暨市店口镇中央路99号（一期1－8幢）”改为“店口镇中央路99号”"),
      offer: { label: "记录其余3项" },
    });
    const { state, outcome } = say(asked.state, "记录其余3项");
    expect(answersOf(state).小区地址).toBe("店口镇中央路99号");
    expect("notes" in outcome ? outcome.notes : []).toContain(
      "“小区地址”由“诸暨市店口镇中央路99号（一期1－8幢）”改为“店口镇中央路99号”。",
    );
  });

  test("are its words where it says so", () => {
    const { state } = say(at("项目名称", known), pasted.replace("申报材料：\n", "申报材料：内容："));
    expect(answersOf(state)).toEqual({
      ...known,
      申报材料: expect.stringContaining("小区地址：店口镇中央路99号，备注："),
    });
  });

  test("a numbered paragraph behind the one before it is one of them", () => {
    const text =
      "小区名称：浦阳华庭\n申报材料：一、建成于2008年。\n二、管理规范。\n三、备注：以上数据截至2023年8月底。";
    expect(answersOf(say(at("小区名称"), text).state)).toEqual({
      小区名称: "浦阳华庭",
      申报材料: "一、建成于2008年。\n二、管理规范。\n三、备注：以上数据截至2023年8月底。",
    });
  });

  test("what several answers replace is said", () => {
    const { outcome } = say(at("党支部书记", { 业委会主任: "李红" }), "小区地址：万商路1号；业委会主任：钱进");
    expect("notes" in outcome ? outcome.notes : []).toEqual(["“业委会主任”由“李红”改为“钱进”。"]);
  });
});
