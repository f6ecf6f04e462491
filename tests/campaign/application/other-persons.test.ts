import { describe, expect, test } from "vitest";
import { answersOf, at, buttonsOf, readingsOf, say, sayAll, wordsOf } from "./support/said.ts";

const HEAD = { 申报单位负责人: "陈国良", 申报单位负责人电话: "13957562108" };

describe("somebody else in one breath takes no place in the form", () => {
  test.each([
    ["所属街道", "街道是暨阳街道社区是江新社区负责人是李丽华", "申报单位负责人：李丽华"],
    ["所属街道", "街道：三江街道；社区：江新社区；负责人：李丽华 13605751122", "申报单位负责人：李丽华 13605751122"],
    ["所属街道", "三江街道，负责人李丽华13605751122", "申报单位负责人：李丽华 13605751122"],
    ["所属社区", "社区江新社区，负责人李丽华", "申报单位负责人：李丽华"],
    ["所属社区", "江新社区负责人李丽华13605751122", "申报单位负责人：李丽华 13605751122"],
    ["物业服务企业名称", "物业公司叫宏泰物业服务有限公司负责人是徐刚", "申报单位负责人：徐刚"],
    ["小区地址", "鹿山路1号，监控中心负责人李强 13605751122", "申报单位负责人：李强 13605751122"],
    ["小区地址", "地址：鹿山路1号；监控中心负责人：李强；联系电话：13605751122", "申报单位负责人：李强 13605751122"],
    ["申报单位负责人", "监控中心负责人李强13605751122", "申报单位负责人：李强 13605751122"],
    ["申报单位负责人电话", "监控中心负责人李强13605751122", "申报单位负责人：李强 13605751122"],
    [undefined, "监控中心负责人李强，电话13605751122", "申报单位负责人：李强 13605751122"],
  ])("%s: %s", (label, text, line) => {
    const asked = say(at(label, HEAD), text);
    expect(answersOf(asked.state)).toEqual(HEAD);
    expect(readingsOf(asked)[0]).toBe(line);
    expect(wordsOf(asked)).toContain("（现为“陈国良”）");
    expect(answersOf(say(asked.state, line).state)).toMatchObject({ 申报单位负责人: line.slice(8).split(" ")[0] });
  });

  test.each([
    ["小区地址", "鹿山路1号，监控中心负责人李强 13605751122", { 小区地址: "鹿山路1号" }],
    ["业主组织形式", "业委会，监控中心负责人李强13605751122", { 业主组织形式: "ownersCommittee" }],
    ["申报单位", "城东社区居委会，居委会主任王芳13905751111", { 申报单位: "城东社区居委会" }],
    ["业委会主任", "陈平，保安队长王芳13957512222", { 业委会主任: "陈平" }],
    [
      "小区名称",
      "地址鹿山街道东湖路1号，业委会主任陈平，保安队长王芳13957512222",
      { 小区地址: "鹿山街道东湖路1号", 业委会主任: "陈平" },
    ],
    ["小区名称", "业委会主任：陈平\n物业经理：张三\n联系电话：13957512222", { 业委会主任: "陈平" }],
    [
      "小区名称",
      "地址：鹿山街道东湖路1号\n业委会主任：陈平\n保安：王芳\n电话：13957512222",
      { 小区地址: "鹿山街道东湖路1号", 业委会主任: "陈平" },
    ],
  ])("%s: of %s the rest is offered, each with its field", (label, text, rest) => {
    const asked = say(at(label), text);
    expect(answersOf(asked.state)).toEqual({});
    const count = Object.keys(rest).length;
    expect(buttonsOf(asked)).toContain(`记录其余${count}项`);
    for (const one of Object.keys(rest)) expect(wordsOf(asked)).toContain(`${one}：`);
    expect(answersOf(say(asked.state, `记录其余${count}项`).state)).toEqual(rest);
  });

  test.each([
    ["申报单位", "申报单位：诸暨绿城物业，负责人许志明", { 申报单位: "诸暨绿城物业", 申报单位负责人: "许志明" }],
    ["小区地址", "物业经理室后门1号", { 小区地址: "物业经理室后门1号" }],
    ["业委会主任", "主任李芳 13905751111", { 业委会主任: "李芳", 业委会主任电话: "13905751111" }],
  ])("%s: %s is of the form", (label, text, expected) => {
    expect(answersOf(say(at(label), text).state)).toEqual(expected);
  });

  test("项目经理王芳 where a name is asked for: the name is offered without the title", () => {
    expect(readingsOf(say(at("申报单位负责人"), "项目经理王芳"))).toEqual(["王芳"]);
  });

  test("the number below 书记 is that of 书记, also behind a field without a person", () => {
    const text = "业主组织：尚未成立\n业委会主任：无\n书记：王芳\n电话：13957512222\n地址：鹿山街道东湖路1号";
    expect(answersOf(say(at("小区名称"), text).state)).toEqual({
      业主组织形式: "none",
      党支部书记: "王芳",
      党支部书记电话: "13957512222",
      小区地址: "鹿山街道东湖路1号",
    });
  });

  test("主任同书记 leaves no number of another beside the name", () => {
    const both = {
      业委会主任: "赵敏",
      业委会主任电话: "13611112222",
      党支部书记: "钱勇",
      党支部书记电话: "13611113333",
    };
    const asked = say(at(undefined, both), "主任同书记");
    expect(answersOf(asked.state)).toEqual(both);
    const [line = "", name] = readingsOf(asked);
    expect(name).toBe("业委会主任：钱勇");
    expect(answersOf(say(asked.state, line).state)).toEqual({
      ...both,
      业委会主任: "钱勇",
      业委会主任电话: "13611113333",
    });
  });
});

