import { describe, expect, test } from "vitest";
import { answersOf, at, buttonsOf, readingsOf, say, sayAll, wordsOf } from "./support/said.ts";

describe("a short text is recorded at once only where it looks like a name or an address throughout", () => {
  test.each([
    ["小区名称", "东方名苑 社区报 三江街道官河路98号", "东方名苑"],
    ["小区名称", "锦绣江南 业委会报 其他同上个", "锦绣江南"],
    ["小区名称", "那小区名就浣纱明珠府", "浣纱明珠府"],
    ["小区名称", "哦那小区名就浣纱明珠府", "浣纱明珠府"],
    ["小区名称", "那小区名称就叫翠湖花苑", "翠湖花苑"],
    ["小区名称", "翠湖花苑 其他再说", "翠湖花苑"],
    ["小区名称", "翠湖花苑吧在陶朱街道", "翠湖花苑"],
    ["申报单位", "嗯就写浣纱明珠府业主委员会它是业主组织", "浣纱明珠府业主委员会"],
    ["小区地址", "地址在浣东街道东旺路九十六号嗯建成是两千零一十四年", "浣东街道东旺路九十六号"],
    ["小区地址", "东旺路96号2014年", "东旺路96号"],
    ["党支部名称", "没记住先空着支部叫浣纱明珠府党支部", "浣纱明珠府党支部"],
    ["小区地址", "哦不对地址里不要年份地址改成浣东街道东旺路九十六号", "浣东街道东旺路九十六号"],
    [
      "物业服务企业名称",
      "物业是诸暨市浣江物业管理有限公司物业费四块五一平哦不对是三块五",
      "诸暨市浣江物业管理有限公司",
    ],
  ])("%s: %s is shown before it is recorded", (label, text, name) => {
    const asked = say(at(label), text);
    expect(answersOf(asked.state)).toEqual({});
    expect(readingsOf(asked)).toEqual([name]);
    expect(answersOf(say(asked.state, name).state)).toEqual({ [label]: name });
  });

  test.each([
    ["小区名称", "98号改89号"],
    ["小区名称", "翠湖花苑 锦绣江南"],
    ["小区名称", "后面加一期"],
  ])("%s: %s is not recorded, and nothing of it is offered", (label, text) => {
    const asked = say(at(label), text);
    expect(answersOf(asked.state)).toEqual({});
    expect(readingsOf(asked)).toEqual([]);
  });

  test("of two fields in one breath the named one is offered, and nothing is recorded", () => {
    const asked = say(at("党支部书记"), "杨秀英 电话没记住先空着支部叫浣纱明珠府党支部");
    expect(answersOf(asked.state)).toEqual({});
    expect(readingsOf(asked)).toEqual(["党支部名称：浣纱明珠府党支部"]);
  });

  test("改 without 为 is no part of the name of another field", () => {
    const asked = say(at("申报单位"), "小区名改东方名苑");
    expect(answersOf(asked.state)).toEqual({});
    expect(buttonsOf(asked)).toContain("东方名苑");
  });

  test.each([
    ["小区名称", "求是苑"],
    ["小区名称", "其他山庄"],
    ["小区名称", "我家花园 二期"],
    ["小区名称", "锦绣 花园（一期）"],
    ["小区名称", "锦 绣 花 园"],
    ["小区名称", "旧改安置小区"],
    ["小区名称", "第二毛纺厂宿舍"],
    ["项目名称", "塔山小区是示范小区"],
    ["小区地址", "诸暨市 浣东街道 东旺路96号"],
    ["小区地址", "东直街5号 3栋"],
    ["小区地址", "建设路2014号"],
    ["申报单位", "诸暨市宏泰物业服务有限公司 浣江分公司"],
  ])("%s: %s is one", (label, text) => {
    expect(answersOf(say(at(label), text).state)).toEqual({ [label]: text });
  });

  test("labels within a breath are on no button of another field", () => {
    const text = "名称锦绣江南 单位锦绣江南业委会 类型2 地址鹿山街道锦绣路9号 负责人赵敏13957511111 主任同负责人";
    const asked = say(at("小区名称"), text);
    expect(answersOf(asked.state)).toEqual({});
    expect(readingsOf(asked)).toEqual([]);
  });
});

