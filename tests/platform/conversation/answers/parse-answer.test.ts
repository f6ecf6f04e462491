import { describe, expect, test } from "vitest";
import { parseAnswer } from "../../../../src/platform/conversation/answers/parse-answer.ts";
import { retryPhrases } from "../../../../src/platform/conversation/phrases.ts";
import { civilDate } from "../../../../src/shared/civil-date.ts";
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
    ["锦绣\u0000花\u200b园\r\n", "锦绣花园"],
    ["“锦绣”花园（一期）", "“锦绣”花园（一期）"],
    ["一期\n\ud800\n", "一期"],
    ["测试项：内容：收到", "内容：收到"],
    ["内容：收到", "收到"],
    ["内容：锦绣花园\t13812345678", "锦绣花园 13812345678"],
    ["𬭎城\ud83d小区", "𬭎城小区"],
    ["测试项：锦绣花园", "锦绣花园"],
    ["测试项 锦绣花园", "锦绣花园"],
    ["錦繡花園", "錦繡花園"],
    ["锦\u200d绣\ufe0f花\u200c园", "锦绣花园"],
    ["你好小区", "你好小区"],
    ["明白路3号", "明白路3号"],
  ])("%j is kept as %j", (typed, value) => {
    expect(parseAnswer(text, typed, when)).toEqual({ ok: true, value, shown: value });
  });

  test.each([
    ["", retryPhrases.empty(text)],
    [" \u0000 ", retryPhrases.empty(text)],
    ["★☆", retryPhrases.noWords(text)],
    ["收到", "好的，「收到」未记入本项，请填写测试项，例如：锦绣花园。"],
    ["好的，谢谢！", "好的，「好的,谢谢」未记入本项，请填写测试项，例如：锦绣花园。"],
    ["👍", "好的，「👍」未记入本项，请填写测试项，例如：锦绣花园。"],
    ["怎么填？", "「怎么填」未记入本项，请填写测试项，例如：锦绣花园。"],
    ["这个是什么意思", "「这个是什么意思」未记入本项，请填写测试项，例如：锦绣花园。"],
    ["測試項要寫全稱嗎", "「測試項要寫全稱嗎」未记入本项，请填写测试项，例如：锦绣花园。"],
    ["——！？", retryPhrases.noWords(text)],
    ["园".repeat(41), "共41字，超过40字，未保存。请精简后重新发送。"],
    ["a".repeat(321), "内容过长（321个字符），未保存。请精简后重新发送。"],
  ])("%j is refused", (typed, retry) => {
    expect(parseAnswer(text, typed, when)).toEqual({ ok: false, retry });
  });

  test("too long to be a name is refused for its length, and never offered as it stands", () => {
    const name = question("text", { label: "小区名称", maxCharacters: 40 });
    const forty = `锦绣花园${"甲乙丙丁戊己庚辛壬".repeat(4)}`;
    expect(parseAnswer(name, forty, when)).toMatchObject({ readings: [`内容：${forty}`] });
    expect(parseAnswer(name, `${forty}癸`, when)).toEqual({
      ok: false,
      retry: "共41字，超过40字，未保存。请精简后重新发送。",
    });
  });

  test("may have exactly as many characters as the form allows", () => {
    expect(parseAnswer(text, "园".repeat(40), when).ok).toBe(true);
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
    ["0575-85082235-801", "0575-85082235转801"],
    ["85082235转801", "85082235转801"],
    ["0575-8508223-801", "0575-8508223转801"],
    ["0575-85082235 分机：801", "0575-85082235转801"],
    ["+86 575 8508 2235", "0575-85082235"],
    ["+86-0575-85082235", "0575-85082235"],
    ["8613812345678", "13812345678"],
    ["手机13812345678", "13812345678"],
    ["电话：13812345678", "13812345678"],
    ["手機：138 1234 5678", "13812345678"],
    ["一三八，一二三四，五六七八。", "13812345678"],
    ["幺三八 幺二三四 五六七八", "13812345678"],
    ["138，1234，5678", "13812345678"],
    ["138\u200d1234\ufe0f5678", "13812345678"],
    ["138\u200c12345678", "13812345678"],
    ["13812345678、13987654321", "13812345678、13987654321"],
    ["13812345678 13987654321", "13812345678、13987654321"],
    ["手机13812345678，办公室0575-85082235转801", "13812345678、0575-85082235转801"],
    ["8508223，8508224", "8508223、8508224"],
  ])("%s is %s", (typed, value) => {
    expect(parseAnswer(phone, typed, when)).toEqual({ ok: true, value, shown: value });
  });

  test.each(["1381234567", "138123456789", "12812345678", "850822", "05758508223511", "1381234567O", "85082235/6", ""])(
    "%j is refused",
    (typed) => {
      expect(parseAnswer(phone, typed, when)).toEqual({
        ok: false,
        retry: "请填写11位手机号码，或7至12位办公电话（外地请加区号），例如：13812345678、0571-87654321。",
      });
    },
  );
});

