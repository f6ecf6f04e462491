import { expect, test } from "vitest";
import { contentsOf, partsSaid, promotionIn } from "../../../../src/campaign/work-report/contents/contents.ts";
import { requireShort, requireUncorrected } from "../../../../src/campaign/work-report/contents/give-parts.ts";
import { partsByPlace } from "../../../../src/campaign/work-report/contents/said-parts.ts";
import { withoutBeside } from "../../../../src/campaign/work-report/receive.ts";

const PARTS = ["情况", "做法", "问题", "建议", "推广"];
const read = (text: string) => {
  const said = partsByPlace(text, PARTS);
  return said && [...said].map(([name, words]) => `${name}=${words}`).join("|");
};

test.each([
  ["1 申报2个 2 党建强 3 无", "情况=申报2个|做法=党建强|问题=无"],
  ["1、申报2个\n2、党建强\n3、无\n4、继续抓", "情况=申报2个|做法=党建强|问题=无|建议=继续抓"],
  ["3 停车难", "问题=停车难"],
  ["（4）继续抓；（5）全区推广", "建议=继续抓|推广=全区推广"],
  ["1 申报2个小区，宣传3次 2 党建强", "情况=申报2个小区，宣传3次|做法=党建强"],
  ["1. 做了2件事 2. 其他", "情况=做了2件事|做法=其他"],
])("%j: parts by their place, counted on", (text, parts) => {
  expect(read(text)).toBe(parts);
});

test.each(["6 没有这一项", "申报2个", "12个小区", "1", "0 无"])("%j begins with no place", (text) => {
  expect(read(text)).toBeUndefined();
});

const PLAN = ["活动开展情况", "主要做法成效", "存在问题", "下一步工作建议"];

test.each([
  ["开展情况嗯七月开始动员", "活动开展情况", "七月开始动员"],
  ["主要做法嗯红色物业还有那个三方联席会", "主要做法成效", "红色物业还有那个三方联席会"],
  ["存在的问题就是物业费收缴率低", "存在问题", "物业费收缴率低"],
  ["下一步建议多培训多走访", "下一步工作建议", "多培训多走访"],
  ["推广情况嗯推广到了十二个小区", "promotion", "推广到了十二个小区"],
  ["问题嘛停车难", "存在问题", "停车难"],
])("%s: its head names the part without a colon", (text, part, words) => {
  expect([...partsSaid(text, PLAN)]).toEqual([[part, words]]);
});

test.each(["存在问题的原因是停车难", "推广到了十二个小区"])("%s names none", (text) => {
  expect(partsSaid(text, PLAN).size).toBe(0);
});

test("what is taken back within a part is asked about", () => {
  expect(() => requireUncorrected(new Map([["活动开展情况", "一共十六个小区参加不对是十八个"]]))).toThrow("更正");
  expect(() => requireUncorrected(new Map([["活动开展情况", "一共十八个小区参加"]]))).not.toThrow();
});

test("a report in one breath: parts by their words, and none of what leads to it", () => {
  const { text, beside } = withoutBeside(
    "嗯工作报告我来说吧今年一共申报了两个小区推荐了两个做法嗯党建引领问题是物业费收缴率低建议多搞培训哦对了经验在全市推广了十二个小区",
  );
  expect(beside).toEqual(["嗯工作报告我来说吧"]);
  expect(contentsOf(text, PLAN).map((part) => part.text)).toEqual(["", "党建引领", "物业费收缴率低", "多搞培训"]);
  expect(promotionIn(text)).toBe("经验在全市推广了十二个小区");
});

test.each([
  ["然后主要做法是红色物业", "主要做法成效", "红色物业"],
  ["对了问题就是停车难", "存在问题", "停车难"],
  ["还有存在问题嗯停车难", "存在问题", "停车难"],
  ["那个做法呢就是三方联席会", "主要做法成效", "三方联席会"],
  ["活动开展的情况嗯七月动员", "活动开展情况", "七月动员"],
  ["不足之处是资金紧张", "存在问题", "资金紧张"],
])("%s: what opens a sentence is none of the name", (text, part, words) => {
  expect([...partsSaid(text, PLAN)]).toEqual([[part, words]]);
});

test("a breath ends in what is said of 推广, however it is led", () => {
  const said =
    "工作报告开展情况嗯申报三个小区主要做法嗯红色物业存在的问题就是收缴率低下一步建议多培训推广情况嗯推广十二个";
  expect(contentsOf(said, PLAN).map((part) => part.text)).toEqual(["申报三个小区", "红色物业", "收缴率低", "多培训"]);
  expect(promotionIn(said)).toBe("推广十二个");
});

test.each([
  ["做法：党建联建 成效：满意98", "主要做法成效", "党建联建\n满意98"],
  ["成效：满意98\n做法：党建联建", "主要做法成效", "满意98\n党建联建"],
  ["主要做法：联席会；成效：投诉下降", "主要做法成效", "联席会；\n投诉下降"],
])("%j: two headings of a part are both of it, and nothing is lost", (text, part, words) => {
  expect(
    partsSaid(text, PLAN)
      .get(part)
      ?.replaceAll(/[；;](?=\n)/gu, "；"),
  ).toBe(words);
});

test.each(["略", "从略", "待补充", "待补", "另附。", "后补"])("%j puts a part off, and is none", (said) => {
  expect(() => requireShort(new Map([["存在问题", said]]))).toThrow("不是");
});

test.each(["无", "没有问题", "停车难"])("%j is said of a part", (said) => {
  expect(() => requireShort(new Map([["存在问题", said]]))).not.toThrow();
});

test.each(["建议：加车位；推广 略", "建议：加车位；推广：略", "建议：加车位；推广 略。", "建议：加车位\n推广 无"])(
  "%j: nothing is said of 推广实施, and nothing of it stands in what goes before",
  (text) => {
    expect(promotionIn(text)).toBeUndefined();
    const own = contentsOf(text, PLAN).find(({ name }) => name === "下一步工作建议");
    expect(own?.text.replace(/[；;]$/u, "")).toBe("加车位");
  },
);
