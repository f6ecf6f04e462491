import { describe, expect, test } from "vitest";
import type { CardField } from "../../src/contract/card.ts";
import { encodeField } from "../../src/people/encode-field.ts";

const field = (type: string): CardField => ({
  name: "field",
  label: "字段",
  type,
  required: false,
  options: [
    { value: "a", text: "优秀" },
    { value: "b", text: "良好" },
  ],
});

describe("a form value as the client sends it", () => {
  test.each([
    ["SELECT", "良好", { index: 1, value: "b" }],
    ["SELECT", "a", { index: 0, value: "a" }],
    ["MULTI_SELECT", ["b", "优秀"], { index: [1, 0], value: ["b", "a"] }],
    ["MULTI_SELECT", "b", { index: [1], value: ["b"] }],
    ["CHECKBOX_GROUP", "良好", "b"],
    ["MULTI_CHECKBOX_GROUP", ["优秀", "b"], ["a", "b"]],
    ["CHECKBOX", "true", true],
    ["SWITCH", false, false],
    ["NUMBER", "0", 0],
    ["NUMBER", "96.5", 96.5],
    ["NUMBER", -1, -1],
    ["DATE", "2023-08-20", "2023-08-20"],
    ["DATETIME", "2023-08-20 17:30", "2023-08-20 17:30"],
    ["TIME", "17:30", "17:30"],
    ["TEXT", 12, "12"],
    ["TEXT_AREA", "两行\n文字", "两行\n文字"],
    ["TEXT_ARRAY", ["一", 2], ["一", "2"]],
  ])("%s %j", (type, value, expected) => {
    expect(encodeField(field(type), value)).toEqual(expected);
  });

  test.each(["2023-08-20", "2023年08月20日"])("a day given as %s goes out in the field's own format", (given) => {
    expect(encodeField({ ...field("DATE"), format: "yyyy年MM月dd日" }, given)).toBe("2023年08月20日");
  });

  test.each([
    ["SELECT", "一般"],
    ["MULTI_SELECT", ["优秀", "一般"]],
    ["CHECKBOX", "yes"],
    ["NUMBER", "十"],
    ["NUMBER", " "],
    ["DATE", "2023-8-20"],
    ["DATETIME", "2023-08-20"],
    ["TIME", "5:30"],
  ])("that cannot be entered is refused: %s %j", (type, value) => {
    expect(() => encodeField(field(type), value)).toThrow("字段 字段 不能填");
  });
});
