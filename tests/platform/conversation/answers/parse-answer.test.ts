import { describe, expect, test } from "vitest";
import { parseAnswer } from "../../../../src/platform/conversation/answers/parse-answer.ts";
import { retryPhrases } from "../../../../src/platform/conversation/phrases.ts";
import { accident, ownersBody, question, when } from "../support/questions.ts";

const text = question("text", { maxCharacters: 40, example: "锦绣花园" });
const phone = question("phone");
const percent = question("percent");
const date = question("date");
const points = question("points", { max: 5 });

describe("a text", () => {
  test.each([
    ["  锦绣花园。", "锦绣花园"],
    ["１２幢 Ａ座", "12幢 A座"],
    ["锦绣\u0000花\u200b园\r\n二期", "锦绣花园 二期"],
    ["“锦绣”花园（一期）", "“锦绣”花园（一期）"],
    ["一期\n\ud800\n二期", "一期 二期"],
    ["𬭎城\ud83d小区", "𬭎城小区"],
  ])("%j is kept as %j", (typed, value) => {
    expect(parseAnswer(text, typed, when)).toEqual({ ok: true, value, shown: value });
  });

  test.each([
    ["", retryPhrases.empty(text)],
    [" \u0000 ", retryPhrases.empty(text)],
    ["😀👍", retryPhrases.noWords(text)],
    ["——！？", retryPhrases.noWords(text)],
    ["园".repeat(41), "共41字，超过40字，未保存。请精简后重新发送。"],
    ["a".repeat(321), "内容过长（321个字符），未保存。请精简后重新发送。"],
  ])("%j is refused", (typed, retry) => {
    expect(parseAnswer(text, typed, when)).toEqual({ ok: false, retry });
  });

  test("may have exactly as many characters as the form allows", () => {
    expect(parseAnswer(text, "园".repeat(40), when).ok).toBe(true);
  });
});

