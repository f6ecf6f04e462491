import { colored } from "../colors.ts";
import type { Draw } from "../drawing.ts";
import { formatValue } from "../parse-value.ts";
import { member } from "../path.ts";
import { resolve, textOf } from "../resolve.ts";
import type { Scope } from "../scope.ts";

/** An icon's name; templates hold it as text or as `{iconType, icon}`, under `iconFont` or `icon`. */
export function iconOf(scope: Scope, props: Record<string, unknown>): string {
  for (const prop of [props.iconFont, props.icon]) {
    const value = Object.hasOwn(Object(prop), "icon") ? prop : resolve(scope, prop);
    const name = formatValue(member(value, "icon") ?? value);
    if (name !== "") return name;
  }
  return "";
}

export const icon: Draw = (node, scope) => {
  const name = iconOf(scope, node.props);
  return name === "" ? [] : [{ kind: "icon", name, ...colored(textOf(scope, node.props.color)) }];
};
