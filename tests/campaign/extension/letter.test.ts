import { describe, expect, test } from "vitest";
import { asksRunOn } from "../../../src/campaign/extension/read-words.ts";
import { letterBody, reasonBefore, reasonIn, untilIn, withPlainNumbers } from "../../../src/campaign/extension/said.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const NAMES = ["上虞区", "上虞", "推荐名单", "推荐", "附件4"];
const LETTER =
  "【请示】关于推荐名单报送延期的请示\n市建设局：因8月份台风“海葵”影响，我区3个小区现场核查未完成，申请将推荐名单报送日期由2023年9月30日延至2023.10.9。\n联系人：王科　82119900转802\n上虞区建设局\n2023年8月28日";
const read = (text: string) => {
  const body = letterBody(withPlainNumbers(text));
  const until = body === undefined ? undefined : untilIn(body, { today: civilDate("2023-08-28"), year: 2023 });
  return until?.kind === "day" ? [until.until, reasonBefore(until.head, NAMES)] : until?.kind;
};

describe("a pasted letter", () => {
  test.each([LETTER, `申请延期\n${LETTER}`])("gives its reason whole, without title and signature", (text) => {
    expect(read(text)).toEqual(["2023-10-09", "8月份台风“海葵”影响，我区3个小区现场核查未完成"]);
  });

  test.each(["推荐名单 10月11日 正在盖章", "推荐名单延到10月11日\n正在盖章"])("%j is none", (text) => {
    expect(letterBody(text)).toBeUndefined();
  });
});

test("a name within an earlier clause of the reason stays in it", () => {
  expect(reasonBefore("因推荐材料未齐，推荐名单延至", NAMES)).toBe("推荐材料未齐");
});

test.each([
  ["我们推荐名单想申请延期到十月八号理由是街道盖章要等节后", true],
  ["推荐名单延至10月8日，盖章未到", true],
  ["推荐名单延期批了吗", false],
  ["推荐名单什么时候报到市里", false],
])("%j asks for an extension: %j", (text, is) => {
  expect(asksRunOn(text, ["推荐名单", "工作报告"])).toBe(is);
});

const GREETED =
  "王科：您好！因百官街道人员调整，滨江花园材料收集慢，我区推荐名单申请延期到2023年10月8日报送，请领导批准。\n上虞区住建局 李科 0575-82213456";

test("a letter that begins with a greeting asks for it, and the greeting is no part of the reason", () => {
  expect(asksRunOn(GREETED, ["推荐名单", "工作报告"])).toBe(true);
  expect(read(GREETED)).toEqual(["2023-10-08", "百官街道人员调整，滨江花园材料收集慢"]);
  expect(asksRunOn("王科：您好！我区推荐名单已报送。\n上虞区住建局 李科", ["推荐名单"])).toBe(false);
});

test("what a letter asks at its end, and who signed it below, is no part of the reason", () => {
  const body = letterBody(GREETED) ?? "";
  const until = untilIn(body, { today: civilDate("2023-08-28"), year: 2023 });
  expect(until.kind === "day" && reasonIn(until.rest)).toBe("");
});

test.each(["妥否，请批示。", "特此申请，望批准为盼", "请领导批准", "，请予支持"])("%j is no reason", (said) => {
  expect(reasonIn(said)).toBe("");
});

test.each([
  ["申请延期我们这边材料来不及嗯能不能延到十月十号", true],
  ["申请延期推迟到10月10日", true],
  ["申请延期的材料怎么写", false],
  ["申请延期我们这边材料来不及", false],
])("%j said without a pause asks for it: %j", (text, is) => {
  expect(asksRunOn(text, ["推荐名单", "工作报告"])).toBe(is);
});

test("a question around the day is no part of the reason", () => {
  expect(reasonBefore("我们这边材料来不及嗯能不能延到", NAMES)).toBe("这边材料来不及");
});

const OFFICIAL =
  "上虞区住建局关于延期报送的请示\n绍兴市住建局：\n　　因我区“烟花”台风灾后抢修，推荐名单拟延期至2023.10.8报送（原定9月28日17:00前）。\n　　妥否，请批示。\n联系人：王科，电话 0575-82121234转 6\n二〇二三年八月二十八日";

test("neither the title with its office nor until when it was is part of the reason", () => {
  const body = letterBody(withPlainNumbers(OFFICIAL)) ?? "";
  const until = untilIn(body, { today: civilDate("2023-08-28"), year: 2023 });
  if (until.kind !== "day") throw new Error(until.kind);
  expect(until.until).toBe("2023-10-08");
  expect(reasonBefore(until.head, NAMES)).toBe("我区“烟花”台风灾后抢修");
  expect(reasonIn(until.rest).replaceAll(/[。报送]/gu, "")).toBe("");
});

test.each(["（原定9月28日17:00前）", "(原截止9月28日)", "（原报送时间为9月28日）"])("%j is no reason", (said) => {
  expect(reasonIn(`报送${said}`).replaceAll(/报送/gu, "")).toBe("");
});
