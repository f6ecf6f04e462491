import { formatValue } from "./parse-value.ts";
import { member } from "./path.ts";
import { resolve } from "./resolve.ts";
import { lookup, type Scope } from "./scope.ts";

/** The params a template adds to what a press or a form sends. */
export function paramsOf(scope: Scope, params: unknown): Record<string, unknown> {
  if (!Array.isArray(params)) return {};
  const named = params
    .map((param: unknown) => ({ param, name: formatValue(member(param, "name")) }))
    .filter(({ name }) => name !== "");
  return Object.fromEntries(
    named.map(({ param, name }) => {
      const path = member(param, "variable");
      const bound = member(param, "type") === "variable" && typeof path === "string";
      return [name, (bound ? lookup(scope, path) : resolve(scope, member(param, "value"))) ?? ""];
    }),
  );
}
