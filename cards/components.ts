/**
 * The pieces of the card platform's export format that our templates use, each with the few properties that carry
 * meaning. Everything else (margins of every side, statistics, unused actions) the platform's editor fills in when the
 * file is imported and saved.
 */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A component as it stands in `schema.componentsTree`. */
export interface Component {
  componentName: string;
  id: string;
  props: { [key: string]: Json };
  title: string;
  hidden: false;
  isLocked: false;
  condition: true;
  conditionGroup: "";
  children?: Component[];
}

interface Piece {
  componentName: string;
  /** Unique in the template; the platform's own ids look like `node_oc…`. */
  id: string;
  title: string;
  props: { [key: string]: Json };
  children?: Component[];
}

export const component = ({ componentName, id, title, props, children }: Piece): Component => ({
  componentName,
  id: `node_oc${id}`,
  props,
  title,
  hidden: false,
  isLocked: false,
  condition: true,
  conditionGroup: "",
  ...(children ? { children } : {}),
});

/** Text that may hold `${variable}`. */
export const words = (content: string): Json => ({ type: "dynamicString", content, i18n: false });

export const variable = (name: string): Json => ({ type: "variableValue", variable: name, variableType: "global" });

/** A choice (color, status) taken from a variable; `value` is what the editor shows without data. */
export const choiceFrom = (name: string, value: string): Json => ({
  type: "dynamicSelect",
  valueType: "variable",
  value,
  variable: name,
  variableType: "global",
});

export interface Test {
  variable: string;
  op: "isNotEmpty" | "lengthNotEqual";
  value?: number;
}

/** Shown only when the test holds. */
export const shownWhen = (test: Test): Json => ({
  type: "dynamicVisible",
  value: true,
  valueType: "condition",
  condition: {
    op: "and",
    conditions: [
      {
        value: test.value ?? "",
        op: test.op,
        variable: test.variable,
        variableType: "global",
        type: "variable",
        valueType: "fixed",
        valueVariableType: "global",
      },
    ],
  },
});

export const always: Json = {
  type: "dynamicVisible",
  value: true,
  valueType: "fixed",
  condition: { op: "and", conditions: [] },
};

/** Lines before a text is cut off. The editor's own value is two, or one in tables. */
export const lines = (count: number): Json => ({
  type: "dynamicNumber",
  valueType: "fixed",
  value: count,
  variable: "",
  variableType: "global",
});

export const sides = (horizontal: number, vertical: number): { [key: string]: Json } => ({
  marginLeft: horizontal,
  marginRight: horizontal,
  marginTop: vertical,
  marginBottom: vertical,
});

/** Params of a request: each name with the variable its value comes from. */
export const paramsFrom = (pairs: Record<string, string>): Json =>
  Object.entries(pairs).map(([name, from], index) => ({
    type: "variable",
    variable: from,
    value: "",
    name,
    variableType: "global",
    id: String(index + 1),
  }));
