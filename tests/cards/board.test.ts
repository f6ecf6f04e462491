import { readFileSync } from "node:fs";
import { evaluate } from "dingtalk-emulator/card/expression.ts";
import { parseTemplate, renderCard, type TemplateNode } from "dingtalk-emulator/card/index.ts";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { board } from "../../cards/board.ts";
import { exportText } from "../../cards/export-file.ts";
import { toAnswerParams, toCardParams } from "../../src/platform/dingtalk/render/index.ts";

const file = readFileSync(new URL("../../cards/board.json", import.meta.url), "utf8");

const fileSchema = z.strictObject({
  editorData: z.string(),
  widgetInfo: z.string().min(1),
  type: z.literal("im"),
  mode: z.literal("card"),
});

const partSchema = z.looseObject({ id: z.string(), type: z.string(), name: z.string() });

const editorSchema = z.looseObject({
  schemaVersion: z.literal("3.0.0"),
  schema: z.looseObject({
    version: z.literal("1.0.0"),
    componentsMap: z.array(z.looseObject({ componentName: z.string() })),
    componentsTree: z.array(z.unknown()).length(1),
    i18n: z.object({}),
  }),
  mockData: z.looseObject({
    cardData: z.looseObject({}),
    cardPrivateData: z.looseObject({}),
    localData: z.looseObject({}),
  }),
  variableList: z.array(
    z.looseObject({
      name: z.string(),
      id: z.string(),
      type: z.enum(["string", "markdown", "table", "form"]),
      private: z.boolean(),
      description: z.string().min(1),
      editorVarType: z.literal("variables"),
      schema: z.array(partSchema).optional(),
    }),
  ),
  expList: z.array(z.looseObject({ name: z.string(), id: z.string(), expContent: z.string() })),
  localList: z.array(z.never()),
  formList: z.array(z.never()),
  hsfList: z.array(z.never()),
  lwpList: z.array(z.never()),
  extension: z.looseObject({ extendType: z.literal("NORMAL"), fileTypeList: z.array(z.looseObject({})) }),
});

const exported = fileSchema.parse(JSON.parse(file));
const editor = editorSchema.parse(JSON.parse(exported.editorData));
const template = parseTemplate(exported);

const allNodes = (nodes: readonly TemplateNode[]): TemplateNode[] =>
  nodes.flatMap((node) => [node, ...allNodes(node.children)]);

/** Every name that a property refers to: variables of bindings, conditions and params, and `${…}` in texts. */
function namesIn(value: unknown): string[] {
  if (typeof value === "string")
    return [...value.matchAll(/\$\{([^}]+)\}/g)]
      .map(([, path]) => path ?? "")
      .filter((path) => !path.startsWith("event."));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === "variable" && typeof inner === "string" && inner !== "" ? [inner] : namesIn(inner),
  );
}

describe("the export file of the card template", () => {
  test("is generated from its source (npm run cards)", () => {
    expect(file).toBe(exportText(board));
  });

  test("maps every component that the tree uses", () => {
    const used = new Set(allNodes(template.root).map(({ componentName }) => componentName));

    expect(editor.schema.componentsMap.map(({ componentName }) => componentName)).toEqual([...used].toSorted());
  });

  test("has one id a component, in the platform's manner", () => {
    const ids = allNodes(template.root).map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^node_oc[a-z0-9]+$/.test(id))).toEqual([]);
  });

  test("binds only to declared variables and expressions", () => {
    const names = allNodes(template.root).flatMap(({ props }) => namesIn(props));
    const unknown = names.filter((path) => {
      const name = path.split(".")[0] ?? "";
      return !template.types.has(name) && !template.expressions.has(name);
    });

    expect(names.length).toBeGreaterThan(50);
    expect(unknown).toEqual([]);
  });

  test("uses every variable it declares", () => {
    const used = new Set(
      allNodes(template.root).flatMap(({ props }) => namesIn(props).map((path) => path.split(".")[0])),
    );
    const inEvents = ["toast"];
    const inExpressions = ["notice", "noticeVersion"];

    expect([...template.types.keys()].filter((name) => !used.has(name))).toEqual([...inEvents, ...inExpressions]);
  });

  test("declares each variable once, its inside under its own name", () => {
    const names = editor.variableList.map(({ name }) => name);
    const parts = editor.variableList.flatMap(({ name, schema = [] }) => schema.map(({ id }) => ({ name, id })));

    expect(new Set(names).size).toBe(names.length);
    expect(editor.variableList.filter(({ name, id }) => name !== id)).toEqual([]);
    expect(parts.filter(({ name, id }) => !id.startsWith(`${name}.`))).toEqual([]);
  });

  test("keeps what only the reader sees in private variables", () => {
    expect(editor.variableList.filter((variable) => variable.private).map(({ name }) => name)).toEqual([
      "toast",
      "notice",
      "noticeVersion",
    ]);
  });

  test("has expressions that can be worked out", () => {
    const known: Record<string, string> = { noticeVersion: "3", version: "3", notice: "已保存" };
    const card = { read: (name: string) => known[name], index: 0, member: () => undefined };

    expect(editor.expList.map(({ name, expContent }) => [name, evaluate(expContent, card)])).toEqual([
      ["noticeNow", "已保存"],
    ]);
  });

  test("shows its example in the editor's preview", () => {
    const values = Object.fromEntries(
      Object.entries(board.example).map(([name, value]) => [
        name,
        typeof value === "string" ? value : JSON.stringify(value),
      ]),
    );

    expect(renderCard(template, values).map(({ kind }) => kind)).toEqual(["header", "markdown", "button"]);
  });
});

test("a view fills every variable of the template and no other", () => {
  const params = toCardParams({ title: "进度", tone: "running", body: [], actions: [] }, 1);

  expect(new Set(Object.keys(params))).toEqual(new Set(template.types.keys()));
  expect(Object.keys(toAnswerParams({ version: 1 }))).toEqual(["toast", "notice", "noticeVersion"]);
});
