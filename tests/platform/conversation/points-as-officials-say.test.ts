import { describe, expect, test } from "vitest";
import { lineRules } from "../../../src/campaign/scoring/line-rules.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import type { ScoreRules } from "../../../src/platform/conversation/score-rules.ts";
import { shaoxing } from "../../campaign/definition/support/shaoxing.ts";

const none = lineRules(shaoxing, new Map() as never);
const all = none.sections.flatMap(({ rows }) => rows.map(({ id }) => id));
const scored: ScoreRules = { ...none, given: all };
const first: ScoreRules = {
  ...none,
  ...{ given: [], at: "1-1", open: "1", items: none.sections[0]?.rows.map(({ id }) => id) ?? [] },
};

/** What is recorded, or `?` with what is offered. */
const read = (text: string, rules = scored): string => {
  const line = readScoreLine(rules, text);
  if (line.kind === "points") return showEntries(line.entries) + (line.rest ? "；其余满分" : "");
  if (line.kind !== "retry") return line.kind;
  const { readable, readings = [], choices = [] } = line;
  return `? ${[...(readable ? [readable.typed] : []), ...readings, ...choices.map(({ typed }) => typed)].join(" / ")}`;
};

const sentence = (text: string, rules = scored): string => {
  const line = readScoreLine(rules, text);
  return line.kind === "retry" ? line.sentence : line.kind;
};

describe("a row begins where points stand straight before their reason, too", () => {
  test.each([
    ["1-4 5 1-5 2场地小", "1-4 5；1-5 2 场地小"],
    ["1-1 3 街道机制不全 1-4 4没联席 1-5 2缺场地", "1-1 3 街道机制不全；1-4 4 没联席；1-5 2 缺场地"],
    ["1-1到1-3 3 1-4 4没联席 1-5 2缺场地", "? 1-4 4 没联席；1-5 2 缺场地 / 1-1 3；1-2 3；1-3 3"],
    ["1-5 2 场地小 1-4 5", "1-5 2 场地小；1-4 5"],
  ])("%s", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  test.each(["3-5 4 门前 1-2 3幢漏水", "3-5 4 投诉 1-2 2次"])("what is counted is none: %s", (typed) => {
    expect(read(typed)).not.toContain("；1-2");
  });
});

describe("同上 and 不变 behind a row are of that row", () => {
  test.each([
    ["1-1 4，1-2 1-3同上", "? 1-1 4；1-2 4；1-3 4"],
    ["3-5 3漏水 3-6 同上", "? 3-5 3 漏水；3-6 3 漏水"],
    ["3-1到3-4满 3-5 3漏水 3-6 同上", "? 3-1 4；3-2 5；3-3 3；3-4 4；3-5 3 漏水；3-6 3 漏水"],
    ["4-1至4-3 2 投诉多 同上", "? 4-1 2 投诉多；4-2 2 投诉多；4-3 2 投诉多"],
    ["2-3 5 公示少 2-4不变", "? 2-3 5 公示少"],
    ["一杠二一杠三还是四分", "? 1-2 4；1-3 4"],
  ])("%s", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  test("不变 is said to change nothing", () => {
    expect(sentence("2-3 5 公示少 2-4不变")).toContain("2-4写「不变」");
  });

  test("what cannot be the same is named", () => {
    expect(read("2-1 6；3-3 同上")).toBe("? 2-1 6");
  });
});

describe("a reason for several rows", () => {
  test("is asked about, with the rows that have none", () => {
    expect(read("1-2 1 1-3 2 都是会议少")).toBe("? 1-2 1 会议少；1-3 2 会议少");
  });

  test("the same sentence is not said of each row", () => {
    expect(sentence("4-1至4-3都2 不变")).toBe(
      "「不变」没有作为4-1、4-2、4-3的理由，未保存。其余3项可以记录：4-1 2；4-2 2；4-3 2。请点击「记录其余3项」，或改正后整条重新发送。",
    );
  });

  test("of one row it is its own", () => {
    expect(read("1-3 2 都是会议少")).toBe("1-3 2 都是会议少");
  });
});

describe("the points of a part behind a row are rows of their own", () => {
  const third = "3-1 4；3-2 5；3-3 3；3-4 4；3-5 4；3-6 5；3-7 5；3-8 3；3-9 5";
  const full = "3-1 4；3-2 5；3-3 3；3-4 4；3-5 5；3-6 5；3-7 5；3-8 4；3-9 5";
  test.each([
    ["2-4满 三 4 5 3 4 4 5 5 3 5", `2-4 5；${third}`],
    ["2-4 4 公示少 三 4 5 3 4 4 5 5 3 5", `2-4 4 公示少；${third}`],
    ["2-4满，三部分 453445535", `2-4 5；${third}`],
    ["2-4满 3部分全满", `2-4 5；${full}`],
    [
      "1-1~1-5满 2-1 5 2-2 0没公示 2-3至2-4满 3部分全满 4-1 2，4-2 2，其余满",
      `1-1 4；1-2 4；1-3 4；1-4 5；1-5 3；2-1 5；2-2 0 没公示；2-3 6；2-4 5；${full}；4-1 2；4-2 2；其余满分`,
    ],
    ["3-6 4 绿化差 三 4 5 3", "? 3-6 4 绿化差"],
    ["3-6 4 其中3部分黄土裸露", "3-6 4 其中3部分黄土裸露"],
    ["四 3 3 2 3 3 3 2 宣传少", "? 4-1 3；4-2 3；4-3 2；4-4 3；4-5 3；4-6 3；4-7 2"],
  ])("%s", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });
});

describe("two rows in one line, each with its reason", () => {
  test.each([
    ["1-1 3没台账1-2 4有会议记录", "1-1 3 没台账；1-2 4 有会议记录"],
    ["4-3 3 2-1 6 2-3 6满", "4-3 3；2-1 6；2-3 6"],
    ["2-3 5满", "? 2-3 5"],
    ["1-2 3 4-5 2人手少", "1-2 3；4-5 2 人手少"],
    ["4-5 2人手少", "4-5 2 人手少"],
    ["4-5 2人参加", "? "],
  ])("%s", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });
});

