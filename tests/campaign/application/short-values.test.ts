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
const saved = (known: Record<string, string | number>) =>
  Object.fromEntries(Object.entries(known).map(([of, value]) => [fieldOf(of).key, value]));
const at = (label: string, known: Record<string, string | number> = {}): FormState => ({
  ...openAt(begin(form), fieldOf(label)),
  answers: saved(known),
});
const review = (known: Record<string, string | number>): FormState => {
  const { at: _, ...state } = begin(form);
  return { ...state, answers: saved(known) };
};
const say = (state: FormState, text: string) =>
  step(form, state, { text, today: civilDate("2023-08-28"), year: 2023, nameKey: "compoundName" });
const answersOf = ({ answers }: FormState) =>
  Object.fromEntries(form.fields.flatMap(({ key, label }) => (key in answers ? [[label, answers[key]]] : [])));
const sentenceOf = ({ outcome }: ReturnType<typeof say>) => ("sentence" in outcome ? outcome.sentence : "");

describe("figures behind a whole address are none of it", () => {
  test.each([
    ["鹿山街道嘉兴路2号 96 8.20", "鹿山街道嘉兴路2号"],
    ["东直街5号 3栋 96%", "东直街5号 3栋"],
    ["城南路18号，96.5", "城南路18号"],
    ["东方路1弄2号 2023.8.20", "东方路1弄2号"],
    ["三江街道2号 97 8-20", "三江街道2号"],
    ["东直街5号 100", "东直街5号"],
  ])("%s", (text, address) => {
    const asked = say(at("小区地址"), text);
    expect(answersOf(asked.state)).toEqual({});
    expect(asked.outcome).toMatchObject({ readings: [address] });
  });

  test.each(["东直街5号 3栋", "人民路 100", "人民路 100号", "城南路18号2幢", "东方路1弄2-8号"])("%s is one", (text) => {
    expect(answersOf(say(at("小区地址"), text).state)).toEqual({ 小区地址: text });
  });

  test("a phone beside an address is no part of the offered one", () => {
    const { outcome } = say(review({ 小区地址: "鹿山街道东街1号" }), "地址 嘉兴路3号 电话13712340000");
    expect(outcome).toMatchObject({ readings: ["嘉兴路3号"] });
  });
});

describe("the title and the blanks of a name are none of it", () => {
  test.each([
    ["党支部书记", "方勇 书记", "方勇"],
    ["党支部书记", "方勇书记", "方勇"],
    ["党支部书记", "方勇　党支部书记", "方勇"],
    ["业委会主任", "何俊 主任", "何俊"],
    ["业委会主任", "欧阳锋主任", "欧阳锋"],
    ["申报单位负责人", "李　军", "李军"],
    ["申报单位负责人", "李 军", "李军"],
    ["申报单位负责人", "申报单位负责人\t李　军", "李军"],
    ["申报单位负责人", "李\u3000小\u3000军", "李小军"],
  ])("%s: %s", (label, text, name) => {
    expect(answersOf(say(at(label), text).state)).toEqual({ [label]: name });
  });

  test.each(["何军 没电话", "何军 无电话", "何军，没有电话", "何军暂无电话", "何军 没手机"])("%s", (text) => {
    const asked = say(at("业委会主任"), text);
    expect(answersOf(asked.state)).toEqual({});
    expect(asked.outcome).toMatchObject({ readings: ["何军"] });
  });
});

describe("名 between the short name of a field and a name", () => {
  test.each([
    ["党支部书记电话", "13822223333 支部名鹿山第一支部", { 党支部书记电话: "13822223333", 党支部名称: "鹿山第一支部" }],
    ["物业服务企业名称", "街道名鹿山街道", { 所属街道: "鹿山街道" }],
    ["物业服务企业名称", "社区名鹿山社区", { 所属社区: "鹿山社区" }],
    ["项目名称", "小区名鹿山花园", { 小区名称: "鹿山花园" }],
    ["党支部书记", "项目名鹿山花园物业项目", { 项目名称: "鹿山花园物业项目" }],
  ])("%s: %s", (label, text, answers) => {
    expect(answersOf(say(at(label), text).state)).toEqual(answers);
  });

  test.each(["名都花园一期", "名门世家小区", "名山花园小区"])("%s begins with it", (text) => {
    expect(answersOf(say(at("小区名称"), text).state)).toEqual({ 小区名称: text });
    expect(answersOf(say(at("项目名称"), `小区${text}`).state)).not.toMatchObject({ 小区名称: text.slice(1) });
  });
});

describe("what comes later is no content", () => {
  test.each(["材料后补", "材料后面补", "材料另补", "申报材料随后补上", "资料后续再交", "照片后补"])("%s", (text) => {
    const { state } = say(at("申报材料"), text);
    expect(answersOf(state)).toEqual({});
  });
});

