import { describe, expect, test } from "vitest";
import { readCard, renderCard } from "../../src/card/index.ts";
import { shownWhen, templateOf, text, variable, words } from "./export-of.ts";

describe("what a card shows", () => {
  test("bindings reach into objects and lists; what is missing is nothing", () => {
    const template = templateOf({
      components: [text("t", `评分：\${evaluate.stars}，首项：\${evaluate.tags[0]}，无：\${evaluate.none.deep}`)],
      variables: { evaluate: "object" },
    });

    const nodes = renderCard(template, { evaluate: '{"stars":3,"tags":["整洁"]}' });

    expect(nodes).toEqual([{ kind: "text", text: "评分：3，首项：整洁，无：" }]);
  });

  test("a value that looks like a binding is not filled in again", () => {
    const template = templateOf({
      components: [text("t", `\${title}`)],
      variables: { title: "string", secret: "string" },
    });

    expect(renderCard(template, { title: `\${secret}`, secret: "不可见" })).toEqual([
      { kind: "text", text: `\${secret}` },
    ]);
  });

  test("a value that does not fit its declared type is not shown", () => {
    const template = templateOf({ components: [text("t", `共\${total}个`)], variables: { total: "number" } });

    expect(readCard(renderCard(template, { total: "十二" })).text).toBe("共个");
    expect(readCard(renderCard(template, { total: "12" })).text).toBe("共12个");
  });

  test("a tag below the header is its status, with its color", () => {
    const template = templateOf({
      components: [
        { componentName: "CardHeaderV2", id: "h", props: { title: words(`\${title}`) } },
        {
          componentName: "Tag",
          id: "s",
          props: {
            text: words("已逾期"),
            color: { type: "dynamicSelect", valueType: "variable", value: "blue", variable: "color" },
          },
        },
      ],
      variables: { title: "string", color: "string" },
    });

    const nodes = renderCard(template, { title: "初评", color: "red" });

    expect(nodes).toEqual([{ kind: "header", title: "初评", status: "已逾期", color: "#FF5219" }]);
    expect(readCard(nodes).text).toBe("初评 已逾期");
  });

  test("the Chinese text of a property in several languages is shown", () => {
    const template = templateOf({
      components: [
        {
          componentName: "Markdown",
          id: "m",
          props: {
            content: {
              defaultLang: "en_US",
              content: {
                en_US: { type: "dynamicMarkdown", valueType: "fixed", value: "hello" },
                zh_Hans: { type: "dynamicMarkdown", valueType: "variable", variable: "body" },
              },
            },
          },
        },
      ],
      variables: { body: "markdown" },
    });

    expect(renderCard(template, { body: "**您好**" })).toEqual([{ kind: "markdown", source: "**您好**" }]);
  });

  test("progress, pictures, dividers and folded parts are drawn; a folded part is not read", () => {
    const template = templateOf({
      components: [
        {
          componentName: "ProgressBar",
          id: "p",
          props: { progress: { type: "dynamicNumber", valueType: "variable", variable: "done" }, showPercentage: true },
        },
        { componentName: "Divider", id: "d", props: {} },
        {
          componentName: "Image",
          id: "i",
          props: { images: { type: "dynamicImage", valueType: "fixed", value: "@media" }, hoverText: words("外景") },
        },
        {
          componentName: "CollapsePanel",
          id: "c",
          props: { title: words("依据"), contentVisible: false },
          children: [text("t", "第一条")],
        },
      ],
      variables: { done: "number" },
    });

    const nodes = renderCard(template, { done: "140" });

    expect(nodes).toEqual([
      { kind: "progress", percent: 100, text: "100%" },
      { kind: "divider" },
      { kind: "image", source: "@media", alt: "外景" },
      { kind: "collapse", title: "依据", open: false, children: [{ kind: "text", text: "第一条" }] },
    ]);
    expect(readCard(nodes).text).toBe("100%\n[外景]\n依据");
  });

  test("tables and charts show their data", () => {
    const template = templateOf({
      components: [
        { componentName: "Table", id: "t", props: { data: variable("ranking") } },
        { componentName: "Chart", id: "c", props: { data: variable("counts") } },
      ],
      variables: { ranking: "table", counts: "chart" },
    });
    const ranking = {
      meta: [
        { alias: "place", aliasName: "名次" },
        { alias: "who", aliasName: "小区" },
      ],
      data: [{ place: 1, who: { name: "锦绣花园" } }, { place: 2 }],
    };
    const counts = { type: "histogram", data: [{ x: "越城区", y: 3 }], config: { title: "申报数" } };

    const card = readCard(renderCard(template, { ranking: JSON.stringify(ranking), counts: JSON.stringify(counts) }));

    expect(card.tables).toEqual([
      {
        columns: [
          { name: "place", label: "名次" },
          { name: "who", label: "小区" },
        ],
        rows: [
          { place: "1", who: "锦绣花园" },
          { place: "2", who: "" },
        ],
      },
    ]);
    expect(card.charts).toEqual([{ title: "申报数", type: "histogram", data: [{ x: "越城区", y: 3 }] }]);
    expect(card.text).toBe("名次 | 小区\n1 | 锦绣花园\n2 | \n申报数");
  });

  test("an unknown component is a labelled box, and what stands in it is still shown", () => {
    const template = templateOf({
      components: [{ componentName: "Carousel", id: "node_9", props: {}, children: [text("t", "内容")] }],
    });

    expect(renderCard(template, {})).toEqual([
      { kind: "unknown", component: "Carousel", id: "node_9" },
      { kind: "text", text: "内容" },
    ]);
  });

  test("a component switched off in the editor is not drawn", () => {
    const template = templateOf({ components: [{ ...text("t", "旧"), hidden: true }] });

    expect(renderCard(template, {})).toEqual([]);
  });

  test("of a card written while one watches only the face of its state is drawn", () => {
    const face = (status: number, content: string) => ({
      componentName: "AICardStatusContainer",
      id: `s${status}`,
      props: { status },
      children: [text(`t${status}`, content)],
    });
    const template = templateOf({
      components: [face(1, "处理中"), face(3, "完成")],
      variables: { flowStatus: "string" },
    });

    expect(readCard(renderCard(template, { flowStatus: "1" })).text).toBe("处理中");
    expect(readCard(renderCard(template, {})).text).toBe("完成");
  });
});