describe("one reason of rows that have their points", () => {
  test.each([
    ["3-5 3-7 3-8理由都是电梯老", "3-5 电梯老；3-7 电梯老；3-8 电梯老"],
    ["3-5、3-7、3-8理由：电梯老", "3-5 电梯老；3-7 电梯老；3-8 电梯老"],
    ["3-5到3-7理由电梯老", "3-5 电梯老；3-6 电梯老；3-7 电梯老"],
    ["3-8 2 3-9 3以上理由同", "3-8 2；3-9 3 同上"],
    ["3-8 2漏水 3-9 3 理由一样", "3-8 2 漏水；3-9 3 同上"],
    ["3-9 3 同上理由", "3-9 3 同上"],
    ["3-4理由删掉，3-5的理由也删掉", "3-4 理由 无；3-5 理由 无"],
  ])("%s", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  test("rows are not run together in what is said", () => {
    expect(sentence("2-1 2-3同2-4")).toBe("2-1、2-3没有写分数，未保存。");
  });
});

describe("嘛 and 那个 are no part of a reason", () => {
  test.each([
    ["二杠四那个四分", "2-4 4"],
    ["一杠五嘛两分党建活动场所小了点", "1-5 2 党建活动场所小了点"],
    ["一杠五两分那个活动室小了一点", "1-5 2 活动室小了一点"],
    ["三杠五理由那个楼道卫生差点", "3-5 楼道卫生差点"],
    ["三杠五嘛那个电梯老是坏给两分三杠六满分", "? 3-6 5 / 3-5 2 电梯老是坏"],
    ["3-5 4 那个", "3-5 4"],
  ])("%s", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });
});

