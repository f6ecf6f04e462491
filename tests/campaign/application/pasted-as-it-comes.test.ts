import { describe, expect, test } from "vitest";
import { answersOf, at, readingsOf, say, wordsOf } from "./support/said.ts";

const known = { 小区名称: "舜江云庭" };

describe("rows under a heading, with a correction below them", () => {
  test("联系方式： above its numbered rows is no answer, and each row is recorded", () => {
    const text =
      "联系方式：\n①负责人电话：+86 138-5758-2216\n②业委会主任：孙国良，联系电话：13957580431\n③党支部名称：舜江云庭党支部";
    const done = say(at("审批单位", known), text);
    expect(answersOf(done.state)).toEqual({
      ...known,
      申报单位负责人电话: "13857582216",
      业委会主任: "孙国良",
      业委会主任电话: "13957580431",
      党支部名称: "舜江云庭党支部",
    });
    expect(wordsOf(done)).toContain("不作为内容记录：联系方式：");
  });

  test("更正 below the rows is what is meant, and no second form", () => {
    const text = "业委会主任：孙国良\n业委会主任电话：13957580431\n更正：业委会主任电话应为13957580437";
    expect(answersOf(say(at("所属街道", known), text).state)).toEqual({
      ...known,
      业委会主任: "孙国良",
      业委会主任电话: "13957580437",
    });
  });
});

describe("a field with a blank behind its name, above 备注：", () => {
  test.each([
    ["所属街道 百官街道\n备注：2021年获评红色物业示范", { 所属街道: "百官街道", 备注: "2021年获评红色物业示范" }],
    [
      "党支部书记电话 0575-82118866-805\n备注：\u00a02021年获评\u00ad示范项目",
      { 党支部书记电话: "0575-82118866转805", 备注: "2021年获评示范项目" },
    ],
  ])("%j is recorded where it belongs", (text, recorded) => {
    const of = { ...known, 党支部书记: "赵月琴" };
    expect(answersOf(say(at("备注", of), text).state)).toEqual({ ...of, ...recorded });
  });

  test("paragraphs with 备注： among them stay one text", () => {
    const text = "西门改造中\n备注：东门也改造";
    expect(answersOf(say(at("备注", known), text).state)).toEqual({ ...known, 备注: text });
  });
});

describe("dictated at 申报材料, and of other fields", () => {
  test("what a field is, with other figures behind it, is asked about", () => {
    const asked = say(
      at("申报材料", known),
      "物业公司就是刚才那个浙江祥生物业诸暨分公司 建成时间是两千零一十五年 总户数幺千六百八十户",
    );
    expect(answersOf(asked.state)).toEqual(known);
    expect(readingsOf(asked)[0]).toBe("物业服务企业名称：浙江祥生物业诸暨分公司");
  });

  test.each([
    "那个不是申报材料那是物业公司的情况",
    "哎不对那个不是申报材料那是物业公司的情况申报材料我等下发你",
    "材料我等下发您",
  ])("%s is none of it", (text) => {
    expect(answersOf(say(at("申报材料", known), text).state)).toEqual(known);
  });

  test.each(["物业是24小时值班的，业主满意", "台账不是材料不全，是没有整理"])("%s is", (text) => {
    expect(answersOf(say(at("申报材料", known), text).state)).toEqual({ ...known, 申报材料: text });
  });
});

test("n, and of other fields more: what waited is given up, and the rest is no paragraph", () => {
  const asked = say(at("申报材料", known), "剡湖街道官河社区 2016年交付 12栋860户 绿化率35 物业费2.5 收缴率96.5");
  const more = say(asked.state, "n 街道剡湖街道 社区官河社区");
  expect(answersOf(more.state)).toEqual({ ...known, 所属街道: "剡湖街道", 所属社区: "官河社区" });
});

test("of a name and a company behind it only the company is offered for its field", () => {
  expect(readingsOf(say(at("小区名称", {}), "剡溪花苑 绿城物业嵊州分公司"))).toEqual([
    "物业服务企业名称：绿城物业嵊州分公司",
  ]);
});

test.each([
  "申报材料是这样的啊嗯舜江云庭建于2015年，党建引领，环境整洁。",
  "是这样的，舜江云庭建于2015年，党建引领，环境整洁。",
])("%s: what leads to the text is none of it", (text) => {
  expect(answersOf(say(at("申报材料", known), text).state)).toEqual({
    ...known,
    申报材料: "舜江云庭建于2015年，党建引领，环境整洁。",
  });
});

test.each([
  ["对了备注里收缴率改成百分之九十六点五", "物业费收缴率百分之九十六点五，共12栋。"],
  ["备注里收缴率改成96.5%", "物业费收缴率96.5%，共12栋。"],
  ["备注里共12栋改成共13栋", "物业费收缴率百分之九十五点五，共13栋。"],
  ["备注里物业费改成物管费", "物管费收缴率百分之九十五点五，共12栋。"],
])("%s: a figure is put in the place of the figure", (text, remarks) => {
  const saved = { ...known, 备注: "物业费收缴率百分之九十五点五，共12栋。" };
  expect(answersOf(say(at(undefined, saved), text).state)).toEqual({ ...known, 备注: remarks });
});