test.each([
  ["13812345678（张三）", "13812345678", "张三"],
  ["张三13812345678", "13812345678", "张三"],
  ["13812345678、0575-85082235（王主任）", "13812345678、0575-85082235", "王主任"],
])("a name beside a phone number is asked about: %s", (typed, number, name) => {
  const parsed = parseAnswer(phone, typed, when);
  expect(parsed).toMatchObject({ ok: false, readings: [number] });
  expect(parsed.ok ? "" : parsed.retry).toContain(`另有「${name}」`);
  expect(parseAnswer(phone, number, when)).toMatchObject({ ok: true, value: number });
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
    ["92。5", 92.5],
    ["92．5%", 92.5],
    ["9成5", 95],
    ["九成半", 95],
    ["百分之百", 100],
    ["百分之一百", 100],
    ["百分之九十二点五", 92.5],
    ["92个百分点", 92],
    ["92 个点", 92],
    ["入住率92%", 92],
    ["交付率为92.5％", 92.5],
    ["\u200b9２.5%\ufe0f", 92.5],
  ])("%s is %d", (typed, value) => {
    expect(parseAnswer(percent, typed, when)).toEqual({ ok: true, value, shown: `${value}%` });
  });

  test.each([
    ["0.95", "「0.95」不能确定是百分之几，未保存：百分之95请回复「95」，百分之0.95请回复「0.95%」。", ["95%", "0.95%"]],
    [".95", "「0.95」不能确定是百分之几，未保存：百分之95请回复「95」，百分之0.95请回复「0.95%」。", ["95%", "0.95%"]],
    ["1.0", "「1」不能确定是百分之几，未保存：百分之100请回复「100」，百分之1请回复「1%」。", ["100%", "1%"]],
    ["约92", "「约92」中读到92%，另有「约」，未保存。只记92%的，请点击或回复「92%」，否则请重新填写。", ["92%"]],
    [
      "95%以上",
      "「95%以上」中读到95%，另有「以上」，未保存。只记95%的，请点击或回复「95%」，否则请重新填写。",
      ["95%"],
    ],
    [
      "92，5",
      "「92,5」中读到92.5%，另有「,」，未保存。只记92.5%的，请点击或回复「92.5%」，否则请重新填写。",
      ["92.5%"],
    ],
    ["95至98", "「95至98」可以读作「95%」「98%」，未保存。请点击或回复其中一项。", ["95%", "98%"]],
    ["9 5", "「9 5」可以读作「9%」「5%」，未保存。请点击或回复其中一项。", ["9%", "5%"]],
  ])("%s is asked back", (typed, retry, readings) => {
    expect(parseAnswer(percent, typed, when)).toEqual({ ok: false, retry, readings });
    for (const reading of readings)
      expect(parseAnswer(percent, reading, when)).toMatchObject({ ok: true, shown: reading });
  });

  test.each(["100.01", "-1", "92.555", "%", "1.2.3", "很高"])("%s is refused", (typed) => {
    expect(parseAnswer(percent, typed, when)).toEqual({ ok: false, retry: retryPhrases.percent(percent) });
  });
});