describe("a table of persons", () => {
  const TABLE =
    "序号\t职务\t姓名\t联系电话\t备注\n2\t业委会主任\t陈平\t13605751133\t\n3\t党支部书记\t李志强\t13605751122\t";
  const persons = {
    业委会主任: "陈平",
    业委会主任电话: "13605751133",
    党支部书记: "李志强",
    党支部书记电话: "13605751122",
  };

  test.each([
    [
      "the name of the branch among the remarks",
      `${TABLE}江畔花园党支部`,
      { ...persons, 党支部名称: "江畔花园党支部" },
    ],
    ["a row of the form above it", `小区名称：江畔花园\n${TABLE}`, { 小区名称: "江畔花园", ...persons }],
  ])("%s is read", (_, text, expected) => {
    expect(answersOf(say(at("小区名称"), text).state)).toEqual(expected);
  });

  test("what a remark says otherwise is named, and the persons are offered", () => {
    const asked = say(at("小区名称"), `${TABLE}2021年当选\n4\t社区书记\t张红\t13605751144\t`);
    expect(answersOf(asked.state)).toEqual({});
    expect(wordsOf(asked)).toContain("「党支部书记 2021年当选」「4 社区书记 张红 13605751144」");
    expect(answersOf(say(asked.state, "记录其余4项").state)).toEqual(persons);
  });
});

