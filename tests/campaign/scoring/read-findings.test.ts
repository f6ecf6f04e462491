import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFinding, readFindings } from "../../../src/campaign/scoring/read-findings.ts";

const ids = Array.from({ length: 9 }, (_, at) => `3-${at + 1}`);

describe("findings in the city's ledger", () => {
  test.each([
    ["与初评一致", { asDistrict: true }],
    ["同初评分", { asDistrict: true }],
    ["和初评一样，现场属实", { asDistrict: true, reason: "现场属实" }],
    ["不符合 8-2 缴费率不足", { notMet: "8-2", reason: "缴费率不足" }],
    ["不符合附件1第8－2条：缴费率不足", { notMet: "8-2", reason: "缴费率不足" }],
    ["不符合附件1条款8-2", { notMet: "8-2" }],
    ["不符合 违建未拆", { notMet: "", reason: "违建未拆" }],
    ["按初评打", { asDistrict: true }],
    ["照初评", { asDistrict: true }],
    ["维持初评分数不变", { asDistrict: true }],
    ["跟区里初评一样吧", { asDistrict: true }],
    ["不符合附件1第8项第2条", { notMet: "8-2" }],
    ["不符合八之二，缴费率不足", { notMet: "8-2", reason: "缴费率不足" }],
    ["8-2不符合，缴费率不足", { notMet: "8-2", reason: "缴费率不足" }],
    ["不达标 8-2 缴费率94%", { notMet: "8-2", reason: "缴费率94%" }],
  ])("%s", (text, found) => {
    expect(readFinding(text)).toEqual(found);
  });

  test.each([
    "4 东门有垃圾",
    "与初评不同",
    "不适用 无此设施",
    "初评一致吗",
    "与初评一致吗？",
    "与初评不一致",
    "不同初评",
    "按初评3分",
    "符合",
  ])("%s is none", (text) => {
    expect(readFinding(text)).toBeUndefined();
  });

  test("are taken out of a message; the rest stays as it was said", () => {
    expect(readFindings("3-5 4 东门有垃圾；3－6 不符合 7-3 违建；3-7 与初评一致\n一 4 4 4 5 3", ids)).toEqual({
      others: false,
      given: [
        { criterion: "3-6", notMet: "7-3", reason: "违建" },
        { criterion: "3-7", asDistrict: true },
      ],
      rest: "3-5 4 东门有垃圾；一 4 4 4 5 3",
    });
  });

  test.each([
    ["3-5、3-6与初评一致", ["3-5", "3-6"]],
    ["3-5至3-8都与初评一致", ["3-5", "3-6", "3-7", "3-8"]],
    ["3-5一致，3-6一致", ["3-5", "3-6"]],
    ["3-5同初评3-6同初评", ["3-5", "3-6"]],
    ["三杠五同初评，三杠六同初评", ["3-5", "3-6"]],
    ["第三部分第五项按初评", ["3-5"]],
    ["3-5同初评；3-6、3-7维持初评", ["3-5", "3-6", "3-7"]],
  ])("%s: each row", (text, rows) => {
    expect(readFindings(text, ids)).toEqual({
      given: rows.map((criterion) => ({ criterion, asDistrict: true })),
      others: false,
      rest: "",
    });
  });

  test("the rest agrees with the district", () => {
    expect(readFindings("3-5 4 东门有垃圾；其余与初评一致", ids)).toEqual({
      given: [],
      others: true,
      rest: "3-5 4 东门有垃圾；",
    });
    expect(readFindings("其他都按初评打", ids)).toMatchObject({ others: true, rest: "" });
    expect(readFindings("其余与初评一致，3-5除外", ids)).toMatchObject({
      others: false,
      rest: "其余与初评一致，3-5除外",
    });
  });

  test("a number in front of 不符合 that is a row's as well is not taken for the clause", () => {
    expect(readFinding("3-2不符合 7-3 违建", ids)).toBeUndefined();
    expect(readFinding("附件1第3-2条不符合，不和谐", ids)).toEqual({ notMet: "3-2", reason: "不和谐" });
    expect(readFinding("8-2不符合", ids)).toEqual({ notMet: "8-2" });
    expect(readFindings("3-5 不符合附件1第7项第3条 违建", ids).given).toEqual([
      { criterion: "3-5", notMet: "7-3", reason: "违建" },
    ]);
    expect(readFindings("3-5 3-6 不符合 8-2", ids).given).toEqual([]);
  });

  test("a range that runs down, or ends at no row, is not taken", () => {
    for (const text of ["3-8至3-5与初评一致", "3-5至3-19与初评一致"])
      expect(readFindings(text, ids)).toEqual({ given: [], others: false, rest: text });
  });

  test("in any order and spelling none is lost, and the rest stays as it was said", () => {
    const one = fc.record({ row: fc.constantFrom(...ids), way: fc.nat(5), as: fc.nat(2) });
    const check = fc.property(
      fc.uniqueArray(one, { selector: ({ row }) => row, minLength: 1, maxLength: 5 }),
      fc.constantFrom("；", "\n", ";"),
      fc.constantFrom("", "1-1 3 会议少2次"),
      (all, mark, points) => {
        const spelt = all.map(({ row, way, as }) => {
          const [part = "", item = ""] = row.split("-");
          const name = [row, row.replace("-", "－"), `第${part}部分第${item}项`][as] ?? row;
          const words = [
            "与初评一致",
            "同初评",
            "按初评打",
            "不符合8-2 缴费率94%",
            " 8-2不达标，缴费率94%",
            "：维持初评",
          ];
          return `${name}${words[way] ?? ""}`;
        });
        const { given, rest } = readFindings([...spelt, ...(points === "" ? [] : [points])].join(mark), ids);
        expect(given).toEqual(
          all.map(({ row: criterion, way }) =>
            way === 3 || way === 4
              ? { criterion, notMet: "8-2", reason: "缴费率94%" }
              : { criterion, asDistrict: true },
          ),
        );
        expect(rest).toBe(points);
      },
    );
    fc.assert(check, { seed: 20_231_101, numRuns: 1000 });
  });
});
