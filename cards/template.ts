import type { Component, Json } from "./components.ts";

export type VariableType = "string" | "markdown" | "table" | "form";

/** A declared variable, as it stands in `variableList`. */
export interface Variable {
  name: string;
  private: boolean;
  type: VariableType;
  id: string;
  description: string;
  editorVarType: "variables";
  disabled?: boolean;
  schema?: Json[];
}

/** A template in the terms its author thinks in; {@link exportFile} makes the file an administrator imports. */
export interface Template {
  variables: Variable[];
  /** Values computed on the client from variables. */
  expressions: { name: string; content: string; description: string }[];
  root: Component;
  /** What the editor's preview shows. */
  example: { [variable: string]: Json };
}

interface Part {
  name: string;
  type: string;
  parts?: Part[];
}

const part = (name: string, type = "string", parts?: Part[]): Part => ({ name, type, ...(parts ? { parts } : {}) });

/** What the platform fixes about the inside of a variable of this type; an array's members carry `[0]` in their id. */
const INSIDE: Record<VariableType, Part[]> = {
  string: [],
  markdown: [],
  table: [
    part("data", "loopArray"),
    part("meta", "loopArray", [part("aliasName"), part("alias"), part("dataType"), part("weight", "number")]),
  ],
  form: [
    part("fields", "loopArray", [
      part("name"),
      part("label"),
      part("type"),
      part("hidden", "boolean"),
      part("required", "boolean"),
      part("requiredMsg"),
      part("readOnly", "boolean"),
      part("placeholder"),
      part("defaultValue"),
      part("options", "loopArray", [part("value"), part("text")]),
    ]),
  ],
};

const schemaOf = (parts: Part[], parent: string): Json[] =>
  parts.map(({ name, type, parts: inner }) => ({
    id: `${parent}.${name}`,
    type,
    name,
    private: false,
    editorVarType: "variables",
    disabled: true,
    ...(inner ? { schema: schemaOf(inner, `${parent}.${name}[0]`) } : {}),
  }));

/** A variable that everybody sees the same value of. */
export function variableOf(name: string, type: VariableType, description: string): Variable {
  const base: Variable = { name, private: false, type, id: name, description, editorVarType: "variables" };
  return type === "string" ? base : { ...base, disabled: false, schema: schemaOf(INSIDE[type], name) };
}

/** A text that each person has an own value of. */
export const privateVariableOf = (name: string, description: string): Variable => ({
  ...variableOf(name, "string", description),
  private: true,
});
