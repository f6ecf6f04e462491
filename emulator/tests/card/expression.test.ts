import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/card/expression.ts";
import { readCard, renderCard } from "../../src/card/index.ts";
import { templateOf, text } from "./export-of.ts";

const VALUES: Record<string, unknown> = { status: "disabled", count: 3, off: false, "area.tags": ["甲", "乙"] };

const worked = (expression: string): unknown =>
  evaluate(expression, {
    read: (path) => VALUES[path],
    index: 2,
    member: (key) => (key === "required" ? true : undefined),
  });

describe("expressions of a template", () => {
  test.each([
    ['status == "disabled"', true],
    ["status != 'normal' && count > 2", true],
    ['off ? "是" : "否"', "否"],
    ["off ? 1 : count ? 2 : 3", 2],
    ["subdataIndex() + 1", 3],
    ["1 + 2 * 3 - -4", 11],
    ["(1 + 2) * 3 % 4", 1],
    ["!off && !(count <= 2)", true],
    ["none || count", 3],
    ['"共" + count', "共3"],
    ['subdata("required") ? "*" : ""', "*"],
    ['arrayJoin(area.tags, "、")', "甲、乙"],
    ['arrayGet(["red", "blue"], subdataIndex() % 2)', "red"],
    ['toStr("说\\"好\\"")', '说"好"'],
    ["len(area.tags)", 2],
    ["true == false", false],
  ])("%s gives %s", (expression, expected) => {
    expect(worked(expression)).toEqual(expected);
  });

  test.each(["process.exit(1)", "constructor()", "status ==", "a b", "1 +* 2", "(1", "`x`", "['a'", "toString()"])(
    "%s gives nothing and does no harm",
    (expression) => {
      expect(worked(expression)).toBeUndefined();
    },
  );

  test("may name other expressions, and one that names itself ends", () => {
    const template = templateOf({
      components: [text("t", `\${label}|\${round}`)],
      variables: { status: "string" },
      expressions: { done: 'status == "done"', label: 'done ? "完成" : "未完成"', round: 'round + "x"' },
    });

    expect(readCard(renderCard(template, { status: "done" })).text).toBe("完成|x");
  });

  test("values of the platform's own objects are out of reach", () => {
    const template = templateOf({
      components: [text("t", `[\${title.constructor}][\${list.length}][\${__proto__.toString}]`)],
      variables: { title: "string", list: "object" },
    });

    expect(readCard(renderCard(template, { title: "x", list: "{}" })).text).toBe("[][][]");
  });
});
