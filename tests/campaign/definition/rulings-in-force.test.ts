import { describe, expect, test } from "vitest";
import {
  momentsOverTime,
  noRulings,
  openReading,
  type RulingsOverTime,
  readingOf,
  rulingsAt,
  rulingValue,
} from "../../../src/campaign/definition/rulings-in-force.ts";
import { shaoxing } from "./support/shaoxing.ts";

const at = (moment: string): Date => new Date(`2023-${moment}+08:00`);
const steps: RulingsOverTime = [
  { from: at("09-01T00:00:00"), inForce: new Map([["R9", { text: "8个" }]]), foreseen: false },
  { from: at("10-01T00:00:00"), inForce: new Map([["R9", { text: "9个" }]]), foreseen: false },
];

test.each([
  ["08-31T23:59:59", undefined],
  ["09-01T00:00:00", "8个"],
  ["09-30T23:59:59", "8个"],
  ["10-01T00:00:00", "9个"],
])("at %s the answer in force is %s", (now, text) => {
  expect(rulingsAt(steps, at(now)).get("R9")?.text).toBe(text);
});

test("a moment counts under the answers of its own time, the first second of a step under the new ones", () => {
  const dues = ["08-31T23:59:59", "09-01T00:00:00", "09-30T23:59:59", "10-01T00:00:00"];
  const found = momentsOverTime(steps, (inForce) =>
    dues.map((due) => ({ dueAt: at(due), under: inForce.get("R9")?.text ?? "方案" })),
  );

  expect(found.map(({ under }) => under)).toEqual(["方案", "8个", "8个", "9个"]);
});

describe("how an ambiguity is read", () => {
  test("by the default until somebody answers, then as answered, with who did", () => {
    const answered = new Map([["R9", { text: "8个", given: "审批领导 9月12日" }]]);

    expect(readingOf(shaoxing, "R9")).toMatchObject({
      status: "default",
      text: "正好10个。超过10个不予公布；少于10个须有口径。",
    });
    expect(readingOf(shaoxing, "R9", answered)).toEqual({
      ruling: "R9",
      question: "市级名单是否必须正好10个？",
      status: "answered",
      text: "8个",
      given: "审批领导 9月12日",
    });
  });

  test("R10 and R14 stand open: there is no safe reading", () => {
    const open = shaoxing.rulings.map(({ id }) => readingOf(shaoxing, id)).filter(({ status }) => status === "open");

    expect(open.map(({ ruling, text }) => [ruling, text])).toEqual([
      ["R10", openReading(shaoxing)],
      ["R14", openReading(shaoxing)],
    ]);
  });

  test("an answer in words alone changes no value, one with a value changes only what it names", () => {
    expect(rulingValue(shaoxing, "R2")).toEqual({ inclusive: true, softClose: "before" });
    expect(rulingValue(shaoxing, "R2", new Map([["R2", { text: "再议" }]]))).toEqual(rulingValue(shaoxing, "R2"));
    expect(rulingValue(shaoxing, "R2", new Map([["R2", { text: "不含", value: { inclusive: false } }]]))).toEqual({
      inclusive: false,
      softClose: "before",
    });
    expect(rulingValue(shaoxing, "R10", noRulings)).toEqual({});
  });

  test("an unknown ruling is a mistake of the caller", () => {
    expect(() => readingOf(shaoxing, "R99")).toThrow(new Error("no ruling R99 in shaoxing-2023"));
  });
});
