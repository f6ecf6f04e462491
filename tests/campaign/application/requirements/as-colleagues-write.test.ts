import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTyped } from "../../../../src/campaign/application/requirements/read-typed.ts";
import { clausesOf } from "../../../../src/campaign/application/requirements/requirements.ts";
import { leftOut } from "../../../../src/campaign/application/requirements/rest-changes.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const facts = { definition: shaoxing, answering: { today: "2023-09-01", year: 2023 }, before: {} } as const;
const given = (typed: string) => readTyped(typed, facts).given;
const all = clausesOf(shaoxing).map(({ id }) => id);
const of = (...items: number[]) => all.filter((id) => items.includes(Number(id.split("-")[0])));
const met = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, "met"]));

describe("whole items of 附件1", () => {
  test.each([
    "第1、2项符合",
    "第1、2项都符合",
    "第一项、第二项符合",
    "1、2项均达标",
    "一二项符合",
    "附件1第1、2项符合",
    "第1项和第2项没问题",
    "前两项均符合",
    "第1至2项符合",
    "符合：第1、2项",
    "第1、2项 √",
  ])("%s: each clause of both", (typed) => {
    expect(given(typed)).toMatchObject({ clauses: met(of(1, 2)), rest: false, problems: [] });
  });

  test("ranges take in what is between", () => {
    for (const typed of ["第1至3项符合", "第一到第三项符合", "1~3项都符合", "前三项均符合", "一二三项符合"])
      expect(given(typed)).toMatchObject({ clauses: met(of(1, 2, 3)), problems: [] });
  });

  test("of an item that is not met it is asked which clause, unless all of them are meant or it has one", () => {
    expect(given("第1、2项不符合")?.problems).toEqual([
      "第1项须写明是哪一条：1-1、1-2、1-3",
      "第2项须写明是哪一条：2-1、2-2、2-3",
    ]);
    expect(given("不符合 8、9")?.problems).toHaveLength(2);
    expect(Object.keys(given("第8、9项均不符合")?.clauses ?? {})).toEqual(of(8, 9));
  });

  test("第1-3项均 is one clause or three items, and asked about; without 均 it is the clause", () => {
    expect(given("第1-3项均符合")?.problems).toEqual([
      "“第1-3项均符合”可指1-3一条，也可指第1至3项各条，请写明“1-3”或“第1至3项均”",
    ]);
    expect(given("第1-3项符合")).toMatchObject({ clauses: { "1-3": "met" }, problems: [] });
  });

  test("第8项第2条 is a clause, also behind 符合", () => {
    expect(given("符合 第8项第2条，第9项第1条不符合")?.clauses).toEqual({ "8-2": "met", "9-1": "notMet" });
  });
});

describe("the rest", () => {
  test.each([
    "其余fh",
    "其余均fh",
    "qyfh",
    "qydfh",
    "其余没问题",
    "其他都没问题",
    "其余没有问题",
    "别的都符合",
    "全符合",
    "均已达标",
  ])("%s is 其余均符合", (typed) => {
    expect(given(typed)).toMatchObject({ rest: true, clauses: {}, problems: [] });
  });

  test.each([
    ["8-2不符合，其余没问题", { "8-2": "notMet" }],
    ["8-2不符合\n其余都没问题，谢谢", { "8-2": "notMet" }],
    ["其他没问题，就是8-2不符合", { "8-2": "notMet" }],
    ["其他都没问题，就是8-2还没达标", { "8-2": "notMet" }],
    ["8-2bfh，其余fh", { "8-2": "notMet" }],
    ["1-1 fh，8-2 bfh，qyfh", { "1-1": "met", "8-2": "notMet" }],
  ])("%j", (typed, clauses) => {
    expect(given(typed)).toMatchObject({ rest: true, clauses, problems: [] });
  });

  test.each(["其他没问题，就是8-2", "其他都符合，只有8-2有点问题", "除8-2外都没问题", "就8-2有问题，其余均符合"])(
    "%s: how the one stands is asked",
    (typed) => {
      expect(leftOut(shaoxing, typed)).toEqual(["8-2"]);
    },
  );

  test("没问题 and 都没问题 alone say nothing of a clause", () => {
    expect(given("没问题")).toBeUndefined();
    expect(given("都没问题")).toBeUndefined();
  });
});