describe("第一条改成三分, where the page shows another part than the row given last", () => {
  const turned: ScoreRules = { ...none, at: "2-1", items: ["2-1", "2-2", "2-3", "2-4"], last: "1-5" };
  test.each([
    ["哦不对第一条改成三分居民反映执法慢", "? 1-1 3 居民反映执法慢 / 2-1 3 居民反映执法慢"],
    ["第一条三分", "2-1 3"],
  ])("%s", (typed, expected) => {
    expect(read(typed, turned)).toBe(expected);
  });

  test("of one part it is clear", () => {
    expect(read("第一条改成三分", { ...turned, last: "2-3" })).toBe("2-1 3");
  });
});

describe("no reason", () => {
  test.each([
    ["4-6 2 8月28", "? 4-6 2"],
    ["4-6 2 8月28日", "? 4-6 2"],
    ["4-6 2 2023年8月28日", "? 4-6 2"],
    ["4-6 2 今天", "? 4-6 2"],
    ["4-6 2 8月28日停水", "4-6 2 8月28日停水"],
    ["1-4改成5分，不扣了", "1-4 5"],
    ["1-4 5 不扣分", "1-4 5"],
    ["1-4 4 不扣了", "? 1-4 4"],
    ["一杠四三分吧不对四分不变", "? 1-4 4 / 1-4 3"],
    ["1-4 4 不变", "? 1-4 4"],
  ])("%s", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });
});

describe("what is added to a reason", () => {
  test.each([
    ["一杠二再补一句去年只开了两次", "1-2 理由补充：去年只开了两次"],
    ["四杠一理由再加上字太小", "4-1 理由补充：字太小"],
    ["4-1补充理由：字太小", "4-1 理由补充：字太小"],
    ["4-1 2 再加一条字太小", "4-1 2 理由补充：字太小"],
    ["4-1 理由补充：字太小", "4-1 理由补充：字太小"],
    ["4-1 2 加装电梯未完成", "4-1 2 加装电梯未完成"],
    ["3-6 3 补种不及时", "3-6 3 补种不及时"],
    ["3-6 理由补种不及时", "3-6 补种不及时"],
    ["一杠四理由还是例会记录不全", "1-4 例会记录不全"],
    ["三杠三理由改成收缴率百分之九十一去年欠费的多", "3-3 收缴率百分之九十一去年欠费的多"],
  ])("%s", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });
});

describe("points said again", () => {
  test.each([
    ["三之一给三分吧信用不是前百分之五哦不对前百分之五的那就四分", "? 3-1 4"],
    ["三杠九四分不不不五分", "? 3-9 5 / 3-9 4"],
    ["二杠二三分二杠三六分哦不五分公示不及时", "? 2-2 3 / 2-3 5 公示不及时 / 2-3 6"],
    ["一杠三算了给两分材料没看到", "1-3 2 材料没看到"],
    ["三杠九给个四分吧就是劝阻不太积极", "3-9 4 劝阻不太积极"],
    ["3-1 3-2改0 没证明", "? 3-1 0 没证明；3-2 0 没证明"],
    ["三杠九四分不五分", "? 3-9 5 / 3-9 4"],
    ["一之五党建活动场所扣一分场地太小了", "? 1-5 2 场地太小了"],
    ["第四部分全部满分吧哦四杠五扣一分飞线充电", "? 4-1 3；4-2 3；4-3 3；4-4 3；4-6 3；4-7 2 / 4-5 2 飞线充电"],
    ["第四部分都满分，4-5 2 飞线充电", "4-1 3；4-2 3；4-3 3；4-4 3；4-6 3；4-7 2；4-5 2 飞线充电"],
  ])("%s", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });
});

