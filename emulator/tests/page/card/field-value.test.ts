import { expect, test } from "vitest";
import { initialValue, submittedValue } from "../../../page/card/field-value.ts";
import type { CardField } from "../../../src/contract/card.ts";

test("a day that came in a format of its own is filled in as days are", () => {
  const day = { ...field("DATE", "2023年09月25日"), format: "yyyy年MM月dd日" };

  expect(initialValue(day)).toBe("2023-09-25");
});

const field = (type: string, value?: unknown): CardField => ({
  name: "f",
  label: "项目",
  type,
  required: false,
  value,
});

test.each([
  ["TEXT", "锦绣花园", "锦绣花园"],
  ["TEXT", undefined, ""],
  ["NUMBER", 0, "0"],
  ["SELECT", { index: 1, value: "mixed" }, "mixed"],
  ["SELECT", "mixed", "mixed"],
  ["MULTI_SELECT", { index: [0, 2], value: ["a", "c"] }, ["a", "c"]],
  ["MULTI_CHECKBOX_GROUP", ["a"], ["a"]],
  ["MULTI_SELECT", undefined, []],
  ["CHECKBOX", "true", true],
  ["SWITCH", undefined, false],
  ["DATETIME", "2023-09-25 14:00", "2023-09-25T14:00"],
])("a %s field that came with %j is filled with %j", (type, value, expected) => {
  expect(initialValue(field(type, value))).toEqual(expected);
});

test.each([
  ["DATETIME", "2023-09-25T14:00", "2023-09-25 14:00"],
  ["TEXT_ARRAY", ["一", " ", "二"], ["一", "二"]],
  ["TEXT", "", ""],
  ["CHECKBOX", false, false],
])("a %s field filled with %j goes out as %j", (type, value, expected) => {
  expect(submittedValue(field(type), value)).toEqual(expected);
});
