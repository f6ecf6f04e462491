import { type CardTemplate, parseTemplate } from "../../src/card/index.ts";

export interface Sketch {
  components: object[];
  /** Types by name. */
  variables?: Record<string, string>;
  locals?: Record<string, string>;
  /** Texts by name. */
  expressions?: Record<string, string>;
}

const declared = (types: Record<string, string> = {}) =>
  Object.entries(types).map(([name, type]) => ({ name, id: name, type, private: false }));

/** An export file with these components on one card, in the platform's format. */
export const exportOf = ({ components, variables, locals, expressions = {} }: Sketch) => ({
  editorData: JSON.stringify({
    schemaVersion: "3.0.0",
    schema: { componentsTree: [{ componentName: "Card", id: "node_card", props: {}, children: components }] },
    variableList: declared(variables),
    localList: declared(locals),
    expList: Object.entries(expressions).map(([name, expContent]) => ({ name, expContent, type: "string" })),
  }),
  widgetInfo: "",
  type: "im",
  mode: "card",
});

export const templateOf = (sketch: Sketch): CardTemplate => parseTemplate(exportOf(sketch));

export const words = (content: string) => ({ type: "dynamicString", content, i18n: false });

export const text = (id: string, content: string, more: object = {}) => ({
  componentName: "BaseText",
  id,
  props: { text: words(content), ...more },
});

interface Condition {
  variable: string;
  op: string;
  value?: unknown;
  variableType?: "loop";
}

export const shownWhen = (op: "and" | "or", ...conditions: Condition[]) => ({
  visible: {
    type: "dynamicVisible",
    valueType: "condition",
    value: true,
    condition: {
      op,
      conditions: conditions.map((condition) => ({ type: "variable", valueType: "fixed", ...condition })),
    },
  },
});

export const variable = (name: string) => ({ type: "variableValue", variable: name, variableType: "global" });