describe("a long text", () => {
  const statement = question("longText", { maxCharacters: 800, overflow: true });

  test("keeps its paragraphs", () => {
    const value = "第一段。\n\n第二段。";
    expect(parseAnswer(statement, "第一段。 \r\n\r\n\r\n第二段。\n", when)).toEqual({ ok: true, value, shown: value });
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

describe("a phone number", () => {
  test.each([
    ["13812345678", "13812345678"],
    ["138 1234-5678", "13812345678"],
    ["１３８１２３４５６７８。", "13812345678"],
    ["+86 13812345678", "13812345678"],
    ["一三八一二三四五六七八", "13812345678"],
    ["0575-85082235", "0575-85082235"],
    ["（0575）8508 2235", "0575-85082235"],
    ["057585082235", "0575-85082235"],
    ["010-12345678", "010-12345678"],
    ["0575—8508223", "0575-8508223"],
    ["85082235", "85082235"],
    ["8508223", "8508223"],
    ["4008001234", "4008001234"],
  ])("%s is %s", (typed, value) => {
    expect(parseAnswer(phone, typed, when)).toEqual({ ok: true, value, shown: value });
  });

  test.each([
    "1381234567",
    "138123456789",
    "12812345678",
    "850822",
    "05758508223511",
    "1381234567O",
    "电话13812345678",
    "",
  ])("%j is refused", (typed) => {
    expect(parseAnswer(phone, typed, when)).toEqual({
      ok: false,
      retry: "请填写11位手机号码，或7至12位办公电话（外地请加区号），例如：13812345678、0571-87654321。",
    });
  });
});

describe("a percentage", () => {
  test.each([
    ["95", 95],
    ["95%", 95],
    ["９５ ％", 95],
    ["92.55", 92.55],
    ["九成五", 95],
    ["九成", 90],
    ["百分之九十五", 95],
    ["九十二点五", 92.5],
    ["二十五", 25],
    ["0", 0],
    ["100", 100],
    ["1", 1],
    ["1.01", 1.01],
    ["0.95%", 0.95],
    ["95.", 95],
  ])("%s is %d", (typed, value) => {
    expect(parseAnswer(percent, typed, when)).toEqual({ ok: true, value, shown: `${value}%` });
  });

  test.each([
    ["0.95", "「0.95」看不出是百分之几：百分之95请回复「95」，百分之0.95请回复「0.95%」。"],
    [".95", "「0.95」看不出是百分之几：百分之95请回复「95」，百分之0.95请回复「0.95%」。"],
    ["1.0", "「1」看不出是百分之几：百分之100请回复「100」，百分之1请回复「1%」。"],
    ["100.01", retryPhrases.percent(percent)],
    ["-1", retryPhrases.percent(percent)],
    ["92.555", retryPhrases.percent(percent)],
    ["约九成", retryPhrases.percent(percent)],
    ["%", retryPhrases.percent(percent)],
  ])("%s is refused", (typed, retry) => {
    expect(parseAnswer(percent, typed, when)).toEqual({ ok: false, retry });
  });
});

describe("a date", () => {
  test.each([
    ["10.20", "2023-10-20"],
    ["10月20日", "2023-10-20"],
    ["10 月 20 号。", "2023-10-20"],
    ["十月二十", "2023-10-20"],
    ["十月二十一日", "2023-10-21"],
    ["2023-10-20", "2023-10-20"],
    ["２０２３．１０．２０", "2023-10-20"],
    ["2023年1月5日", "2023-01-05"],
    ["二〇二二年五月一日", "2022-05-01"],
    ["20231020", "2023-10-20"],
    ["22/5/1", "2022-05-01"],
    ["1020", "2023-10-20"],
    ["10 20", "2023-10-20"],
    ["去年10月20日", "2022-10-20"],
    ["今天", "2023-09-12"],
    ["昨天", "2023-09-11"],
  ])("%s is %s", (typed, value) => {
    expect(parseAnswer(date, typed, when)).toMatchObject({ ok: true, value });
  });

  test.each(["2月29日", "13.1", "10月", "10月底", "2023", "20日", "10月20日左右", "2023-10-200", ""])(
    "%s is refused with an example",
    (typed) => {
      const retry = "请填写日期，例如：2023年10月20日、10.20；不写年份的按2023年。";
      expect(parseAnswer(date, typed, when)).toEqual({ ok: false, retry });
    },
  );

  test("is shown in full, without padding", () => {
    expect(parseAnswer(date, "0105", when)).toEqual({ ok: true, value: "2023-01-05", shown: "2023年1月5日" });
  });
});

describe("a choice", () => {
  test.each([
    ["1", "ownersCommittee"],
    ["④", "none"],
    ["第二个", "propertyManagementCommittee"],
    ["业主委员会", "ownersCommittee"],
    ["物业管理", "propertyManagementCommittee"],
    ["自管", "selfManagementOrganization"],
    ["3.小区自管组织", "selfManagementOrganization"],
    ["none", "none"],
  ])("%s takes %s", (typed, value) => {
    expect(parseAnswer(ownersBody, typed, when)).toMatchObject({ ok: true, value });
  });

  test.each([
    ["5", "请回复序号或名称：1.业主委员会，2.物业管理委员会，3.小区自管组织，4.尚未成立。"],
    ["0", "请回复序号或名称：1.业主委员会，2.物业管理委员会，3.小区自管组织，4.尚未成立。"],
    ["委员会", "「委员会」对应不止一项，请回复序号：1.业主委员会，2.物业管理委员会。"],
  ])("%s is asked again", (typed, retry) => {
    expect(parseAnswer(ownersBody, typed, when)).toEqual({ ok: false, retry });
  });
});

describe("points", () => {
  test.each([
    ["0", 0],
    ["5", 5],
    ["４分", 4],
    ["四", 4],
    ["三分", 3],
    ["满分", 5],
  ])("%s is %d", (typed, value) => {
    expect(parseAnswer(points, typed, when)).toEqual({ ok: true, value, shown: `${value}分` });
  });

  test.each(["6", "-1", "4.5", "很好", ""])("%j is refused with the range", (typed) => {
    expect(parseAnswer(points, typed, when)).toEqual({ ok: false, retry: "请填写0至5之间的整数，例如：5。" });
  });

  test("may go by halves where the step says so", () => {
    const halves = question("points", { max: 5, step: 0.5 });

    expect(parseAnswer(halves, "四点五", when)).toMatchObject({ ok: true, value: 4.5 });
    expect(parseAnswer(halves, "4.3", when)).toEqual({
      ok: false,
      retry: "请填写0至5之间的数，以0.5为一档，例如：5。",
    });
  });
});

describe("a declaration", () => {
  test.each(["无", "没有", "无此情形。", "1", "没有发生事故"])("%s declares nothing", (typed) => {
    const value = { choice: "none", details: {} };
    expect(parseAnswer(accident, typed, when)).toEqual({ ok: true, value, shown: "无" });
  });

  test.each([
    "有 2022年5月1日 人员伤亡事故",
    "有，2022.5.1，人员伤亡事故",
    "有（2022-05-01，人员伤亡事故）",
    "2 2022-05-01 人员伤亡事故",
    "有人员伤亡事故，20220501",
  ])("%s is taken in one message", (typed) => {
    expect(parseAnswer(accident, typed, when)).toEqual({
      ok: true,
      value: { choice: "some", details: { happenedOn: "2022-05-01", accidentKind: "人员伤亡事故" } },
      shown: "有；2022年5月1日；人员伤亡事故",
    });
  });

  test("待定 needs no details", () => {
    expect(parseAnswer(accident, "待定，正在调查", when)).toMatchObject({ ok: true, shown: "待定" });
  });

  test("is asked for step by step", () => {
    const first = parseAnswer(accident, "有", when);
    expect(first).toEqual({
      ok: false,
      retry: "已选「有」，请补充发生日期，例如：2023年10月20日、10.20。",
      pending: { kind: "details", choice: "some", details: {} },
    });

    const unsaid = parseAnswer(accident, "记不清了", { ...when, pending: first.ok ? undefined : first.pending });
    expect(unsaid).toEqual(first);

    const second = parseAnswer(accident, "去年5月1日", { ...when, pending: first.ok ? undefined : first.pending });
    expect(second).toEqual({
      ok: false,
      retry: "已选「有」，请补充类别。",
      pending: { kind: "details", choice: "some", details: { happenedOn: "2022-05-01" } },
    });

    const third = parseAnswer(accident, "安全生产行政处罚", {
      ...when,
      pending: second.ok ? undefined : second.pending,
    });
    expect(third).toMatchObject({ ok: true, shown: "有；2022年5月1日；安全生产行政处罚" });
  });

  test("can be changed while details are asked for", () => {
    const pending = { kind: "details", choice: "some", details: {} } as const;
    expect(parseAnswer(accident, "待定", { ...when, pending })).toMatchObject({ ok: true, shown: "待定" });
  });

  test.each(["无，但2022年5月1日有一起", "不清楚", "有待定"])("%s is asked again", (typed) => {
    expect(parseAnswer(accident, typed, when)).toMatchObject({ ok: false });
    expect(parseAnswer(accident, typed, when)).not.toHaveProperty("pending");
  });
});
