import { describe, expect, test } from "vitest";
import { answersOf, at, readingsOf, say, wordsOf } from "./support/said.ts";

const known = {
  小区名称: "舜江云庭",
  小区地址: "剡湖街道剡兴路66号",
  申报材料: "投入42万元改造监控、道闸；党支部牵头，近两年安全事故无。",
  项目名称: "舜江云庭一期",
  备注: "物业合同2024年12月31日到期，续签手续已在办理。",
  所属社区: "江滨社区居委会",
};

/** What is recorded once what the message has listed is pressed; nothing before. */
function afterPress(open: string | undefined, text: string, press: string) {
  const asked = say(at(open, known), text);
  expect(answersOf(asked.state)).toEqual(known);
  expect(readingsOf(asked)).toContain(press);
  return answersOf(say(asked.state, press).state);
}

describe("edits within texts are shown before they are recorded, and are no text themselves", () => {
  test.each([
    [
      "申报材料中“投入42万元”改为“投入45.5万元”；项目名称改为舜江云庭",
      { 申报材料: "投入45.5万元改造监控、道闸；党支部牵头，近两年安全事故无。", 项目名称: "舜江云庭" },
    ],
    [
      "项目名称改为“舜江云庭”，备注里“续签手续已在办理”删去",
      { 项目名称: "舜江云庭", 备注: "物业合同2024年12月31日到期。" },
    ],
    [
      "申报材料里安全事故无去掉 社区改逸夫社区",
      { 申报材料: "投入42万元改造监控、道闸；党支部牵头，近两年。", 所属社区: "逸夫社区" },
    ],
  ])("%s", (text, changes) => {
    expect(afterPress(undefined, text, "记录其余2项")).toEqual({ ...known, ...changes });
  });

  test.each(["备注里“续签手续已在办理”删去", "备注：里“续签手续已在办理”删去", "备注：“续签手续已在办理”删去"])(
    "%s",
    (text) => {
      expect(afterPress("所属街道", text, "作为“备注”记录")).toEqual({
        ...known,
        备注: "物业合同2024年12月31日到期。",
      });
    },
  );

  test("what is to be replaced is shown where it stands", () => {
    const asked = say(at(undefined, known), "申报材料中“投入42万元”改为“投入45.5万元”；项目名称改为舜江云庭");
    expect(wordsOf(asked)).toContain(
      "“申报材料”「投入42万元」改为「投入45.5万元」，该处为「投入45.5万元改造监控、道闸；」；“项目名称”由“舜江云庭一期”改为“舜江云庭”。",
    );
  });
});

describe("the tail of the present address is asked about", () => {
  test.each(["地址改68号", "小区地址：68号"])("%s", (text) => {
    const asked = say(at("所属街道", known), text);
    expect(answersOf(asked.state)).toEqual(known);
    const whole = readingsOf(asked).find((one) => one.includes("剡湖街道剡兴路68号")) ?? "";
    expect(answersOf(say(asked.state, whole).state)).toEqual({ ...known, 小区地址: "剡湖街道剡兴路68号" });
  });
});

test.each([
  ["哦对了社区不对不是江滨社区居委会是祥安社区", "所属社区", "祥安社区"],
  ["还有社区错了，不是江滨社区居委会是祥安社区", "所属社区", "祥安社区"],
  ["申报材料里的监控也改成消防", "申报材料", "投入42万元改造消防、道闸；党支部牵头，近两年安全事故无。"],
])("%s, where the whole form is shown", (text, label, value) => {
  expect(answersOf(say(at(undefined, known), text).state)).toEqual({ ...known, [label]: value });
});

test("an address of another kind than the saved one is recorded as it is sent", () => {
  expect(answersOf(say(at("所属街道", known), "小区地址：新址1号").state)).toEqual({ ...known, 小区地址: "新址1号" });
});

test("a telephone below the name and office of who signs a mail is of no field", () => {
  const mail =
    "各位领导：\n一、小区名称：舜江云庭\n二、业委会主任：孙立群\n此致\n敬礼\n丁某\n某街道办事处城建办\n电话：+86 575-8221 3366转806\n---------- 转发的邮件 ----------\n发件人：祝某\n材料见下，请帮忙报一下。";
  const asked = say(at("小区名称", {}), mail);
  expect(answersOf(asked.state)).toEqual({});
  expect(answersOf(say(asked.state, "记录其余2项").state)).toEqual({ 小区名称: "舜江云庭", 业委会主任: "孙立群" });
});
