import { describe, expect, test } from "vitest";
import { parseTemplate } from "../../src/card/index.ts";
import { exportOf, text } from "./export-of.ts";

describe("reading a template's export file", () => {
  test("gives variables, local variables, expressions and the components", () => {
    const template = parseTemplate(
      exportOf({
        components: [text("node_1", "好")],
        variables: { title: "string", rows: "loopArray" },
        locals: { remark: "string" },
        expressions: { done: 'title == "完成"' },
      }),
    );

    expect([...template.types]).toEqual([
      ["title", "string"],
      ["rows", "loopArray"],
      ["remark", "string"],
    ]);
    expect([...template.expressions]).toEqual([["done", 'title == "完成"']]);
    expect(template.root[0]?.children.map(({ id }) => id)).toEqual(["node_1"]);
  });

  test("says what is wrong with something that is no export file", () => {
    expect(() => parseTemplate("board")).toThrow("card template: file");
    expect(() => parseTemplate({ editorData: "{" })).toThrow("card template: editorData is not JSON");
    expect(() => parseTemplate({ editorData: "{}" })).toThrow("card template: editorData schema");
    expect(() => parseTemplate({ editorData: '{"schema":{"componentsTree":[{"id":"node_1"}]}}' })).toThrow(
      "schema.componentsTree.0.componentName",
    );
  });
});
