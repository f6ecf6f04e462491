import { describe, expect, test } from "vitest";
import { readTyped } from "../../../../src/campaign/application/requirements/read-typed.ts";
import { clausesOf } from "../../../../src/campaign/application/requirements/requirements.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const facts = { definition: shaoxing, answering: { today: "2023-09-01", year: 2023 }, before: {} } as const;
const given = (typed: string) => readTyped(typed, facts).given;
const all = clausesOf(shaoxing).map(({ id }) => id);
const of = (...items: number[]) => all.filter((id) => items.includes(Number(id.split("-")[0])));
const met = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, "met"]));

describe("附件1 by its printed numbers", () => {
  test.each([
    "1、符合\n2、符合\n10、符合",
    "1.符合\n2.均符合\n10.符合",
    "①符合\n②符合\n⑩符合",
    "（1）符合\n（2）符合\n（10）符合",
    "1符合，2符合，10符合",
    "一、符合\n二、都符合\n十、符合",
    "1√\n2√\n10√",
    "1：符合；2：符合；10：符合",
  ])("%j: each clause of these items", (typed) => {
    expect(given(typed)).toMatchObject({ clauses: met(of(1, 2, 10)), rest: false, problems: [] });
  });

  test("of an item that is not met, or not clear, it is asked which clause", () => {
    expect(given("1、符合\n3、不清楚")?.problems).toEqual(["第3项须写明是哪一条：3-1、3-2"]);
    expect(given("5、不符合")?.problems).toEqual(["第5项须写明是哪一条：5-1、5-2、5-3"]);
  });

  test("a number of a clause behind the line's number is the clause's", () => {
    expect(given("1、8-2不符合\n2、9-1不清楚")).toMatchObject({ clauses: { "8-2": "notMet", "9-1": "unclear" } });
  });

  test.each(["11、符合", "0、符合"])("%s is no item", (typed) => {
    expect(given(typed)?.clauses ?? {}).toEqual({});
  });
});

describe("a clause that is not clear", () => {
  test.each(["3-1不清", "3-1 不清", "3-1没搞清楚", "3-1不清楚", "3-1还不清", "不清 3-1", "三之一不清"])(
    "%s",
    (typed) => {
      expect(given(typed)).toMatchObject({ clauses: { "3-1": "unclear" }, problems: [] });
    },
  );

  test("with the others met, in one breath", () => {
    expect(given("3-1不清，其余均符合")).toMatchObject({ clauses: { "3-1": "unclear" }, rest: true, problems: [] });
  });

  test("what is not clean is something else", () => {
    expect(given("6-1不清洁")?.clauses ?? {}).toEqual({});
  });
});