describe("conditions", () => {
  const shows = (value: string | undefined, ...condition: Parameters<typeof shownWhen>): boolean => {
    const template = templateOf({
      components: [text("t", "显示", shownWhen(...condition))],
      variables: { word: "string", list: "loopArray", flag: "boolean", count: "number" },
    });
    const name = condition[1]?.variable ?? "";
    return renderCard(template, value === undefined ? {} : { [name]: value }).length === 1;
  };

  test.each([
    ["equal", "word", "done", "done", true],
    ["equal", "word", "open", "done", false],
    ["equal", "count", "1", 1, true],
    ["notEqual", "count", "0", 1, true],
    ["notEqual", "word", "done", "done", false],
    ["isTrue", "flag", "true", "", true],
    ["isTrue", "flag", undefined, "", false],
    ["isFalse", "flag", undefined, "", true],
    ["isFalse", "flag", "true", "", false],
    ["isEmpty", "word", "", "", true],
    ["isEmpty", "list", "[]", "", true],
    ["isNotEmpty", "list", "[1]", "", true],
    ["isNotEmpty", "word", undefined, "", false],
    ["lengthNotEqual", "list", "[1]", 0, true],
    ["lengthNotEqual", "list", "[]", 0, false],
    ["somethingNew", "word", "x", "y", true],
  ])("%s on %s with %s against %s: %s", (op, variableName, value, wanted, expected) => {
    expect(shows(value, "and", { variable: variableName, op, value: wanted })).toBe(expected);
  });

  test("join by and, or by or", () => {
    const isA = { variable: "word", op: "equal", value: "a" };
    const isB = { variable: "word", op: "equal", value: "b" };

    expect(shows("a", "and", isA, isB)).toBe(false);
    expect(shows("a", "or", isA, isB)).toBe(true);
    expect(shows("c", "or", isA, isB)).toBe(false);
  });
});

describe("loops", () => {
  test("draw their children once a member, with conditions and places of their own", () => {
    const template = templateOf({
      components: [
        {
          componentName: "Loop",
          id: "l",
          props: { listData: variable("items"), direction: "vertical" },
          children: [
            text("n", `\${place}. \${loop.name}`),
            text("m", "必填", shownWhen("and", { variable: "items[0].must", op: "isTrue", variableType: "loop" })),
          ],
        },
      ],
      variables: { items: "loopArray" },
      expressions: { place: "subdataIndex() + 1" },
    });

    const nodes = renderCard(template, { items: '[{"name":"环境","must":true},{"name":"安全"}]' });

    expect(readCard(nodes).text).toBe("1. 环境\n必填\n2. 安全");
  });

  test("inside loops know the members of both", () => {
    const template = templateOf({
      components: [
        {
          componentName: "Loop",
          id: "outer",
          props: { listData: variable("districts") },
          children: [
            {
              componentName: "Loop",
              id: "inner",
              props: { listData: { type: "variableValue", variable: "districts[0].compounds", variableType: "loop" } },
              children: [
                {
                  componentName: "SingleButton",
                  id: "b",
                  props: {
                    text: words(`\${loop.name}`),
                    actionType: "request",
                    params: [
                      { name: "district", type: "variable", variable: "districts[0].name", variableType: "loop" },
                      { name: "compound", type: "variable", variable: "districts[0].compounds[0].name" },
                    ],
                  },
                },
              ],
            },
          ],
        },
      ],
      variables: { districts: "loopArray" },
    });

    const card = renderCard(template, {
      districts: '[{"name":"越城区","compounds":[{"name":"甲"},{"name":"乙"}]},{"name":"柯桥区","compounds":[]}]',
    });

    expect(readCard(card).actions).toEqual([
      { actionId: "b.0.0", label: "甲", disabled: false },
      { actionId: "b.0.1", label: "乙", disabled: false },
    ]);
    expect(JSON.stringify(card)).toContain('"params":{"district":"越城区","compound":"乙"}');
  });
});