describe("what stays as it is changes nothing", () => {
  const known = { 申报单位负责人: "陈刚", 申报单位负责人电话: "13712341111", 数据截止日期: "2023-07-31" };
  test.each([
    ["负责人陈刚不变 电话13712340000", { ...known, 申报单位负责人电话: "13712340000" }],
    ["数据截止日期不变", known],
    ["数据截止日期：不变；申报单位负责人电话：13712340000", { ...known, 申报单位负责人电话: "13712340000" }],
  ])("%s", (text, answers) => {
    expect(answersOf(say(review(known), text).state)).toEqual(answers);
  });

  test("another name than the saved one is asked about", () => {
    expect(answersOf(say(review(known), "申报单位负责人：陈强不变").state)).toEqual(known);
  });

  test("said of another field below a text it is none of it", () => {
    const text = "交付时间2015/3/8\n占地面积5.8万㎡\n共12栋580户\n";
    const { state } = say(at("备注"), `备注：\n${text}申报材料不变，谢谢。`);
    expect(answersOf(state)).toEqual({ 备注: text.trim() });
  });
});

describe("a value that was taken back is neither recorded nor offered", () => {
  const known = { 填报指标: "occupancyRate", 交付率或入住率: 95.5, 数据截止日期: "2023-07-31" };
  test.each([
    ["入住率由95.5%改为96.2%", { 交付率或入住率: 96.2 }],
    ["交付率或入住率：95.5%更正为96.2%", { 交付率或入住率: 96.2 }],
    ["数据截止日期由7月31日调整为8月20日", { 数据截止日期: "2023-08-20" }],
    ["入住率由95.5%改为96.2%，数据截止日期不变", { 交付率或入住率: 96.2 }],
  ])("%s", (text, changed) => {
    expect(answersOf(say(review(known), text).state)).toEqual({ ...known, ...changed });
  });

  const rows = "①小区名称：半山华庭\n⑤数据截止日期：2023年7月31日\n⑥备注：占地面积5.6万㎡\n";
  test.each([
    "更正：⑤数据截止日期应为2023年8月20日",
    "更正：⑤应为2023年8月20日",
    "更正：数据截止日期应为2023年8月20日",
    "勘误：数据截止日期为2023年8月20日。",
  ])("below rows: %s", (notice) => {
    expect(answersOf(say(at("小区名称"), rows + notice).state)).toEqual({
      小区名称: "半山华庭",
      数据截止日期: "2023-08-20",
      备注: "占地面积5.6万㎡",
    });
  });

  test("of a field without a row the notice is its row", () => {
    const text = "备注：占地面积5.6万㎡\n更正：数据截止日期应为2023年8月20日";
    expect(answersOf(say(at("申报单位"), text).state)).toEqual({ 备注: "占地面积5.6万㎡", 数据截止日期: "2023-08-20" });
  });

  test("a notice that contradicts itself changes nothing", () => {
    expect(answersOf(say(at("小区名称"), `${rows}更正：①应为⑤`).state)).not.toHaveProperty("数据截止日期");
  });
});

test("上一项 is what the message before recorded, where the field before the open one has another kind", () => {
  const { state } = say(at("党支部书记", { 党支部书记电话: "13611113333" }), "钱勇");
  expect(answersOf(say(state, "上一项改为钱永").state)).toMatchObject({
    党支部书记: "钱永",
    党支部书记电话: "13611113333",
  });
});

describe("cells as a workbook copies them", () => {
  test("quotation marks around a cell are taken off, and doubled ones are single", () => {
    const text = '申报材料\t"一、概况：小区共12栋580户居民入住。\n二、亮点：建立""百事通""微信群，居民满意。"';
    expect(answersOf(say(at("申报材料"), text).state)).toEqual({
      申报材料: '一、概况：小区共12栋580户居民入住。\n二、亮点：建立"百事通"微信群，居民满意。',
    });
  });

  test("a quotation of a text stays", () => {
    const text = '小区被评为"红色物业"示范点，居民满意度高，\n"百事通"微信群全覆盖。';
    expect(answersOf(say(at("申报材料"), text).state)).toEqual({ 申报材料: text });
  });

  test("blanks that keep words together are no part of a name", () => {
    expect(answersOf(say(at("项目名称"), "项目名称\t半山\u00a0华庭物业\u00ad项目").state)).toEqual({
      项目名称: "半山华庭物业项目",
    });
  });
});

describe("the end of a label in a cell of its own is one", () => {
  const firm = { 申报单位: "绍兴市大通物业有限公司", 申报单位类型: "enterprise" };
  test.each([
    ["小区名称", "类型\t物业服务企业\n申报单位\t绍兴市大通物业有限公司", firm],
    ["申报单位", "申报单位\t绍兴市大通物业有限公司\t类型\t物业服务企业", firm],
    [
      "小区名称",
      "申报单位\t绍兴市大通物业有限公司\t类型\t物业服务企业\n小区地址\t百官街道1号\t街道\t百官街道",
      { ...firm, 小区地址: "百官街道1号", 所属街道: "百官街道" },
    ],
  ])("%s: %s", (label, text, answers) => {
    expect(answersOf(say(at(label), text).state)).toEqual(answers);
  });
});

