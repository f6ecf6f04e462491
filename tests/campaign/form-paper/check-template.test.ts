import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { templateProblem } from "../../../src/campaign/form-paper/template-file.ts";
import { asPart, packed, partsOf, textOf } from "../../../src/platform/documents/word/package-parts.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const FILE = "campaigns/shaoxing-2023/application-form.docx";
const DOCUMENT = "word/document.xml";
const form = formOf(shaoxing);

/** The template with one place written otherwise. */
function edited(from: string, to: string): Buffer {
  const parts = partsOf(readFileSync(FILE));
  const text = textOf(parts, DOCUMENT);
  if (!text.includes(from)) throw new Error(`${from} is not in the template`);
  return packed({ ...parts, [DOCUMENT]: asPart(text.replace(from, to)) }, new Date("2000-01-01T00:00:00Z"));
}

const problemOf = (template: Buffer) => form && templateProblem(template, form);

describe("the bureau's template", () => {
  test("as it comes is sound", () => {
    expect(problemOf(readFileSync(FILE))).toBeUndefined();
  });

  test.each([
    ["a field that there is not", "{{小区地址}}", "{{地址}}", "{{地址}}"],
    ["a field by almost its name", "{{小区地址}}", "{{小区住址}}", "{{小区住址}}（可能应为{{小区地址}}）"],
    ["a label that there is not", "{{名称：小区地址}}", "{{名称：坐落}}", "{{名称：坐落}}"],
    ["one brace only", "{{小区地址}}", "{小区地址}", "{小区地址}（应写成{{栏目名称}}）"],
    ["braces of full width", "{{小区地址}}", "｛｛小区地址｝｝", "｛｛小区地址｝｝（应写成{{栏目名称}}）"],
    ["a place cut into runs", "{{小区地址}}", "{{地</w:t></w:r><w:r><w:t>点}}", "{{地点}}"],
  ])("with %s is refused by that name", (_what, from, to, named) => {
    expect(problemOf(edited(from, to))).toBe(`模板application-form.docx中有无法填写的位置：${named}`);
  });

  test("may leave a field out and say more around it", () => {
    expect(problemOf(edited("{{小区地址}}", "（见附页）"))).toBeUndefined();
  });

  test("that is no Word file is refused", () => {
    expect(problemOf(Buffer.from("rubbish"))).toBe("模板application-form.docx无法读取");
  });
});
