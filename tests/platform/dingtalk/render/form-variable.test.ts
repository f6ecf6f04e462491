import { describe, expect, test } from "vitest";
import { formVariable } from "../../../../src/platform/dingtalk/render/form-variable.ts";
import { formBytes, packFields } from "../../../../src/platform/dingtalk/render/index.ts";
import { chinese, field } from "./sample-views.ts";

const options = [
  { value: "a", text: "甲" },
  { value: "b", text: "乙" },
];

describe("a form as the platform's variable", () => {
  test.each([
    [field({ kind: "text", value: "越城区" }), { type: "TEXT", defaultValue: "越城区" }],
    [field({ kind: "textArea" }), { type: "TEXT_AREA" }],
    [field({ kind: "number", value: 0 }), { type: "NUMBER", defaultValue: 0 }],
    [field({ kind: "date", value: "2023-08-10" }), { type: "DATE", defaultValue: "2023-08-10" }],
    [field({ kind: "switch", value: false }), { type: "SWITCH", defaultValue: false }],
    [
      field({ kind: "select", value: "b", options }),
      { type: "SELECT", defaultValue: { index: 1, value: "b" }, options },
    ],
    [field({ kind: "select", value: "gone", options }), { type: "SELECT", options }],
    [
      field({ kind: "multiSelect", value: ["b", "gone"], options }),
      { type: "MULTI_SELECT", defaultValue: { index: [1], value: ["b"] }, options },
    ],
  ])("writes field %# as clients expect it", (one, expected) => {
    expect(JSON.parse(formVariable([one]))).toEqual({
      fields: [{ name: "compoundAddress", label: "小区地址", ...expected }],
    });
  });

  test("says what is required and what to fill in", () => {
    expect(JSON.parse(formVariable([field({ required: true, placeholder: "街道与门牌" })]))).toEqual({
      fields: [
        { name: "compoundAddress", label: "小区地址", type: "TEXT", required: true, placeholder: "必填，街道与门牌" },
      ],
    });
  });
});

describe("packing fields into pages", () => {
  const long = (name: string) => field({ name, label: chinese(100) });

  test("keeps the order and fills each page as far as it goes", () => {
    const pages = packFields([long("1"), long("2"), long("3"), long("4")]);

    expect(pages.map((page) => page.map(({ name }) => name))).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(pages.map((fields) => formBytes({ fields }) <= 1024)).toEqual([true, true]);
  });

  test("respects the limit exactly", () => {
    const fields = [long("1"), long("2")];
    const both = formBytes({ fields });

    expect(packFields(fields, { limit: both })).toHaveLength(1);
    expect(packFields(fields, { limit: both - 1 })).toHaveLength(2);
  });

  test("names the field that fits no page", () => {
    expect(() => packFields([field({ name: "3-5", label: chinese(400) })])).toThrow("field 3-5 alone");
  });

  test("of no fields gives no pages", () => {
    expect(packFields([])).toEqual([]);
  });
});
