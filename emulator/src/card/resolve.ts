import { formatValue } from "./parse-value.ts";
import { member, walk } from "./path.ts";
import { lookup, type Scope } from "./scope.ts";

const BINDING = /\$\{\s*([^{}]+?)\s*\}/g;
const LANGUAGES = ["zh_Hans", "zh_CN", "ZH_CN"];

/** Replaces every `${path}` once: inserted text is never parsed as a binding again. */
export const fill = (scope: Scope, text: string): string =>
  text.replaceAll(BINDING, (_, path: string) => formatValue(lookup(scope, path)));

/** A property with one value per language, `{content: {zh_Hans: …}}`: the Chinese one, otherwise the first. */
function inChinese(content: unknown): unknown {
  if (typeof content !== "object" || content === null) return content;
  const language = LANGUAGES.find((name) => Object.hasOwn(content, name)) ?? Object.keys(content)[0];
  return language === undefined ? undefined : member(content, language);
}

/** A text of the card's data, plain or by language: `{zh_CN: …}`. */
export const localized = (scope: Scope, value: unknown): string =>
  member(value, "type") === undefined && !Object.hasOwn(Object(value), "content")
    ? formatValue(inChinese(value))
    : textOf(scope, value);

function byVariable(scope: Scope, prop: object): unknown {
  const path = member(prop, "variable");
  return typeof path === "string" && path !== "" ? lookup(scope, path) : undefined;
}

/**
 * The value of a component's property: a plain value, text with bindings, a fixed value, or a variable. `eventData`
 * is a value of the answer to a press, undefined before it.
 */
export function resolve(scope: Scope, prop: unknown): unknown {
  if (typeof prop === "string") return fill(scope, prop);
  if (typeof prop !== "object" || prop === null || Array.isArray(prop)) return prop;
  const type = member(prop, "type");
  if (type === undefined && !Object.hasOwn(prop, "content")) return byVariable(scope, prop);
  if (type === "variableValue") return byVariable(scope, prop);
  if (Object.hasOwn(prop, "content")) return resolve(scope, inChinese(member(prop, "content")));
  const valueType = member(prop, "valueType");
  if (valueType === "variable") return byVariable(scope, prop);
  if (valueType === "eventData") return walk(scope.values.event, formatValue(member(prop, "eventData")));
  const value = member(prop, "value");
  return typeof value === "string" ? fill(scope, value) : value;
}

export const textOf = (scope: Scope, prop: unknown): string => formatValue(resolve(scope, prop));

export const listOf = (scope: Scope, prop: unknown): readonly unknown[] => {
  const value = resolve(scope, prop);
  return Array.isArray(value) ? value : [];
};

/** The path a property is bound to; in a loop the paths of its members start with it. */
export function boundPath(prop: unknown): string {
  const path = member(prop, "variable");
  return typeof path === "string" ? path : "";
}