describe("a date", () => {
  test.each([
    ["8.20", "2023-08-20"],
    ["9。8", "2023-09-08"],
    ["8月20日", "2023-08-20"],
    ["8 月 20 号。", "2023-08-20"],
    ["八月二十", "2023-08-20"],
    ["八月廿八", "2023-08-28"],
    ["八月二十一日", "2023-08-21"],
    ["2023-08-20", "2023-08-20"],
    ["２０２３．０８．２０", "2023-08-20"],
    ["2023年1月5日", "2023-01-05"],
    ["二〇二二年五月一日", "2022-05-01"],
    ["二○二三年六月三十日", "2023-06-30"],
    ["20230820", "2023-08-20"],
    ["230630", "2023-06-30"],
    ["22/5/1", "2022-05-01"],
    ["20.05.01", "2020-05-01"],
    ["5/13/2020", "2020-05-13"],
    ["0820", "2023-08-20"],
    ["8 20", "2023-08-20"],
    ["去年10月20日", "2022-10-20"],
    ["上月5日", "2023-08-05"],
    ["今天", "2023-09-12"],
    ["昨日", "2023-09-11"],
    ["大前天", "2023-09-09"],
    ["截至2023年6月30日", "2023-06-30"],
    ["截止到2023年6月30日止", "2023-06-30"],
    ["2023年06月30日（星期五）", "2023-06-30"],
    ["2023年6月30日 周五", "2023-06-30"],
    ["2023年6月30日24时", "2023-06-30"],
    ["2023-06-30 00:00:00", "2023-06-30"],
    ["2023年6月30號", "2023-06-30"],
    ["9.12", "2023-09-12"],
    ["2000年1月1日", "2000-01-01"],
  ])("%s is %s", (typed, value) => {
    expect(parseAnswer(date, typed, when)).toMatchObject({ ok: true, value });
  });

  test.each([
    ["5/1/2020", "「5/1/2020」可以读作「2020年5月1日」「2020年1月5日」，未保存。请点击或回复其中一项。"],
    ["05-01-20", "「05-01-20」可以读作「2020年5月1日」「2020年1月5日」，未保存。请点击或回复其中一项。"],
    ["12月1日", "「12月1日」尚未到来，未保存。如为2022年12月1日，请点击或回复「2022年12月1日」，否则请写明年份。"],
    [
      "2023年6月30日（星期四）",
      "「2023年6月30日」的日期与星期不符，未保存。日期无误的，请点击或回复「2023年6月30日」，否则请重新填写。",
    ],
    [
      "8月20日左右",
      "「8月20日左右」中读到2023年8月20日，另有「左右」，未保存。只记2023年8月20日的，请点击或回复「2023年8月20日」，否则请重新填写。",
    ],
    ["6月1日至6月30日", "「6月1日至6月30日」可以读作「2023年6月1日」「2023年6月30日」，未保存。请点击或回复其中一项。"],
  ])("%s is asked back", (typed, retry) => {
    const parsed = parseAnswer(date, typed, when);
    expect(parsed).toMatchObject({ ok: false, retry });
    for (const reading of parsed.ok ? [] : (parsed.readings ?? []))
      expect(parseAnswer(date, reading, when)).toMatchObject({ ok: true, shown: reading });
  });

  test("of a year that is over by now is asked back with both years", () => {
    const later = { today: civilDate("2024-02-01"), year: 2023 };
    expect(parseAnswer(date, "12月1日", later)).toMatchObject({ ok: true, value: "2023-12-01" });
    expect(parseAnswer(date, "1月5日", later)).toMatchObject({ readings: ["2023年1月5日", "2024年1月5日"] });
  });

  test.each(["2月29日", "13.1", "2022年2月30日", "0230", "2023-02-29"])("%s is a day that does not exist", (typed) => {
    expect(parseAnswer(date, typed, when)).toEqual({
      ok: false,
      retry: `没有「${typed}」这一天，未保存。请重新填写日期。`,
    });
  });

  test.each(["2099年1月1日", "2023年9月13日", "1999年12月31日", "今年10月20日"])("%s is out of bounds", (typed) => {
    expect(parseAnswer(date, typed, when)).toEqual({
      ok: false,
      retry: "日期应在2000年1月1日至2023年9月12日之间，未保存。请重新填写。",
    });
  });

  test.each(["10月", "8月中旬", "8月底前", "2023", "20日", "2023-10-200", "上周五", ""])(
    "%s is refused with an example",
    (typed) => {
      const retry = "请填写日期，例如：2022年10月20日、2022-10-20；不写年份的按2023年。";
      expect(parseAnswer(date, typed, when)).toEqual({ ok: false, retry });
    },
  );

  test.each([
    ["8月底", "2023-08-31"],
    ["七月末", "2023-07-31"],
    ["截止到二月底", "2023-02-28"],
    ["2020年2月底", "2020-02-29"],
    ["上月底", "2023-08-31"],
    ["上个月末", "2023-08-31"],
    ["去年年底", "2022-12-31"],
    ["2022年末", "2022-12-31"],
  ])("%s is its last day", (typed, value) => {
    expect(parseAnswer(date, typed, when)).toMatchObject({ ok: true, value });
  });

  test("of what has happened a month's end is no day", () => {
    const parsed = parseAnswer(accident, "有 2022年底 人员伤亡事故", when);
    expect(parsed.ok).toBe(false);
  });

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
    ["1️⃣", "ownersCommittee"],
    ["（1）", "ownersCommittee"],
    ["⑴", "ownersCommittee"],
    ["1 业主委员会", "ownersCommittee"],
    ["(2)物业管理委员会", "propertyManagementCommittee"],
    ["选1", "ownersCommittee"],
    ["「业主委员会」", "ownersCommittee"],
    ["業主委員會", "ownersCommittee"],
  ])("%s takes %s", (typed, value) => {
    expect(parseAnswer(ownersBody, typed, when)).toMatchObject({ ok: true, value });
  });

  test.each([
    ["5", "请回复序号或名称：1.业主委员会，2.物业管理委员会，3.小区自管组织，4.尚未成立。"],
    ["0", "请回复序号或名称：1.业主委员会，2.物业管理委员会，3.小区自管组织，4.尚未成立。"],
  ])("%s is asked again", (typed, retry) => {
    expect(parseAnswer(ownersBody, typed, when)).toEqual({ ok: false, retry });
  });

  test.each([
    [
      "委员会",
      "「委员会」对应不止一项，请回复序号：1.业主委员会，2.物业管理委员会。",
      ["业主委员会", "物业管理委员会"],
    ],
    [
      "1 物业管理委员会",
      "「1 物业管理委员会」对应不止一项，请回复序号：1.业主委员会，2.物业管理委员会。",
      ["业主委员会", "物业管理委员会"],
    ],
    [
      "业主委员会（筹）",
      "「业主委员会(筹)」中读到业主委员会，另有「(筹)」，未保存。只记业主委员会的，请点击或回复「业主委员会」，否则请重新填写。",
      ["业主委员会"],
    ],
  ])("%s is asked back", (typed, retry, readings) => {
    expect(parseAnswer(ownersBody, typed, when)).toEqual({ ok: false, retry, readings });
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

  test.each([
    ["约4", ["4分"]],
    ["扣1分", ["4分"]],
    ["4或5", ["4分", "5分"]],
  ])("%s is asked back", (typed, readings) => {
    expect(parseAnswer(points, typed, when)).toMatchObject({ ok: false, readings });
  });

  test("may go by halves where the step says so", () => {
    const halves = question("points", { max: 5, step: 0.5 });

    for (const typed of ["四点五", "4。5", "4．5", "四分半", "4分半"])
      expect(parseAnswer(halves, typed, when)).toMatchObject({ ok: true, value: 4.5 });
    expect(parseAnswer(halves, "4.3", when)).toEqual({
      ok: false,
      retry: "请填写0至5之间的数，以0.5为一档，例如：5。",
    });
  });
});

