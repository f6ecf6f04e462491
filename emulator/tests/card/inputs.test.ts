import { describe, expect, test } from "vitest";
import { localsAfter, localValue, renderCard } from "../../src/card/index.ts";
import { mockDataOf } from "../../src/card/mock-data.ts";
import { reformat } from "../../src/card/moment-format.ts";
import type { CardField } from "../../src/contract/card.ts";
import { exportOf, templateOf, text, variable, words } from "./export-of.ts";

const field = (type: string, more: Partial<CardField> = {}): CardField => ({
  name: "f",
  label: "",
  type,
  required: false,
  options: [
    { value: "0", text: "甲" },
    { value: "1", text: "乙" },
  ],
  ...more,
});

describe("what the client keeps of a single input", () => {
  test.each([
    ["SELECT", "乙", { index: 1, value: "1" }],
    ["SELECT", { index: 1, value: "1" }, { index: 1, value: "1" }],
    ["SELECT", "", ""],
    ["MULTI_SELECT", ["0", "乙"], { index: [0, 1], value: ["0", "1"] }],
    ["MULTI_SELECT", [], { index: [], value: [] }],
    ["CHECKBOX_GROUP", "乙", 1],
    ["MULTI_CHECKBOX_GROUP", ["0", "1"], [0, 1]],
    ["TAGS", ["甲"], ["0"]],
    ["CHECKBOX", "true", true],
    ["CHECKBOX", false, false],
    ["TEXT", 12, "12"],
    ["DATE", "2023-08-20", "2023-08-20"],
  ])("%s %j", (type, given, kept) => {
    expect(localValue(field(type), given)).toEqual(kept);
  });

  test("is in the input's own format", () => {
    expect(localValue(field("DATE", { format: "yyyy/MM/dd" }), "2023-08-20")).toBe("2023/08/20");
  });

  test.each([
    ["2023-08-20", "yyyy-MM-dd", "yyyy年MM月dd日", "2023年08月20日"],
    ["2023-08-20 17:30", "yyyy-MM-dd HH:mm", "MM/dd HH:mm:ss", "08/20 17:30:00"],
    ["下周", "yyyy-MM-dd", "yyyy/MM/dd", "下周"],
  ])("%s in %s is %s … in another format", (given, from, to, expected) => {
    expect(reformat(given, from, to)).toBe(expected);
  });
});

describe("a single input", () => {
  test("writes one property of an object and shows what stands there", () => {
    const template = templateOf({
      components: [
        {
          componentName: "Input",
          id: "i",
          props: {
            currentValue: words(`\${saved}`),
            actionType: "setLocalState",
            localVarAction: variable("answers"),
            keyOfDynamicObject: words("phone"),
          },
        },
      ],
      variables: { saved: "string" },
      locals: { answers: "dynamicObject" },
    });
    const locals = localsAfter({ answers: { name: "锦绣花园" } }, [
      { kind: "set", local: "answers", key: "phone", value: "12" },
    ]);

    expect(locals).toEqual({ answers: { name: "锦绣花园", phone: "12" } });
    expect(renderCard(template, { saved: "11" })).toMatchObject([
      { local: "answers", key: "phone", input: { value: "11" } },
    ]);
    expect(renderCard(template, { saved: "11" }, locals)).toMatchObject([{ input: { value: "12" } }]);
  });

  test("that tells the bot of each change names itself and what it sends along", () => {
    const template = templateOf({
      components: [
        {
          componentName: "SelectBlock",
          id: "s",
          props: {
            id: words("kind"),
            actionType: "request",
            params: [{ name: "type", type: "fixed", value: "SELECT" }],
            options: { type: "dynamicSelectOptions", valueType: "variable", variable: "options" },
          },
        },
      ],
      variables: { options: "loopArray" },
    });

    expect(renderCard(template, { options: '[{"value":1,"text":{"zh_CN":"住宅"}}]' })).toMatchObject([
      {
        local: "kind",
        input: { options: [{ value: "1", text: "住宅" }] },
        sends: { actionId: "kind", params: { type: "SELECT" } },
      },
    ]);
  });

  test("a box to tick is named by the text beside it", () => {
    const box = { componentName: "Checkbox", id: "c", props: {} };
    const labels = (...components: object[]) =>
      renderCard(templateOf({ components }), {}).map((node) => node.kind === "input" && node.label);

    expect(labels(box, text("t", "同意"))).toEqual(["同意"]);
    expect(labels(text("t", "同意"), box)).toEqual(["同意"]);
    expect(labels(box)).toEqual([""]);
  });

  test("lists of boxes are named by what stands in them, and ticked as their members say", () => {
    const template = templateOf({
      components: [
        {
          componentName: "CheckboxListMulti",
          id: "l",
          props: { listData: { variable: "items" } },
          children: [text("t", `项目\${loop.text}`)],
        },
      ],
      variables: { items: "loopArray" },
    });

    expect(
      renderCard(template, { items: '[{"value":0,"text":"一","checked":true},{"value":1,"text":"二"}]' }),
    ).toMatchObject([
      {
        input: {
          value: ["0"],
          options: [
            { value: "0", text: "项目一" },
            { value: "1", text: "项目二" },
          ],
        },
      },
    ]);
  });
});

test("an export's example data are private values over public ones, and of the local ones what is declared", () => {
  const file = exportOf({ components: [], locals: { tab: "string", empty: "string" } });
  const mockData = {
    cardData: { title: "进度", count: 2 },
    cardPrivateData: { title: "我的进度" },
    localData: { tab: "2", empty: "", undeclared: "x" },
  };

  expect(mockDataOf({ editorData: JSON.stringify({ ...JSON.parse(file.editorData), mockData }) })).toEqual({
    data: { title: "我的进度", count: "2" },
    locals: { tab: "2" },
  });
});
