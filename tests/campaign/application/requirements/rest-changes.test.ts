import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { requirementPhrases } from "../../../../src/campaign/application/requirements/phrases.ts";
import { readTyped } from "../../../../src/campaign/application/requirements/read-typed.ts";
import { changedByRest, leftOut } from "../../../../src/campaign/application/requirements/rest-changes.ts";
import { withDoubted } from "../../../../src/campaign/application/requirements/typed.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const facts = { definition: shaoxing, answering: { today: "2023-09-01", year: 2023 }, before: {} } as const;
const before = { "5-3": "notMet", "6-2": "notMet", "4-2": "unclear", "1-1": "met" } as const;
const changed = (typed: string, known: Parameters<typeof changedByRest>[1] = before) => {
  const { given } = readTyped(typed, facts);
  return given ? changedByRest(shaoxing, known, given) : [];
};

describe("其余均符合 over an earlier answer", () => {
  const pasted = "1-1\t符合\n1-2\t符合\n10-1\t尚不清楚\n其余\t均符合";

  test("names each clause that it would turn to 符合", () => {
    expect(changed(pasted)).toEqual([
      { id: "4-2", from: "unclear" },
      { id: "5-3", from: "notMet" },
      { id: "6-2", from: "notMet" },
    ]);
  });

  test("changes nothing unasked where there was none, or where they are named", () => {
    expect(changed(pasted, {})).toEqual([]);
    expect(changed("其余均符合，不符合 5-3、6-2，尚不清楚 4-2")).toEqual([]);
    expect(changed("其余均符合，符合 5-3、6-2、4-2")).toEqual([]);
    expect(changed("不符合 7-3")).toEqual([]);
  });

  test("either choice reads back as what it says", () => {
    const { lineWith } = readTyped(pasted, facts);
    const kept = readTyped(`其余均符合，${lineWith({ notMet: ["5-3", "6-2"], unclear: ["4-2"] })}`, facts).given;
    expect(kept).toMatchObject({ rest: true, problems: [] });
    expect(kept?.clauses).toMatchObject({ "5-3": "notMet", "6-2": "notMet", "4-2": "unclear", "10-1": "unclear" });
    const met = readTyped(`其余均符合，${lineWith({ met: ["5-3", "6-2", "4-2"] })}`, facts).given;
    expect(met).toMatchObject({ rest: true, problems: [] });
    expect(met?.clauses).toMatchObject({ "5-3": "met", "4-2": "met", "10-1": "unclear" });
  });
});

test("what was said in a message that was not saved is named apart from what stands", () => {
  const [recorded, unsaved] = [{ id: "4-2", from: "unclear" } as const, { id: "5-3", from: "notMet" } as const];

  expect(requirementPhrases.restWouldChange([], [unsaved])).toBe(
    "尚未保存。此前所写的5-3为不符合，尚未记录，“其余均符合”是否包括以上各条，请选择。",
  );
  expect(requirementPhrases.restWouldChange([recorded], [unsaved])).toBe(
    "尚未保存。原填报中4-2为尚不清楚，此前所写的5-3为不符合，尚未记录，“其余均符合”是否包括以上各条，请选择。",
  );
});

test.each(["除了七杠三其余都符合", "除7-3外均符合", "除了7-3，其他都符合。", "嗯除了七杠三以外全部符合"])(
  "%s leaves open what 7-3 is",
  (typed) => {
    expect(leftOut(shaoxing, typed)).toEqual(["7-3"]);
  },
);

test("whatever words leave clauses out, they are asked about", () => {
  const ids = fc.uniqueArray(fc.constantFrom("7-3", "10-2", "8-1", "1-1"), { minLength: 1, maxLength: 3 });
  const write = fc.constantFrom("-", "杠", "之");
  const around = fc.constantFrom(["除了", "以外"], ["除", "外"], ["", "除外"], ["", "不算"], ["除开", ""]);
  const rest = fc.constantFrom("其余都符合", "其余均符合。", "其他的都符合", "剩下的都达标");
  const check = fc.property(
    ids,
    write,
    around,
    rest,
    fc.boolean(),
    (named, sign, [before = "", after = ""], all, first) => {
      const except = `${before}${named.map((id) => id.replace("-", sign)).join("、")}${after}`;
      fc.pre(first || after === "除外" || after === "不算");
      expect(leftOut(shaoxing, first ? `${except}，${all}` : `${all}${except}`)).toEqual(named);
    },
  );
  fc.assert(check, { seed: 20_231_101, numRuns: 500 });
});

test.each(["除了7-3不符合，其余均符合", "其余均符合，不符合 7-3", "除了77-3其余都符合"])(
  "%s is read as ever",
  (typed) => {
    expect(leftOut(shaoxing, typed)).toBeUndefined();
  },
);

test.each(["七杠三不对应该是不符合", "七杠三改成不符合", "其余均符合不符合七杠三"])(
  "%s says of 7-3 that it is 不符合",
  (typed) => {
    expect(readTyped(typed, facts).given).toMatchObject({ clauses: { "7-3": "notMet" }, problems: [] });
  },
);

describe("what a refused message said of clauses is asked about once 其余均符合 is said", () => {
  const remembered = (typed: string, contrary: readonly string[]) => {
    const read = readTyped(typed, { ...facts, contrary: new Set(contrary) });
    const line = withDoubted(read.readable.line, { read, facts });
    return readTyped(line, facts).given?.clauses ?? {};
  };

  test.each([
    ["1-1符合 2-1符合 2-2不符合因为业委会还差党员", ["2-2"], { "1-1": "met", "2-1": "met", "2-2": "notMet" }],
    ["2-2不符合", ["2-2"], { "2-2": "notMet" }],
    ["2-2尚不清楚，3-1不符合", ["2-2"], { "2-2": "unclear", "3-1": "notMet" }],
    ["不符合 8-2、5-3，尚不清楚 2-1", ["5-3", "2-1"], { "8-2": "notMet", "5-3": "notMet", "2-1": "unclear" }],
  ])("%j", (typed, contrary, clauses) => {
    expect(remembered(typed, contrary)).toEqual(clauses);
    const rest = readTyped("其余都符合", facts).given ?? expect.fail("not read");
    expect(changedByRest(shaoxing, remembered(typed, contrary), rest).map(({ id }) => id)).toEqual(
      Object.entries(clauses)
        .flatMap(([id, standing]) => (standing === "met" ? [] : [id]))
        .toSorted(),
    );
  });
});