describe("figures that belong elsewhere, or stand without their words", () => {
  test.each(["满意度95.3", "业主满意度95.3%", "满意度为九十五点三", "满意度 百分之95"])(
    "%s is the city's list",
    (typed) => {
      expect(given(`${typed}，其余均符合`)?.problems).toEqual([
        `“${typed}”无须填报，业主满意度由市级名单认定；有关各条请写符合、不符合或尚不清楚`,
      ]);
    },
  );

  test.each([
    ["8-2 120/118", 120, 118],
    ["8-2 118/120", 120, 118],
    ["8-2 120万/118万", 1_200_000, 1_180_000],
    ["8-2：120/118.5万元，其余均符合", 1_200_000, 1_185_000],
    ["8-2\t缴费率\t120万/118万", 1_200_000, 1_180_000],
  ])("%j: the greater of the two amounts is what was due", (typed, whole, part) => {
    expect(given(typed)).toMatchObject({ figures: { "fee-rate": { kind: "ratio", whole, part } }, problems: [] });
  });

  test("two amounts of which only the first has a unit are not read", () => {
    expect(given("8-2 120万/118，其余均符合")?.problems).not.toEqual([]);
  });
});

describe("a table that is turned", () => {
  const signs = { met: ["符合", "√"], notMet: ["不符合", "×"], unclear: ["尚不清楚", "?"] } as const;
  type Sign = keyof typeof signs;
  const cell = fc.record({ standing: fc.constantFrom<Sign>("met", "notMet", "unclear"), at: fc.nat(1) });
  const ids = all.filter((id) => !["7-2", "10-2"].includes(id));

  test("each column is a clause, with or without headings and wording", () => {
    const check = fc.property(
      fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 8 }),
      fc.array(cell, { minLength: 8, maxLength: 8 }),
      fc.constantFrom("head", "wording", "bare", "blanks"),
      (columns, cells, style) => {
        const standings = columns.map((_, at) => cells[at] ?? { standing: "met" as const, at: 0 });
        const words = standings.map(({ standing, at }) => signs[standing][at] ?? "");
        const mark = style === "blanks" ? " " : "\t";
        const row = (name: string, of: readonly string[]) =>
          [...(style === "bare" || style === "blanks" ? [] : [name]), ...of].join(mark);
        const typed = [
          row("编号", columns),
          ...(style === "wording"
            ? [
                row(
                  "要求",
                  columns.map((id) => `内容${id.replace("-", "")}`),
                ),
              ]
            : []),
          row("是否符合", words),
        ].join("\n");

        expect(given(typed)).toMatchObject({
          clauses: Object.fromEntries(columns.map((id, at) => [id, standings[at]?.standing])),
          problems: [],
        });
      },
    );
    fc.assert(check, { seed: 20_231_101, numRuns: 300 });
  });

  test("a column without a standing is named", () => {
    expect(given("编号\t1-1\t1-2\t1-3\n是否符合\t√\t\t√")?.problems).toEqual(["1-2没有写明是否符合"]);
  });

  test("two of them, one below the other", () => {
    expect(given("编号\t1-1\t1-2\n情况\t√\t×\n编号\t8-1\t8-3\n情况\t√\t√")).toMatchObject({
      clauses: { "1-1": "met", "1-2": "notMet", "8-1": "met", "8-3": "met" },
      problems: [],
    });
  });
});

describe("行 and 可以, of clauses and of what is left", () => {
  test.each([
    "7-4不符合 10-2不清楚 其余都行 应收310万实收299万 缴费率96.5",
    "7-4不符合，10-2不清楚，其余都可以，应收310万 实收299万",
    "7-4不符合 10-2不清楚 其他的都行吧，应收310万，实收299万",
    "7-4不行 10-2不清楚 剩下都行，应收310万，实收299万",
    "7-4不符合、10-2不清楚，别的可以了，应收310万实收299万",
  ])("%s: the rest is met", (typed) => {
    expect(given(typed)).toMatchObject({ clauses: { "7-4": "notMet", "10-2": "unclear" }, rest: true, problems: [] });
  });

  test("behind a clause it is said of that clause", () => {
    expect(given("7-3行，7-4可以")).toMatchObject({
      clauses: { "7-3": "met", "7-4": "met" },
      rest: false,
      problems: [],
    });
  });

  test("words that begin so are none of it", () => {
    expect(given("其余行政处罚无")?.rest).toBe(false);
    expect(given("7-4不符合，其余可以整改")?.rest ?? false).toBe(false);
    expect(given("7-4不行动起来")?.clauses ?? {}).toEqual({});
  });

  test("points of a case that is not named are no number of a clause", () => {
    expect(given("1-5都行，6不行 3号楼外墙还没修好，其余符合")?.problems).toEqual([
      "“6不行 3号楼外墙还没修好”未能识别",
      "没有编号1-5",
    ]);
  });
});
