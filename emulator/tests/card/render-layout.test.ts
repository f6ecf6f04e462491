import { describe, expect, test } from "vitest";
import { findPress, readCard, renderCard } from "../../src/card/index.ts";
import type { CardNode } from "../../src/contract/card.ts";
import { templateOf, text, variable, words } from "./export-of.ts";

const grid = (id: string, props: object, children: object[]) => ({ componentName: "Grid", id, props, children });
const drawn = (...components: object[]): CardNode[] => renderCard(templateOf({ components }), {});

describe("a container", () => {
  test.each([
    [{ isFixedWidth: true, width: 40 }, { width: { pixels: 40 } }],
    [{ isAutoWidth: true }, { width: "content" }],
    [{ enableColSpan: true, colSpan: 2 }, { width: { share: 2 } }],
    [{ childGravity: "centerTop" }, { across: "center" }],
    [{ childGravity: "rightCenter" }, { across: "right", down: "center" }],
    [{ isAutoHeight: false, height: 3 }, { height: 3 }],
    [{ hasBorder: true }, { framed: true }],
    [
      { hasBackground: true, backgroundType: "Custom", backgroundColor: "#000000", darkModeBackgroundColor: "#ffffff" },
      { fill: { light: "#000000", dark: "#ffffff" } },
    ],
    [{ hasBackground: true, standardBackgroundColor: "extended_red0_color" }, { fill: { light: "#FF5219" } }],
    [{ hasBackground: true, standardBackgroundColor: "common_bg_color" }, { fill: { light: "gray" } }],
  ])("with %j", (props, box) => {
    expect(drawn(grid("g", { direction: "vertical", ...props }, [text("t", "字")]))).toEqual([
      { kind: "group", direction: "column", children: [{ kind: "text", text: "字" }], box },
    ]);
  });

  test("around one piece, without a look of its own, is not drawn; an empty one only when it is filled", () => {
    const filled = { hasBackground: true, backgroundType: "Custom", backgroundColor: "#000000" };

    expect(drawn(grid("g", {}, [text("t", "字")]))).toEqual([{ kind: "text", text: "字" }]);
    expect(drawn(grid("g", { isAutoWidth: true }, []))).toEqual([]);
    expect(drawn(grid("g", filled, []))).toMatchObject([{ kind: "group", children: [] }]);
  });

  test("that changes the client's own variable is an area; icons name it where it has no words", () => {
    const press = {
      actionType: "setLocalState",
      localVarAction: { ...variable("liked"), varType: "string" },
      stringLocalValue: words("like"),
    };
    const icon = { componentName: "Icon", id: "i", props: { icon: { icon: "icon_XDS_goodlike_line" } } };

    expect(readCard(drawn(grid("g", press, [icon]))).actions).toEqual([
      { actionId: "g", label: "赞", disabled: false },
    ]);
    expect(readCard(drawn(grid("g", press, [icon, text("t", "有用")]))).text).toBe("[有用]");
  });

  test("loops stand in columns, or with a line between their members", () => {
    const cells = (name: string, props: object) => ({
      componentName: name,
      id: "l",
      props: { listData: variable("items"), ...props },
      children: [text("t", `\${loop}`)],
    });
    const draw = (component: object) =>
      renderCard(templateOf({ components: [component], variables: { items: "stringArray" } }), {
        items: '["甲","乙"]',
      });
    const columnCount = { type: "dynamicNumber", valueType: "fixed", value: 2 };

    expect(draw(cells("GridLayout", { columnCount }))).toMatchObject([{ kind: "group", columns: 2 }]);
    expect(draw(cells("Loop", { childDivider: true }))).toMatchObject([
      { kind: "group", children: [{ text: "甲" }, { kind: "divider" }, { text: "乙" }] },
    ]);
  });

  test("a card with an address is pressed anywhere", () => {
    const file = templateOf({ components: [text("t", "通知")] });
    const [card] = file.root;
    const linked = { ...file, root: [{ ...card, props: { actionType: "url", url: words("https://example.com") } }] };

    expect(readCard(renderCard(linked as typeof file, {})).links.map(({ url }) => url)).toEqual([
      "https://example.com",
    ]);
  });
});

