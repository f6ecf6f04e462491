import { describe, expect, test } from "vitest";
import { answersStart } from "../../../../src/campaign/application/requirements/answers-start.ts";
import { echoOf } from "../../../../src/campaign/application/requirements/echo.ts";
import { readLine } from "../../../../src/campaign/application/requirements/read-line.ts";
import { readNumber } from "../../../../src/campaign/application/requirements/read-number.ts";
import { readTyped } from "../../../../src/campaign/application/requirements/read-typed.ts";
import { households } from "../../definition/support/campaigns.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const when = { today: "2023-09-01", year: 2023 } as const;
const facts = { definition: shaoxing, answering: when, before: {} };
const read = (typed: string) => {
  const { given } = readTyped(typed, facts);
  if (!given) throw new Error(`nothing read in ${typed}`);
  return given;
};
const problems = (typed: string) => readTyped(typed, facts).given?.problems ?? readLine(shaoxing, typed, when).problems;

describe("附件1 as it is pasted", () => {
  test.each([
    ["①4-2符合\n②2-3不符合\n③10-1符合", "符合 4-2、10-1，不符合 2-3"],
    ["一、1-1、1-2均符合。\n二、2-1符合，2-3不符合。", "符合 1-1、1-2、2-1，不符合 2-3"],
    ["1、8-3不符合\n2、8-4不符合", "不符合 8-3、8-4"],
    ["王工 09:12\n3-1 符合\n[图片]\n王工 09:13\n3-2 不符合\n以上请录入，谢谢", "符合 3-1，不符合 3-2"],
    ["第1项均符合，第2、3项都不符合", "符合 1-1、1-2、1-3，不符合 2-1、2-2、2-3、3-1、3-2"],
    ["8-2 缴费率96.5%（应收120万元，实收115.8万元）", "应收 120万元，实收 115.8万元"],
    ["编号\t要求\t自查情况\t备注\n1-1\t小区党组织健全\t符合", "符合 1-1"],
  ])("%s", (text, line) => {
    expect({ problems: problems(text), line: readTyped(text, facts).lineWith({}) }).toEqual({ problems: [], line });
  });

  test("who filled it in is named whole and asked about", () => {
    expect(problems("1-1 符合\n填表人：钱某")).toEqual(["“填表人:钱某”未能识别"]);
  });
});

describe("附件1 as it is abbreviated", () => {
  test.each([
    ["1-1 x", { "1-1": "notMet" }],
    ["1-1 X，7-2?，8-1：待", { "1-1": "notMet", "7-2": "unclear", "8-1": "unclear" }],
    ["1-1 是；1-2否；1-3 v", { "1-1": "met", "1-2": "notMet", "1-3": "met" }],
  ])("%s", (typed, clauses) => {
    expect(read(typed)).toMatchObject({ clauses, problems: [] });
  });

  test("amounts in 万 as w", () => {
    expect(read("应收120w 实收115.8W").figures).toEqual(read("应收120万 实收115.8万").figures);
  });

  test("an amount without the unit of the other is asked about", () => {
    expect(problems("应收120万 实收118").join("")).toContain("“118”没有写明单位，请写“118万元”或“118元”");
    expect(problems("应收120 实收118万").join("")).toContain("“120”没有写明单位");
    expect(problems("应收120万 实收1180000")).toEqual([]);
    expect(problems("应收120万 实收0元")).toEqual([]);
  });

  test("0 is 无 where something is declared", () => {
    expect(read("行政处罚0").figures).toEqual(read("行政处罚无").figures);
  });
});

describe("附件1 as it is spoken", () => {
  test("a row with its share and the two amounts is read", () => {
    expect(problems("8-2\t物业费收缴率\t96.5%  应收1,200,000元，实收115.8万元")).toEqual([]);
    expect(problems("8-2\t物业费收缴率\t98%  应收1,200,000元，实收115.8万元")).not.toEqual([]);
  });

  test("a share beside the amounts that make it is no problem; one that they do not make is", () => {
    expect(problems("收缴率95%，应收120万，实收114万")).toEqual([]);
    expect(problems("收缴率96.2%，应收120万，实收115.5万")).toEqual([]);
    expect(problems("收缴率98%，应收120万，实收114万")).not.toEqual([]);
    expect(problems("收缴率98%")).not.toEqual([]);
  });

  test("a figure corrected in one breath is the one said last", () => {
    for (const said of [
      "应收不对是125万",
      "应收120万不对是125万",
      "应收120万，不对，应收125万",
      "物业费应收一百二十五万",
    ])
      expect(readLine(shaoxing, `${said}，实收118万五不对119万`, when).entries).toMatchObject({
        [Object.keys(readLine(shaoxing, "应收1", when).entries)[0] ?? ""]:
          expect.stringMatching(/(?:125|一百二十五)万$/u),
      });
  });

  test.each(["七之二现在查过了是符合", "7-2查过了符合"])("%s", (said) => {
    expect(read(said).clauses).toEqual({ "7-2": "met" });
  });
});