describe("其余 within a part", () => {
  const WORDS = "第三部分第一条零分信用不在前百分之五第二条五分第三条三分其他的都满分";

  test("is of that part", () => {
    expect(read(WORDS, first)).toBe("3-1 0 信用不在前百分之五；3-2 5；3-3 3；3-4 4；3-5 5；3-6 5；3-7 5；3-8 4；3-9 5");
  });

  test("leaves rows as they are that have points", () => {
    expect(read(WORDS, { ...first, given: ["3-4", "3-9"] })).toBe(
      "3-1 0 信用不在前百分之五；3-2 5；3-3 3；3-5 5；3-6 5；3-7 5；3-8 4",
    );
  });

  test("behind two parts it is asked about", () => {
    expect(read("第三部分第一条零分，第四部分第一条两分，其余满分", first)).toBe("? 3-1 0；4-1 2；其余满分");
  });

  test("without a part, or behind a whole one, it is of all", () => {
    expect(read("3-1 0，其余满分", first)).toBe("3-1 0；其余满分");
    expect(read("第一部分四四四五三，其余满分", first)).toBe("1-1 4；1-2 4；1-3 4；1-4 5；1-5 3；其余满分");
  });
});

describe("rows that are counted", () => {
  test.each([
    ["前三个4分", "? 1-1 4；1-2 4；1-3 4"],
    ["前两条给3分", "? 1-1 3；1-2 3"],
    [
      "1至3 满",
      "? 1-1 4；1-2 4；1-3 4 / 1-1 4；1-2 4；1-3 4；1-4 5；1-5 3；2-1 6；2-2 3；2-3 6；2-4 5；3-1 4；3-2 5；3-3 3；3-4 4；3-5 5；3-6 5；3-7 5；3-8 4；3-9 5",
    ],
  ])("%s", (typed, expected) => {
    expect(read(typed, first)).toBe(expected);
  });

  test("without an open part it is said what to write", () => {
    expect(sentence("前三个4分", none)).toContain("请写明条目编号");
    expect(read("1至3 满", none)).toMatch(/^\? 1-1 4；/u);
  });

  test("one number for all that are left is refused with a form", () => {
    expect(sentence("剩下都是 3", first)).toBe(
      "「剩下都是 3」未保存：其余条目的满分不同。打满分的，请发送「其余满分」；相同分数的，请写明条目，例如「1-1至1-2都3」。",
    );
  });

  test("where all that are left can have it, it is offered", () => {
    expect(read("其余都3分", { ...first, given: all.filter((id) => !["4-1", "4-2"].includes(id)) })).toBe(
      "? 4-1 3；4-2 3",
    );
  });
});

describe("rows of the sheet as they are pasted", () => {
  test("two numbers behind a row: which is the points is asked", () => {
    expect(read("2-1\t4\t3\t维修资金账目公示不及时（2023.3起才公示）")).toBe(
      "? 2-1 4 维修资金账目公示不及时（2023.3起才公示） / 2-1 3 维修资金账目公示不及时（2023.3起才公示）",
    );
  });

  test("a heading says which", () => {
    const lines = ["条目\t分值\t得分\t扣分理由", "一、党建引领机制完善（20分）", "1-1\t4\t4\t", "1-2\t4\t3\t记录不全"];
    expect(read(lines.join("\n"))).toBe("1-1 4；1-2 3 记录不全");
  });

  test.each([
    ["4-7，得分2，备注「志愿队12人」", "4-7 2 备注 「志愿队12人」"],
    ["1-1得分：3 会议少", "1-1 3 会议少"],
    ["1.小区显著位置公示相关部门投诉、咨询电话（3分）　得3分", "4-1 3"],
    ["2.1 5.5 台账不全", "? "],
    ["2.1 5 台账不全", "2-1 5 台账不全"],
  ])("%s", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  test("the example of a reason has points that can have one", () => {
    expect(sentence("1-5 那个怎么")).toContain("例如：1-5 2 理由");
  });
});
