import { describe, expect, test } from "vitest";
import { answersOf, at, readingsOf, say, wordsOf } from "./support/said.ts";

const PHONE = "幺五八六七五四零三三九";

describe("a field that is named in a refused message is never left out", () => {
  test.each([
    ["业委会主任电话", `${PHONE}党支部叫枫庭小区党支部书记是周丽萍`, "党支部名称：…"],
    [
      "小区名称",
      "小区名称：剡溪名苑，申报单位 嵊州绿城物业，类型物业，审批 确认，地址 剡湖街道剡兴路66号",
      "审批单位：…",
    ],
    ["小区名称", "名称鹿山雅居 地址鹿山街道鹿山路12号 书记周小燕13758511204 安全事故没有", "党支部书记：…"],
  ])("%s: %s, with the form that works", (label, text, form) => {
    const asked = say(at(label, { 业委会主任: "陈国芬" }), text);
    expect(answersOf(asked.state)).toEqual({ 业委会主任: "陈国芬" });
    expect(wordsOf(asked)).toContain(form);
  });

  test.each([
    ["党支部书记电话", `嗯周书记的电话是${PHONE}党支部名称就是枫庭小区党支部`, "党支部名称：枫庭小区党支部"],
    [
      "备注",
      "备注没有跳过吧对了物业公司我说漏了是浙江枫叶城市物业管理有限公司",
      "物业服务企业名称：浙江枫叶城市物业管理有限公司",
    ],
    ["备注", "备注先不写了对了书记我写漏了是周丽萍", "党支部书记：周丽萍"],
  ])("%s: %s, on a button that works", (label, text, reading) => {
    const asked = say(at(label, { 党支部书记: "楼国强" }), text);
    expect(answersOf(asked.state)).toEqual({ 党支部书记: "楼国强" });
    expect(readingsOf(asked)).toContain(reading);
    const [field = "", value = ""] = reading.split("：");
    expect(answersOf(say(asked.state, reading).state)).toMatchObject({ [field]: value });
  });
});

describe("what was taken back, and what belongs to no field, is on no button", () => {
  test.each([
    [
      "小区地址",
      "浣东街道枫庭路一百二十八号哦不对是一百三十八号两千零一十五年建成的总共六百七十二户面积八万三千平方",
      ["浣东街道枫庭路一百三十八号"],
    ],
    ["小区地址", "枫庭路128号不对是138号2015年建成", ["枫庭路138号"]],
    ["党支部名称", "嗯就叫浣纱枫庭小区党支部哦等等是浣纱枫庭小区第一党支部", ["浣纱枫庭小区第一党支部"]],
    ["申报单位负责人", "负责人是周建明哦不对周建民人民的民电话幺三九五七五六二零八", ["周建民"]],
  ])("%s: %s", (label, text, readings) => {
    const asked = say(at(label), text);
    expect(answersOf(asked.state)).toEqual({});
    expect(readingsOf(asked)).toEqual(readings);
  });

  test("a number said anew before the person", () => {
    const asked = say(at("申报单位负责人"), "哦电话多说了一位是幺三九五七五六二零八幺负责人骆建明");
    expect(answersOf(say(asked.state, "要的两项都记录").state)).toEqual({
      申报单位负责人: "骆建明",
      申报单位负责人电话: "13957562081",
    });
  });
});

describe("what is quoted is what was sent", () => {
  test.each([
    ["业委会主任叫斯文娟她电话是幺五八六七五四零三三九然后她不是党员", "「然后她不是党员」"],
    ["斯文娟电话一五八六七五四零三三九哎等一下我接个电话啊", "「哎等一下我接个电话啊」"],
  ])("%s", (text, quoted) => {
    expect(wordsOf(say(at("业委会主任"), text))).toContain(quoted);
  });
});

describe("a name with a surname that few have", () => {
  test.each(["斯文娟", "业委会主任斯文娟", "业委会主任叫斯文娟", "主任是斯文娟"])("%s", (text) => {
    expect(answersOf(say(at("业委会主任"), text).state)).toEqual({ 业委会主任: "斯文娟" });
  });

  test.each(["业委会主任叫扬文娟", "业委会主任姓名扬文娟", "业委会主任：扬建平"])("%s, behind the title", (text) => {
    expect(answersOf(say(at("业委会主任"), text).state)).toEqual({ 业委会主任: text.slice(-3) });
  });

  test.each(["业委会主任扬文娟", "业委会主任是扬文娟"])("%s, shown before it is recorded", (text) => {
    const asked = say(at("业委会主任"), text);
    expect(answersOf(asked.state)).toEqual({});
    expect(readingsOf(asked)).toEqual(["内容：扬文娟"]);
  });

  test.each([
    "还没选",
    "业主代表",
    "正在选举",
    "待选举",
    "业委会主任看情况",
    "业委会主任待选举",
    "业委会主任副书记",
    "主任暂空缺",
  ])("%s is none", (text) => {
    expect(answersOf(say(at("业委会主任"), text).state)).toEqual({});
  });
});

describe("rows and words around a value that answer nothing", () => {
  const rows = "项目名称\t舜江云庭一期\t\n党支部名称\t舜江云庭业委会党支部\t";
  const recorded = { 项目名称: "舜江云庭一期", 党支部名称: "舜江云庭业委会党支部" };

  test.each(["项目\t内容\t备注", "栏目\t填写内容\t说明", "项目\t内容"])("the row of titles %j", (titles) => {
    expect(answersOf(say(at("审批单位"), `${titles}\n${rows}`).state)).toEqual(recorded);
  });

  test("one cell beside a value is asked about, and the titles are no answer", () => {
    const asked = say(at("审批单位"), `项目\t内容\t备注\n${rows}2021年成立`);
    expect(answersOf(asked.state)).toEqual({});
    expect(wordsOf(asked)).not.toContain("审批单位：");
  });

  test("a telephone number of a person who is named with it", () => {
    const said = "更正：党支部书记章慧芳的电话应为13957512266";
    const known = { 党支部书记: "章慧芳", 党支部书记电话: "13957512200" };
    expect(answersOf(say(at("备注", known), said).state)).toEqual({ ...known, 党支部书记电话: "13957512266" });
  });

  test.each(["类型呢就选社区", "社区吧", "要填社区的", "就写社区好了"])("申报单位类型: %s", (said) => {
    expect(answersOf(say(at("申报单位类型"), said).state)).toEqual({ 申报单位类型: "residentsCommittee" });
  });

  test.each(["不是社区", "社区和业主组织", "还没有社区"])("申报单位类型: %s is none", (said) => {
    expect(answersOf(say(at("申报单位类型"), said).state)).toEqual({});
  });
});