describe("附件1 by words", () => {
  test("其余均符合 and two lists", () => {
    expect(read("其余均符合，不符合 8-2，尚不清楚 3-1")).toEqual({
      rest: true,
      clauses: { "8-2": "notMet", "3-1": "unclear" },
      reasons: {},
      figures: {},
      problems: [],
    });
  });

  test.each([
    "不符合：8-2、9-1；尚不清楚3-1；其余都符合",
    "不符合8-2，9-1。待核实 3-1。其他各条均符合。",
    "8-2、9-1不符合，3-1不清楚，其余符合",
    "不符合 第8-2项和附件1第9-1条，不明确 要求3-1，剩余全部符合",
  ])("%s says the same", (typed) => {
    const { rest, clauses, problems: wrong } = read(typed);

    expect(wrong).toEqual([]);
    expect(rest).toBe(true);
    expect(clauses).toEqual({ "8-2": "notMet", "9-1": "notMet", "3-1": "unclear" });
  });

  test.each([
    ["其余均符合 不符合 8-2", true, { "8-2": "notMet" }],
    ["其余均符合 8-2尚不清楚 6-2不符合", true, { "8-2": "unclear", "6-2": "notMet" }],
    ["8-2尚不清楚 6-2不符合", false, { "8-2": "unclear", "6-2": "notMet" }],
    ["其余都符合 尚不清楚 八之二 不符合 六之二", true, { "8-2": "unclear", "6-2": "notMet" }],
    ["其余都符合 八杠二不清楚", true, { "8-2": "unclear" }],
    ["第八项第二条不符合，要求第6项第2条尚不清楚", false, { "8-2": "notMet", "6-2": "unclear" }],
    ["八点二不符合，9.1 待核实", false, { "8-2": "notMet", "9-1": "unclear" }],
    ["不符合：4-2\n尚不清楚：10-1\n其余各条：符合", true, { "4-2": "notMet", "10-1": "unclear" }],
    ["不符合：\n4-2\n10-1", false, { "4-2": "notMet", "10-1": "notMet" }],
    ["６－２、７—３不符合；８－２尚不清楚；其余均符合。", true, { "6-2": "notMet", "7-3": "notMet", "8-2": "unclear" }],
    ["8-1至8-3不符合", false, { "8-1": "notMet", "8-2": "notMet", "8-3": "notMet" }],
    ["8-2 9-1 不符合", false, { "8-2": "notMet", "9-1": "notMet" }],
    ["4-2 执法进小区 不符合", false, { "4-2": "notMet" }],
    ["5-3 物业企业近1年无行政处罚记录：符合", false, { "5-3": "met" }],
    ["8-2、9-1均符合", false, { "8-2": "met", "9-1": "met" }],
    ["8-2 √，9-1 ×", false, { "8-2": "met", "9-1": "notMet" }],
    ["1-1\t符合\n6-2\t不符合\n8-2\t尚不清楚\n其余均符合", true, { "1-1": "met", "6-2": "notMet", "8-2": "unclear" }],
    [
      "序号\t要求\t是否符合\t备注\n1-1\t小区党组织健全\t√\t\n4-2\t执法进小区\t×\n10-1\t满意度高\t？\t",
      false,
      { "1-1": "met", "4-2": "notMet", "10-1": "unclear" },
    ],
    ["不符合\t8-2、9-1\n其余各条\t均符合", true, { "8-2": "notMet", "9-1": "notMet" }],
  ] as const)("%j is read whole", (typed, rest, clauses) => {
    expect(read(typed)).toEqual({ rest, clauses, reasons: {}, figures: {}, problems: [] });
  });

  test.each([
    "应收120万 实收118万 行政处罚 无",
    "应收一百二十万实收一百一十八万，行政处罚没有",
    "应收：120万元；实收：118万元；近1年行政处罚：无",
  ])("%s: a figure ends where the next one begins", (typed) => {
    expect(read(typed)).toMatchObject({
      problems: [],
      figures: {
        penalty: { kind: "event", happenedOn: null },
        "fee-rate": { kind: "ratio", whole: 1_200_000, part: 1_180_000 },
      },
    });
  });

  test("everything together, without a comma", () => {
    expect(read("其余都符合 八之二尚不清楚 六之二不符合 应收一百二十万实收一百一十八万")).toEqual({
      rest: true,
      clauses: { "8-2": "unclear", "6-2": "notMet" },
      reasons: {},
      figures: { "fee-rate": { kind: "ratio", whole: 1_200_000, part: 1_180_000 } },
      problems: [],
    });
  });

  test("figures stand behind their words", () => {
    const { figures, problems: wrong } = read(
      "应收物业费1,200,000元，实收120万，行政处罚无，入户宣传百分之百，为民办实事2件 2023年5月1日，成员7人，党员四人",
    );

    expect(wrong).toEqual([]);
    expect(figures).toEqual({
      penalty: { kind: "event", happenedOn: null },
      "household-publicity": { kind: "percent", percent: 100 },
      "fee-rate": { kind: "ratio", whole: 1_200_000, part: 1_200_000 },
      "practical-service": { kind: "count", number: 2, lastOn: "2023-05-01" },
      "party-share": { kind: "ratio", whole: 7, part: 4 },
    });
    expect(read("行政处罚 有 2022年9月1日").figures.penalty).toEqual({ kind: "event", happenedOn: "2022-09-01" });
  });

  test("不适用 only where a ruling knows it, and with a reason", () => {
    expect(read("不适用 7-2 无电梯")).toMatchObject({
      clauses: { "7-2": "notApplicable" },
      reasons: { "7-2": "无电梯" },
      problems: [],
    });
    expect(problems("不适用 7-2")).toEqual(["7-2不适用须说明理由"]);
    expect(problems("不适用 8-2 没有")).toEqual(["8-2不能写不适用，可以写的有7-2"]);
  });

  test.each([
    ["8-2\t物业费收缴率\t符合\t应收120万，实收118万", { "8-2": "met" }],
    ["8-2\t√\t应收120万\t实收118万", { "8-2": "met" }],
    ["8-2\t应收120万\t实收118万", {}],
    ["8-2 应收120万，实收118万", {}],
    ["8-2，应收120万，实收118万", {}],
    ["8-2应收120万实收118万", {}],
    ["8.2 应收120万、实收118万", {}],
  ])("%j: the figures of a clause stand beside it", (typed, clauses) => {
    expect(read(typed)).toMatchObject({
      clauses,
      problems: [],
      figures: { "fee-rate": { kind: "ratio", whole: 1_200_000, part: 1_180_000 } },
    });
  });

  test("the note of a clause that has a percentage is that", () => {
    expect(read("6-2\t入户宣传\t√\t98%").figures).toEqual({ "household-publicity": { kind: "percent", percent: 98 } });
  });

  test.each(["收缴率98%", "物业费收缴率为98%", "8-2 收缴率百分之九十八", "8-2\t98%", "8-2\t√\t缴费率98%"])(
    "%j: the amounts of a share are asked for",
    (typed) => {
      expect(problems(typed).join()).toMatch(/请改填应收物业费（元）和实收物业费（元），比例由系统计算$/u);
    },
  );

  test.each([
    ["7-3 符合\n7-3 不符合\n1-1 符合\n1-2 符合，大概吧", "符合 1-1、1-2", 2],
    ["不符合 环境卫生、8-2，9-1", "不符合 8-2、9-1", 2],
    ["1-1、1-2符合，9-1不符合，应收 120万，实收 118万，大概吧", "不符合 9-1，符合 1-1、1-2，应收 120万，实收 118万", 5],
    ["不适用 7-2 无电梯，大概吧", "", 0],
    ["8-2符合，收缴率98%", "符合 8-2", 1],
    ["7-3 符合，7-3 不符合", "", 0],
  ])("%j: what is offered beside what is refused reads back, and is counted as it is listed", (typed, line, count) => {
    const { readable } = readTyped(typed, facts);

    expect(readable).toEqual({ line, count });
    if (count > 0) expect(read(readable.line).problems).toEqual([]);
  });

  test.each([
    ["不符合 11-1", ["没有编号11-1"]],
    ["不符合 8", ["第8项须写明是哪一条：8-1、8-2、8-3、8-4"]],
    ["不符合 8-2，尚不清楚 8-2", ["8-2写了不止一处"]],
    ["不符合 环境卫生", ["“环境卫生”不是编号"]],
    ["8-2 不符合 9-1", ["“8-2 不符合 9-1”有两种理解，请用逗号分开"]],
    ["不符合 8-2 尚不清楚", ["“不符合 8-2 尚不清楚”有两种理解，请用逗号分开"]],
    ["8-2不符合，大概吧，6-9待定", ["“大概吧”未能识别", "没有编号6-9"]],
    ["8-2，9-1", ["“8-2”未能识别", "“9-1”未能识别"]],
    ["不符合 十二之一", ["没有编号12-1"]],
    ["4-2\t执法进小区\t×\t城管未进驻", ["4-2的备注“城管未进驻”没有栏目可以记录，请另写入推荐理由"]],
    ["4-2\t执法进小区", ["4-2没有写明是否符合"]],
    ["其余均符合，大概吧", ["“大概吧”未能识别"]],
    ["应收 100", ["应收物业费（元）和实收物业费（元）须同时填报"]],
    ["应收 约一百，实收 90", ["应收物业费（元）“约一百”应写数字，须与实收物业费（元）一并重新填写"]],
    ["应收 0，实收 0", ["应收物业费（元）应大于0"]],
    ["成员 6，党员 7", ["其中党员（人）不能多于业主组织成员（人）"]],
  ])("%s is refused as a whole", (typed, wrong) => {
    expect(problems(typed)).toEqual(wrong);
  });

  test("the echo reads back as the same", () => {
    const typed =
      "其余均符合，不符合 8-2、9-1，尚不清楚 3-1，行政处罚 有 2022-09-01，入户宣传 100%，应收 1200000，实收 1100000.5，为民办实事 2，最近一件 2023-05-01，成员 7，党员 4";
    const given = read(typed);
    const ids = shaoxing.requirements.requirements.flatMap(({ clauses }) => clauses.map(({ id }) => id));
    const all = Object.fromEntries(ids.filter((id) => id !== "10-2").map((id) => [id, "met" as const]));
    const echo = echoOf(shaoxing, { clauses: { ...all, ...given.clauses }, figures: given.figures });

    expect(given.problems).toEqual([]);
    expect(echo).toBe(typed);
    expect(read(echo)).toEqual(given);
  });

  test("the name ends where the answers begin", () => {
    const name = (typed: string) => typed.slice(0, answersStart(shaoxing, typed)).trim();

    expect(name("鉴湖新村 其余均符合，不符合 8-2")).toBe("鉴湖新村");
    expect(name("鉴湖新村 8-2不符合")).toBe("鉴湖新村");
    expect(name("鉴湖新村 应收 100，实收 95")).toBe("鉴湖新村");
    expect(name("鉴湖新村")).toBe("鉴湖新村");
    expect(name("鉴湖新村 ６－２、７—３不符合；其余均符合")).toBe("鉴湖新村");
    expect(name("鉴湖新村八之二不符合")).toBe("鉴湖新村");
    expect(name("鉴湖新村 第八项第二条不符合")).toBe("鉴湖新村");
    expect(name("鉴湖新村\n序号\t要求\t是否符合\n1-1\t健全\t√")).toBe("鉴湖新村");
    expect(name("三之一小区")).toBe("三之一小区");
    expect(name("鉴湖新村 第1、2项符合")).toBe("鉴湖新村");
    expect(name("鉴湖新村 前三项都不符合")).toBe("鉴湖新村");
    expect(name("鉴湖新村 其余fh")).toBe("鉴湖新村");
    expect(name("鉴湖新村其他没问题，就是8-2不符合")).toBe("鉴湖新村");
    expect(name("前三项目花园")).toBe("前三项目花园");
  });

  test("a campaign without figures or requirements has nothing to read", () => {
    expect(readLine(households, "应收 100", when).problems).toEqual(["“应收 100”未能识别"]);
  });
});

describe("amounts", () => {
  test.each([
    ["1200000", 1_200_000],
    ["1,200,000元", 1_200_000],
    ["120万", 1_200_000],
    ["120.5万元", 1_205_000],
    ["1140000.55", 1_140_000.55],
    ["三百元", 300],
    ["118万5千元", 1_185_000],
    ["118 万 5 千元", 1_185_000],
    ["0", 0],
  ])("%s is %s", (typed, amount) => {
    expect(readNumber(typed, { decimals: 2 })).toBe(amount);
  });

  test.each(["约120万", "100到120", "-5", "95%", "很多", "1.234", "118万5", "118万5千3百", "1.2万5千"])(
    "%s is none",
    (typed) => {
      expect(readNumber(typed, { decimals: 2 })).toBeUndefined();
    },
  );

  test("people are whole", () => {
    expect(readNumber("7人")).toBe(7);
    expect(readNumber("3.5")).toBeUndefined();
  });
});