describe("what is said beside a text", () => {
  const LIST = "① 申报表一式三份\n② 小区概况说明（“江畔花园”800字）\n③ 物业服务合同复印件";

  test.each([
    [LIST, LIST],
    [LIST.replaceAll(/[①-③] /gu, "1、"), LIST.replaceAll(/[①-③] /gu, "1、")],
    ["一、申报表一式三份\n二、物业服务合同复印件", "一、申报表一式三份\n二、物业服务合同复印件"],
    ["申报表一式三份", "申报表一式三份"],
  ])("a list of materials keeps its head: %s", (list, expected) => {
    const done = say(at("数据截止日期"), `申报材料：\n${list}\n数据截止日期：2023年7月31日`);
    expect(answersOf(done.state)).toEqual({ 申报材料: expected, 数据截止日期: "2023-07-31" });
  });

  test.each(["申报材料", "备注", "小区地址"])("%s: fields behind 等下 are offered for their fields", (label) => {
    const asked = say(at(label), "等下 街道三江 社区东方社区");
    expect(answersOf(asked.state)).toEqual({});
    const [line = ""] = readingsOf(asked);
    expect(answersOf(say(asked.state, line).state)).toEqual({ 所属街道: "三江", 所属社区: "东方社区" });
  });

  test("a person with a number is offered for the field, where paragraphs are waited for", () => {
    const line = "党支部书记：王丽；党支部书记电话：13711111111";
    expect(readingsOf(say(at("申报材料"), "等下，书记王丽13711111111"))).toEqual([line]);
  });

  test.each(["喂喂刚才电话来了我们填到哪里了", "那个今天太热了我在小区里走着呢", "评分表 江东花园"])(
    "%s is on no button",
    (text) => {
      expect(readingsOf(say(at("申报材料"), text))).toEqual([]);
    },
  );

  test("of a new number only the field of numbers is offered, with the number alone", () => {
    const asked = say(at("审批单位", HEAD), "电话改成一三五六七八九零一二四就是那个负责人的");
    expect(readingsOf(asked)).toEqual(["申报单位负责人电话改为13567890124"]);
    expect(answersOf(say(asked.state, readingsOf(asked)[0] ?? "").state)).toEqual({
      ...HEAD,
      申报单位负责人电话: "13567890124",
    });
  });

  test("whom a letter speaks to, and how it begins, is no name", () => {
    const letter = "王科：\n现将滨江花园小区有关情况补报如下：\n申报单位：滨江物业";
    expect(answersOf(say(at("小区名称"), letter).state)).toEqual({ 申报单位: "滨江物业" });
    expect(answersOf(say(at("小区名称"), "现将滨江花园小区有关情况补报如下").state)).toEqual({});
  });
});

describe("what waits is what its button records", () => {
  const saved = { 申报材料: "旧材料一套齐全的" };
  const text = "锦绣江南2019年交付，3栋186户，社区托管，入住好。";

  test.each([
    ["nothing", []],
    ["a look at what is filled in", ["填了哪些"]],
    ["another field on a button", ["改 项目名称", "街道三江街道"]],
    ["a text of another field, refused", ["备注：另一条备注的内容"]],
  ])("改为所发内容 behind %s", (_, between) => {
    const done = sayAll(at("申报材料", saved), [`申报材料改：${text}`, ...between, "改为所发内容"]);
    expect(answersOf(done.state)).toMatchObject({ 申报材料: text });
    expect(answersOf(done.state)).not.toHaveProperty("所属街道");
  });

  test.each(["改", "改为", "改吧"])("%s is the beginning of that button", (word) => {
    expect(answersOf(sayAll(at("申报材料", saved), [text, word]).state)).toEqual({ 申报材料: text });
  });

  test("what a card says may be pressed is on it", () => {
    const done = sayAll(at("所属街道", HEAD), ["三江街道，负责人李丽华", "申报单位负责人：李丽华"]);
    expect(wordsOf(done)).toContain("「记录其余1项」");
    expect(buttonsOf(done).slice(0, 2)).toEqual(["记录其余1项", "不记录"]);
  });

  test("无 decides about what waits for that field", () => {
    const done = sayAll(at("备注"), ["没有 交", "无"]);
    expect(done.state.held).toBeUndefined();
    expect(wordsOf(done)).toContain("不再保留");
  });

  test("of what cannot be read whole only what can is offered", () => {
    const asked = say(at("申报单位"), "诸暨绿城物业，电话零五七五八七二三四五六七，负责人许志明");
    expect(readingsOf(asked)).toEqual(["申报单位负责人：许志明"]);
    expect(answersOf(say(asked.state, "申报单位负责人：许志明").state)).toEqual({ 申报单位负责人: "许志明" });
  });
});
