import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { severalCases } from "../../../src/campaign/application/several-cases.ts";

const NAMES = ["瓜渚湖畔", "柯岩新村", "雅苑", "雅苑二期"];
const parts = (text: string, own?: string) => severalCases(text, NAMES, own).map(({ name, rest }) => [name, rest]);

describe("several cases in one message", () => {
  test.each([
    ["瓜渚湖畔 8-2不符合，柯岩新村 8-4符合", undefined],
    ["瓜渚湖畔8-2不符合\n柯岩新村：8-4符合", undefined],
    ["8-2不符合；柯岩新村8-4符合", "瓜渚湖畔"],
  ])("%j: each part with its own", (text, own) => {
    expect(parts(text, own)).toEqual([
      ["瓜渚湖畔", "8-2不符合"],
      ["柯岩新村", "8-4符合"],
    ]);
  });

  test("names joined by 、 or 和 share what follows", () => {
    for (const mark of ["、", "和", "，"])
      expect(parts(`瓜渚湖畔${mark}柯岩新村 其余均符合`)).toEqual([
        ["瓜渚湖畔", "其余均符合"],
        ["柯岩新村", "其余均符合"],
      ]);
  });

  test("a column for each of them", () => {
    expect(parts("编号\t瓜渚湖畔\t柯岩新村\n1-1\t√\t×\n1-2\t√\t")).toEqual([
      ["瓜渚湖畔", "1-1\t√\n1-2\t√"],
      ["柯岩新村", "1-1\t×"],
    ]);
  });

  test("of names within names the longest is meant", () => {
    expect(parts("雅苑二期 8-2不符合，雅苑 8-4符合")).toEqual([
      ["雅苑二期", "8-2不符合"],
      ["雅苑", "8-4符合"],
    ]);
  });

  test.each([
    ["瓜渚湖畔 8-2不符合", undefined],
    ["8-2不符合", "瓜渚湖畔"],
    ["瓜渚湖畔 8-2不符合，瓜渚湖畔 8-4符合", undefined],
    ["3-5 4 同瓜渚湖畔一样", "柯岩新村"],
  ])("%s speaks of one", (text, own) => {
    expect(parts(text, own)).toEqual([]);
  });

  test("however many there are, nothing of any is dropped or given to another", () => {
    const said = fc.constantFrom("8-2不符合", "其余均符合", "3-5 4 地面有垃圾", "社区同意9月5日");
    const all = fc.uniqueArray(fc.record({ name: fc.constantFrom(...NAMES), rest: said }), {
      selector: ({ name }) => name,
      minLength: 2,
      maxLength: 4,
    });
    const check = fc.property(
      all,
      fc.constantFrom("；", "\n", "。", "，"),
      fc.constantFrom(" ", "：", "的 "),
      (cases, mark, gap) => {
        const text = cases.map(({ name, rest }) => `${name}${gap}${rest}`).join(mark);
        expect(severalCases(text, NAMES)).toEqual(cases);
        const [first, ...more] = cases;
        const behind = more.map(({ name, rest }) => `${mark}${name}${gap}${rest}`).join("");
        if (first) expect(severalCases(`${first.rest}${behind}`, NAMES, first.name)).toEqual(cases);
      },
    );
    fc.assert(check, { seed: 20_231_101, numRuns: 1000 });
  });
});
