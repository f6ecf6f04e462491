import { describe, expect, test } from "vitest";
import { parseAnswer } from "../../../../src/platform/conversation/answers/parse-answer.ts";
import { accident, ownersBody, question, when } from "../support/questions.ts";

const text = question("text", { maxCharacters: 40, example: "锦绣花园" });
const phone = question("phone");
const percent = question("percent");
const date = question("date");

describe("a line of text", () => {
  test.each([
    ["锦绣花园\n二期", ["锦绣花园", "二期", "锦绣花园 二期"]],
    ["锦绣花园\t越王路1号\t13812345678", ["锦绣花园", "越王路1号"]],
    ["越王路1号，联系电话13812345678", ["越王路1号"]],
    ["13812345678", undefined],
  ])("%j is more than one answer, and asked about", (typed, readings) => {
    const parsed = parseAnswer(text, typed, when);

    expect(parsed.ok).toBe(false);
    expect(parsed.ok || parsed.readings).toEqual(readings);
  });

  test("a list of names is asked about where one name is asked for", () => {
    const name = question("text", { label: "小区名称" });
    const readings = ["锦绣花园", "雅苑", "内容：锦绣花园、雅苑"];

    expect(parseAnswer(name, "锦绣花园、雅苑", when)).toMatchObject({ ok: false, readings });
    expect(parseAnswer(name, "小区名称锦绣花园", when)).toMatchObject({ ok: true, value: "锦绣花园" });
    expect(parseAnswer(text, "锦绣花园、雅苑", when)).toMatchObject({ ok: true, value: "锦绣花园、雅苑" });
  });

  test.each(["香林社区香林社区", "香林社区 香林社区", "香林社区，香林社区"])(
    "%s: said twice it is asked about, with the one",
    (typed) => {
      const asked = question("text", { label: "所属社区" });
      expect(parseAnswer(asked, typed, when)).toMatchObject({ ok: false, readings: ["香林社区"] });
      expect(parseAnswer(asked, `内容：${typed}`, when).ok).toBe(true);
    },
  );

  test("the name of a district is no subdistrict, also without its kind or behind its city", () => {
    const asked = question("text", { label: "所属街道", notNames: ["柯桥区", "柯桥"] });
    for (const typed of ["柯桥", "柯桥区", "绍兴市柯桥区", "所属街道：柯桥"])
      expect(parseAnswer(asked, typed, when)).toMatchObject({ ok: false });
    for (const typed of ["柯桥街道", "柯岩街道", "内容：柯桥"])
      expect(parseAnswer(asked, typed, when)).toMatchObject({ ok: true });
  });

  test.each([
    "稍等",
    "算了",
    "先不填",
    "不清楚",
    "不对",
    "重来",
    "同上",
    "详见附件",
    "#N/A",
    "#REF!",
    "null",
    "[强]",
    "对的",
  ])("%s is no answer", (typed) => {
    expect(parseAnswer(text, typed, when).ok).toBe(false);
  });
});

describe("a long text", () => {
  const statement = question("longText", { maxCharacters: 800, overflow: true });

  test("keeps its paragraphs", () => {
    const value = "第一段。\n\n第二段。";
    expect(parseAnswer(statement, "第一段。 \r\n\r\n\r\n第二段。\n", when)).toEqual({ ok: true, value, shown: value });
  });

  test.each([
    "申报材料如下：",
    "好的，材料如下：",
    "嗯那个申报材料我说一下啊，",
    "那我说一下我们小区的情况，",
    "嗯我念一下，",
    "申报材料，嗯，",
    "行，申报材料是这样的，",
  ])("%s said before it is none of it", (lead) => {
    const asked = { ...statement, label: "申报材料" };
    const value = "我们小区建于2010年，材料齐全。好的，管理规范。";
    expect(parseAnswer(asked, lead + value, when)).toEqual({ ok: true, value, shown: value });
    expect(parseAnswer(asked, value, when)).toEqual({ ok: true, value, shown: value });
  });

  test.each([
    "好的物业服务是小区的名片。",
    "材料齐全，内容完整。",
    "介绍一下子女入学的做法。",
    "那个小区的经验，可学。",
  ])("%s begins with no lead", (value) => {
    expect(parseAnswer({ ...statement, label: "申报材料" }, value, when)).toEqual({ ok: true, value, shown: value });
  });

  test("of 800 characters fits, one more is offered as an attached page", () => {
    const long = "园".repeat(801);

    expect(parseAnswer(statement, "园".repeat(800), when).ok).toBe(true);
    expect(parseAnswer(statement, long, when)).toEqual({
      ok: false,
      retry: "共801字，超过800字，尚未保存。超出部分另附页的，请回复「附页」；否则请精简后重新发送。",
      pending: { kind: "attachedPage", text: long },
    });
  });

  test("is kept whole once the attached page is confirmed", () => {
    const long = "园".repeat(900);
    const pending = { kind: "attachedPage", text: long } as const;

    expect(parseAnswer(statement, "附页。", { ...when, pending })).toEqual({ ok: true, value: long, shown: long });
  });

  test("without an attached page is refused with its count", () => {
    expect(parseAnswer(question("longText", { maxCharacters: 300 }), "园".repeat(301), when)).toEqual({
      ok: false,
      retry: "共301字，超过300字，未保存。请精简后重新发送。",
    });
  });
});

describe("as clerks say it", () => {
  const readAs = (asked: typeof text, typed: string) => {
    const parsed = parseAnswer(asked, typed, when);
    return parsed.ok ? parsed.value : parsed.readings;
  };

  test.each([
    [percent, "92点5", 92.5],
    [percent, "92.5%，谢谢", 92.5],
    [percent, "92.5%，截止2023年6月30日", ["92.5%"]],
    [percent, "92.5\t2023/6/30", ["92.5%"]],
    [phone, "13812345678，谢谢！", "13812345678"],
    [ownersBody, "业委会", "ownersCommittee"],
    [ownersBody, "物管会", "propertyManagementCommittee"],
    [ownersBody, "委员会", ["业主委员会", "物业管理委员会"]],
    [accident, "无，谢谢", { choice: "none", details: {} }],
    [date, "九月廿八", ["2022年9月28日"]],
  ])("%# %s", (asked, typed, value) => {
    expect(readAs(asked as typeof text, typed as string)).toEqual(value);
  });

  test.each(["稍后发你", "收到，明天补交", "等会儿再填"])("%s is put off, in a long text too", (typed) => {
    expect(parseAnswer(question("longText"), typed, when).ok).toBe(false);
  });
});