describe("a text", () => {
  test.each([
    [
      { styleType: "standard", styleToken: "common_h4_bold_text_style", size: "small" },
      { size: "title", bold: true },
    ],
    [{ styleType: "standard", styleToken: "common_footnote_text_style" }, { size: "meta" }],
    [{ styleType: "standard", styleToken: "common_body_text_style" }, {}],
    [
      { styleType: "custom", size: "large", bold: true },
      { size: "title", bold: true },
    ],
    [{ fontSizeType: "Custom", customFontSize: 20 }, { size: "heading" }],
    [
      { italic: true, strikeThrough: true },
      { italic: true, struck: true },
    ],
    [
      { gravity: "center", autoWidth: true },
      { align: "center", fit: true },
    ],
    [{ maxLine: { type: "dynamicNumber", valueType: "fixed", value: 2 } }, { lines: 2 }],
    [{ color: { type: "dynamicColor", valueType: "fixed", value: "common_red1_color" } }, { color: "#FF5219" }],
    [{ color: { type: "dynamicColor", valueType: "fixed", value: "common_level1_base_color" } }, {}],
    [{ color: "extended_deeppurple8_color" }, { color: "purple" }],
    [{ enableIcon: true, iconFont: { icon: "icon_copy" } }, { icon: "icon_copy" }],
  ])("with %j", (props, look) => {
    expect(drawn(text("t", "字", props))).toEqual([{ kind: "text", text: "字", ...look }]);
  });
});

describe("a table", () => {
  const table = {
    meta: [
      { alias: "rank", aliasName: "", dataType: "OBJECT", weight: 10 },
      { alias: "who", aliasName: "小区", dataType: "MICROAPP", weight: 60, headerTextAlign: "left" },
      { alias: "do", aliasName: "操作", dataType: "BUTTON", width: 90 },
    ],
    data: [
      {
        rank: { value: 1, textColorToken: "common_orange1_color", hoverText: "第一", request: true },
        who: { icon: "@media", name: "锦绣花园" },
        do: { id: "see", text: "查看", url: "https://example.com" },
      },
      {
        rank: { value: 2, textAlign: "right" },
        who: { name: "望湖小区" },
        do: { text: "退回", color: "red", request: true },
      },
    ],
  };
  const template = templateOf({
    components: [{ componentName: "Table", id: "t", props: { data: variable("table") } }],
    variables: { table: "table" },
  });
  const nodes = renderCard(template, { table: JSON.stringify(table) });

  test("has widths, alignments, colors, pictures and hints", () => {
    expect(nodes).toMatchObject([
      {
        looks: [{ share: 10 }, { share: 60, align: "left" }, { pixels: 90 }],
        cells: [
          [
            { text: "1", align: "center", color: "#FF9200", hint: "第一" },
            { text: "锦绣花园", icon: "@media" },
            { text: "查看", button: true },
          ],
          [{ text: "2", align: "right" }, { text: "望湖小区" }, { text: "退回" }],
        ],
      },
    ]);
  });

  test("calls back from a cell with its column and its row, or opens its address", () => {
    expect(readCard(nodes).actions).toEqual([
      { actionId: "t.0.rank", label: "1", disabled: false },
      { actionId: "t.1.do", label: "退回", disabled: false },
    ]);
    expect(readCard(nodes).links.map(({ label }) => label)).toEqual(["查看"]);
    expect(findPress(nodes, "t.1.do")).toMatchObject({
      look: "danger",
      steps: [{ kind: "request", actionId: "t", params: { column: table.meta[2], row: table.data[1] } }],
    });
  });
});

test("pictures have their size, people their picture, and answers of an AI card what stands below them", () => {
  const fixed = (value: number) => ({ type: "dynamicWidth", valueType: "fixed", value });
  const nodes = drawn(
    {
      componentName: "Image",
      id: "i",
      props: { images: { type: "dynamicImage", valueType: "fixed", value: "@m" }, width: fixed(16), height: fixed(16) },
    },
    { componentName: "Avatar", id: "a", props: { name: words("马小涵"), imageUrl: words("") } },
    { componentName: "Feedback", id: "f", props: { enableCopy: true, enableRefresh: false } },
  );

  expect(nodes.slice(0, 2)).toEqual([
    { kind: "image", source: "@m", alt: "图片", width: 16, height: 16 },
    { kind: "avatar", source: "", name: "马小涵" },
  ]);
  expect(readCard(nodes).actions.map(({ label }) => label)).toEqual(["复制"]);
});
