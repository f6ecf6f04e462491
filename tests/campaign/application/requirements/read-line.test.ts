import { describe, expect, test } from "vitest";
import { echoOf } from "../../../../src/campaign/application/requirements/echo.ts";
import { readEntries } from "../../../../src/campaign/application/requirements/read-entries.ts";
import { answersStart, readLine } from "../../../../src/campaign/application/requirements/read-line.ts";
import { readNumber } from "../../../../src/campaign/application/requirements/read-number.ts";
import { households } from "../../definition/support/campaigns.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const when = { today: "2023-09-01", year: 2023 } as const;
const read = (typed: string) => {
  const { entries, problems } = readLine(shaoxing, typed, when);
  const given = readEntries(entries, { definition: shaoxing, answering: when, before: {} });
  return { ...given, problems: [...problems, ...given.problems] };
};
const problems = (typed: string) => read(typed).problems;

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
    ["不符合 11-1", ["没有编号11-1"]],
    ["不符合 8", ["第8项须写明是哪一条：8-1、8-2、8-3、8-4"]],
    ["不符合 8-2，尚不清楚 8-2", ["8-2写了不止一处"]],
    ["不符合 环境卫生", ["“环境卫生”不是编号"]],
    ["其余均符合，大概吧", ["“大概吧”没有读懂"]],
    ["应收 100", ["应收物业费（元）和实收物业费（元）须同时填报"]],
    ["应收 约一百，实收 90", ["应收物业费（元）“约一百”应写数字"]],
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
  });

  test("a campaign without figures or requirements has nothing to read", () => {
    expect(readLine(households, "应收 100", when).problems).toEqual(["“应收 100”没有读懂"]);
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
    ["0", 0],
  ])("%s is %s", (typed, amount) => {
    expect(readNumber(typed, { decimals: 2 })).toBe(amount);
  });

  test.each(["约120万", "100到120", "-5", "95%", "很多", "1.234"])("%s is none", (typed) => {
    expect(readNumber(typed, { decimals: 2 })).toBeUndefined();
  });

  test("people are whole", () => {
    expect(readNumber("7人")).toBe(7);
    expect(readNumber("3.5")).toBeUndefined();
  });
});