describe("a declaration", () => {
  test.each([
    "无",
    "没有",
    "无此情形。",
    "1",
    "没有发生事故",
    "暂无",
    "未发生",
    "目前未发生过",
    "近两年内无重大安全责任事故",
    "沒有",
  ])("%s declares nothing", (typed) => {
    const value = { choice: "none", details: {} };
    expect(parseAnswer(accident, typed, when)).toEqual({ ok: true, value, shown: "无" });
  });

  test.each([
    "有 2022年5月1日 人员伤亡事故",
    "有，2022.5.1，人员伤亡事故",
    "有（2022-05-01，人员伤亡事故）",
    "2 2022-05-01 人员伤亡事故",
    "有人员伤亡事故，20220501",
    "有，于2022年5月1日，人员伤亡事故",
    "有 2022年5月1日（星期日） 人员伤亡事故",
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
      retry: "已选「有」，请补充发生日期，例如：2022年10月20日、2022-10-20。",
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

  test.each([
    ["有 2022年2月30日 人员伤亡事故", "没有「2022年2月30日」这一天，未保存。请重新填写日期。", []],
    [
      "有 5/1/2020 人员伤亡事故",
      "「5/1/2020」可以读作「2020年5月1日」「2020年1月5日」，未保存。请点击或回复其中一项。",
      ["2020年5月1日", "2020年1月5日"],
    ],
    [
      "有 12月1日 人员伤亡事故",
      "「12月1日」尚未到来，未保存。如为2022年12月1日，请点击或回复「2022年12月1日」，否则请写明年份。",
      ["2022年12月1日"],
    ],
  ])("%s keeps its words and asks for the day", (typed, retry, readings) => {
    const pending = { kind: "details", choice: "some", details: { accidentKind: "人员伤亡事故" } };
    const asked = parseAnswer(accident, typed, when);
    expect(asked).toEqual({ ok: false, retry, readings, pending });
    for (const day of [...readings, "2022年2月28日"]) {
      const answered = parseAnswer(accident, day, { ...when, pending: asked.ok ? undefined : asked.pending });
      expect(answered).toMatchObject({ ok: true, shown: `有；${day}；人员伤亡事故` });
    }
  });

  test("with two days is asked for the latest, its words kept whole", () => {
    expect(parseAnswer(accident, "有 2022年5月1日、2023年3月2日两起事故", when)).toMatchObject({
      readings: ["2022年5月1日", "2023年3月2日"],
      pending: { details: { accidentKind: "2022年5月1日、2023年3月2日两起事故" } },
    });
  });

  test("shown with days in its words reads as the same again", () => {
    const shown = "有；2023年3月2日；2022年5月1日、2023年3月2日两起事故";
    expect(parseAnswer(accident, shown, when)).toMatchObject({ ok: true, shown });
  });

  test("can be changed while details are asked for", () => {
    const pending = { kind: "details", choice: "some", details: {} } as const;
    expect(parseAnswer(accident, "待定", { ...when, pending })).toMatchObject({ ok: true, shown: "待定" });
  });

  test.each(["无，但2022年5月1日有一起", "暂无结论", "无法核实", "不清楚", "有待定"])("%s is asked again", (typed) => {
    expect(parseAnswer(accident, typed, when)).toMatchObject({ ok: false });
    expect(parseAnswer(accident, typed, when)).not.toHaveProperty("pending");
  });
});