describe("what the message says of other fields is offered whole, and what is left is named", () => {
  test.each([
    ["物业服务企业名称", "主任何俊13900005678", "业委会主任：何俊；业委会主任电话：13900005678", ""],
    ["党支部书记", "指标1 97 8.20", "填报指标：入住率", "「97 8.20」"],
    [
      "党支部书记",
      "街道鹿山街道 社区鹿山社区 入住97 8.20",
      "所属街道：鹿山街道；所属社区：鹿山社区",
      "「入住97 8.20」",
    ],
    ["党支部书记", "街道鹿山街道 社区鹿山社区 97", "所属街道：鹿山街道；所属社区：鹿山社区", "「97」"],
  ])("%s: %s", (label, text, offered, left) => {
    const asked = say(at(label), text);
    expect(answersOf(asked.state)).toEqual({});
    expect(JSON.stringify(asked.outcome)).toContain(`"${offered}"`);
    expect(JSON.stringify(asked.outcome)).toContain(left);
    const said = Object.fromEntries(offered.split("；").map((line) => line.split("：")));
    expect(Object.keys(answersOf(say(asked.state, offered).state))).toEqual(expect.arrayContaining(Object.keys(said)));
  });
});

describe("rows of other layouts are read as the form's", () => {
  const known = { 填报指标: "occupancyRate", 交付率或入住率: 95.5, 数据截止日期: "2023-07-31" };
  test.each([
    ["3、入住率 95.5% 更正为 96.2%", { 交付率或入住率: 96.2 }],
    ["入住率：95.5% 改为 96.2%", { 交付率或入住率: 96.2 }],
    ["2、数据截止日期 7月31日 更正为 8月20日", { 数据截止日期: "2023-08-20" }],
  ])("%s", (text, changed) => {
    expect(answersOf(say(review(known), text).state)).toEqual({ ...known, ...changed });
  });

  test("of a figure without its sign both readings of the new one are offered, and not the old one", () => {
    const { outcome } = say(review(known), "3、入住率 95.5% 更正为 0.962");
    expect(outcome).toMatchObject({ readings: ["96.2%", "0.962%"] });
  });

  const table = "序号\t指标\t单位\t数值\t备注\n1\t总户数\t户\t580\t\n2\t入住率\t%\t95.5\t\n3\t绿化率\t%\t35\t";
  test.each(["交付率或入住率", "小区名称"])("a table of figures at %s", (label) => {
    const asked = say(at(label), table);
    expect(sentenceOf(asked)).toContain("「总户数：580户」「绿化率：35%」不是本表的栏目");
    expect(answersOf(say(asked.state, "记录其余2项").state)).toEqual({
      填报指标: "occupancyRate",
      交付率或入住率: 95.5,
    });
  });

  test("the name of a case before its fields, where the name is asked for", () => {
    const text = "半山华庭：申报单位绍兴市上虞区城建物业有限公司，地址在百官街道半山路199号";
    expect(answersOf(say(at("小区名称"), text).state)).toEqual({
      小区名称: "半山华庭",
      申报单位: "绍兴市上虞区城建物业有限公司",
      小区地址: "百官街道半山路199号",
    });
    expect(answersOf(say(at("小区地址"), text).state)).toEqual({});
  });
});

describe("what was offered of another field waits until it is decided about", () => {
  test.each([
    ["业委会主任电话", "支部 鹿山花园党支部"],
    ["申报单位负责人电话", "支部 鹿山花园党支部"],
  ])("%s: %s", (label, text) => {
    const asked = say(at(label), text);
    expect(asked.outcome).toMatchObject({ readings: ["党支部名称：鹿山花园党支部"] });
    const looked = say(say(asked.state, "上一步").state, "填了哪些");
    expect(JSON.stringify(looked.outcome)).toContain("1项尚未记录：党支部名称：鹿山花园党支部");
    const done = say(looked.state, "记录其余1项");
    expect(answersOf(done.state)).toEqual({ 党支部名称: "鹿山花园党支部" });
  });

  test("not what is content of the open field after all", () => {
    const asked = say(at("业委会主任电话"), "支部 鹿山花园党支部");
    expect(answersOf(say(asked.state, "党支部名称：鹿山花园党支部").state)).toEqual({ 党支部名称: "鹿山花园党支部" });
    expect(say(asked.state, "不记录").state).not.toHaveProperty("offered");
  });
});

test("messages of a chat are read without the senders and the times before them", () => {
  const text =
    "2023/8/27 16:20 王科：业主组织形式写业委会\n2023/8/27 16:21 小周：申报单位类型物业服务企业\n2023/8/27 16:22 王科：数据截止日期改为8月25日，入住率改为89%";
  expect(answersOf(say(at("申报单位类型"), text).state)).toEqual({
    申报单位类型: "enterprise",
    业主组织形式: "ownersCommittee",
    填报指标: "occupancyRate",
    交付率或入住率: 89,
    数据截止日期: "2023-08-25",
  });
});