describe("an order on what is saved is no value", () => {
  const known = { 小区名称: "锦绣江南", 小区地址: "浣东街道东旺路96号" };

  test.each([
    ["对了地址前面加个诸暨市吧", "小区地址：诸暨市浣东街道东旺路96号"],
    ["地址前面加“诸暨市”", "小区地址：诸暨市浣东街道东旺路96号"],
    ["小区名称后面加一期", "小区名称：锦绣江南一期"],
    ["地址去掉浣东街道", "小区地址：东旺路96号"],
  ])("%s is offered with what the value would be", (text, line) => {
    const asked = say(at(undefined, known), text);
    expect(answersOf(asked.state)).toEqual(known);
    expect(readingsOf(asked)).toEqual([line]);
  });

  test("beside other answers it is offered, and so are they", () => {
    const asked = say(at("申报单位负责人", known), "赵敏139 5751 1111，小区名后面加一期");
    expect(answersOf(asked.state)).toEqual(known);
    expect(readingsOf(asked)).toEqual(["小区名称：锦绣江南一期"]);
    expect(answersOf(say(asked.state, "记录其余2项").state)).toEqual({
      ...known,
      申报单位负责人: "赵敏",
      申报单位负责人电话: "13957511111",
    });
  });

  test("of a text of paragraphs nothing is offered", () => {
    const state = { ...known, 备注: "略 交了" };
    const asked = say(at(undefined, state), "备注删 地址98号改89号");
    expect(answersOf(asked.state)).toEqual(state);
    expect(readingsOf(asked)).toEqual([]);
  });
});

describe("what answers the program is none of a text", () => {
  const text = "2016年交付6栋412户，业委会2020换届，三方协同，充电桩40个";
  test.each([`不要。材料:${text}`, `名称另说，材料：${text}`, `不用了，${text}`, `n ${text}`])("%s", (said) => {
    const asked = say(at("申报材料"), said);
    expect(answersOf(asked.state)).toEqual({});
    expect(answersOf(say(asked.state, "作为“申报材料”记录").state)).toEqual({ 申报材料: text });
  });

  test.each([
    ["备注", "略 交了"],
    ["申报材料", "前者，电话13757500011"],
  ])("%s: %s is neither recorded nor offered", (label, said) => {
    const asked = say(at(label), said);
    expect(answersOf(asked.state)).toEqual({});
    expect(readingsOf(asked)).toEqual([]);
  });

  test("n answers whether it is recorded", () => {
    const done = sayAll(at("申报材料"), ["名称这个项目的话就叫浣纱明珠府对了是普通商品房", "n"]);
    expect(answersOf(done.state)).toEqual({});
    expect(wordsOf(done)).toContain("1项未予记录");
  });
});

describe("a change below a text goes to the field that it names", () => {
  const remark = "钱卫东兼社区书记；“红色物业”试点小区";
  const known = { 业委会主任电话: "13506751188", 所属社区: "江扬社区" };
  test.each([undefined, "申报材料", "申报单位"])("open at %s", (label) => {
    const { state } = say(at(label, known), `备注改为：${remark}\n业委会主任电话改为：13506751189`);
    expect(answersOf(state)).toEqual({ ...known, 备注: remark, 业委会主任电话: "13506751189" });
  });

  test.each(["所属社区更正为：锦江社区", "所属社区应为锦江社区", "所属社区改为锦江社区"])("%s", (line) => {
    const { state } = say(at("数据截止日期", known), `数据截止日期：2023年6月30日\n备注：${remark}\n${line}`);
    expect(answersOf(state)).toEqual({ ...known, 数据截止日期: "2023-06-30", 备注: remark, 所属社区: "锦江社区" });
  });

  test("a numbered one too, and what it replaces is on no button", () => {
    const text = `2. 备注（补充）：${remark}\n3. 业委会主任电话更正为13506751189，原号码停用`;
    const asked = say(at(undefined, known), text);
    expect(answersOf(asked.state)).toEqual(known);
    expect(buttonsOf(asked).join()).toContain("业委会主任电话：13506751189");
    expect(answersOf(say(asked.state, "记录其余1项").state)).toEqual({ ...known, 备注: remark });
  });
});

test("a person who is called by his office alone takes no saved person's place", () => {
  const known = { 党支部书记: "杨秀英", 党支部书记电话: "13967552116" };
  const text = "街道是浣东街道社区是东盛社区书记是楼国庆";
  const asked = say(at("物业服务企业名称", known), text);
  expect(answersOf(asked.state)).toEqual(known);
  expect(readingsOf(asked)).toEqual(["记录其余2项", "党支部书记改为楼国庆"]);
  expect(answersOf(say(asked.state, "记录其余2项").state)).toEqual({
    ...known,
    所属街道: "浣东街道",
    所属社区: "东盛社区",
  });
});
