import { describe, expect, test } from "vitest";
import { lineRules } from "../../../src/campaign/scoring/line-rules.ts";
import { agreedInForce } from "../../../src/campaign/verification/ledger.ts";
import { readAgreed, readOnCase } from "../../../src/campaign/verification/read-on-case.ts";
import type { AgreedPoints } from "../../../src/campaign/verification/store.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const at = (time: string) => new Date(`2023-10-09T${time}:00+08:00`);

describe("合议分", () => {
  const agreed: AgreedPoints = {
    ...{ caseId: "甲", criterion: "3-5", number: 1, hundredths: 400, reason: undefined, recordedBy: "lead" },
    ...{ recordedAt: at("12:00"), revoked: false },
  };
  const inForce = (finalized: string[], setAside: string[] = [], one: AgreedPoints = agreed) => [
    ...agreedInForce(
      [one],
      finalized.map((time) => ({ finalizedAt: at(time) })),
      setAside.map(at),
    ).keys(),
  ];

  test("holds for the points that were final when it was recorded, and not for later ones", () => {
    expect(inForce(["11:00", "12:00"])).toEqual(["3-5"]);
    expect(inForce(["11:00", "12:01"])).toEqual([]);
  });

  test("does not hold once a member was set aside later, or it was taken back", () => {
    expect(inForce(["11:00"], ["11:59"])).toEqual(["3-5"]);
    expect(inForce(["11:00"], ["12:01"])).toEqual([]);
    expect(inForce(["11:00"], [], { ...agreed, revoked: true })).toEqual([]);
  });
});

describe("what is said of a case", () => {
  test.each([
    ["稽山花园 3-5、3-6 理由：相差较大", ["3-5", "3-6"], "相差较大"],
    ["稽山花园 3-5 2次记录不一致", ["3-5"], "2次记录不一致"],
    ["稽山花园三杠五、第三部分第六项，相差较大", ["3-5", "3-6"], "相差较大"],
    ["稽山花园的3-5 3－6 相差较大", ["3-5", "3-6"], "相差较大"],
    ["稽山花园 理由：相差较大", [], "相差较大"],
    ["稽山花园", [], ""],
  ])("%s", (text, rows, rest) => {
    expect(readOnCase(text)).toMatchObject({ name: "稽山花园", rows, rest });
  });

  test("nothing", () => {
    expect(readOnCase("")).toMatchObject({ name: "", rows: [], rest: "" });
  });
});

describe("agreed figures as they are said", () => {
  const rules = lineRules(shaoxing, new Map());
  const read = (text: string) => readAgreed(rules, readOnCase(text).behind);
  const one = (points: number, reason: string) => [{ criterion: "3-5", points, reason }];

  test.each([
    ["稽山花园 3-5 4 理由：共同核对", one(4, "共同核对")],
    ["稽山花园3-5记为3分，共同核对", one(3, "共同核对")],
    ["稽山花园 3-5合议4分 共同核对", one(4, "共同核对")],
    ["稽山花园 3-5定4分，理由是共同核对", one(4, "共同核对")],
    ["稽山花园 三杠五 四分 共同核对", one(4, "共同核对")],
    ["稽山花园 第三部分第五项 4分 共同核对", one(4, "共同核对")],
    ["稽山花园\t3-5\t4\t共同核对", one(4, "共同核对")],
    ["稽山花园，3-5，4，共同核对", one(4, "共同核对")],
    ["稽山花园 3-5：4", one(4, "")],
  ])("%s", (text, agreed) => {
    expect(read(text)).toEqual(agreed);
  });

  test("several rows, each with its reason, or one for all at the end", () => {
    expect(read("稽山花园 3-5 4 甲说得对；3-6 5 照片为证")).toEqual([
      { criterion: "3-5", points: 4, reason: "甲说得对" },
      { criterion: "3-6", points: 5, reason: "照片为证" },
    ]);
    expect(read("稽山花园 3-5 4；3-6 5 共同核对")).toEqual([
      { criterion: "3-5", points: 4, reason: "共同核对" },
      { criterion: "3-6", points: 5, reason: "共同核对" },
    ]);
  });

  test.each(["稽山花园 3-5 2次核对均为4", "稽山花园 3-5 3。5 取平均", "稽山花园 3-5 取平均3.5", "稽山花园 3-5 9 核对"])(
    "%s: a sentence, and nothing is recorded",
    (text) => {
      expect(typeof read(text)).toBe("string");
    },
  );

  test("without a row there is none", () => {
    expect(read("稽山花园 理由：共同核对")).toBeUndefined();
    expect(read("稽山花园 3-5")).toBeUndefined();
  });
});
