import { type Evaluation, evaluate } from "./expression.ts";
import { parseValue } from "./parse-value.ts";
import { member, walk } from "./path.ts";
import type { CardTemplate } from "./template.ts";

/** One iteration of a loop: the array's path in the template, the member and its index. */
export interface LoopIteration {
  path: string;
  item: unknown;
  index: number;
}

/** Where bindings are resolved: a card's values, and the loops around the component. */
export interface Scope {
  template: CardTemplate;
  values: Record<string, unknown>;
  /** Innermost last. */
  iterations: readonly LoopIteration[];
  /** Expressions being evaluated, so that a recursive one terminates. */
  open: readonly string[];
}

/** String values converted to the types of the template's variables. */
export function scopeOf(
  template: CardTemplate,
  data: Record<string, string>,
  locals: Record<string, unknown> = {},
): Scope {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(data))
    values[name] = parseValue(template.types.get(name) ?? "string", value);
  return { template, values: { ...values, ...locals }, iterations: [], open: [] };
}

export const insideIteration = (scope: Scope, turn: LoopIteration): Scope => ({
  ...scope,
  iterations: [...scope.iterations, turn],
});

/** `list[0].name` means the current member of the loop over `list`, the innermost loop first. */
function fromIteration(scope: Scope, path: string): { found: boolean; value?: unknown } {
  for (const turn of scope.iterations.toReversed()) {
    const start = `${turn.path}[0]`;
    if (path === start) return { found: true, value: turn.item };
    if (path.startsWith(`${start}.`)) return { found: true, value: walk(turn.item, path.slice(start.length + 1)) };
  }
  return { found: false };
}

function fromExpression(scope: Scope, name: string): unknown {
  const text = scope.template.expressions.get(name);
  if (text === undefined || scope.open.includes(name)) return undefined;
  const inner: Scope = { ...scope, open: [...scope.open, name] };
  const turn = scope.iterations.at(-1);
  const evaluation: Evaluation = {
    read: (path) => lookup(inner, path),
    index: turn?.index ?? 0,
    member: (key) => member(turn?.item, key),
  };
  return evaluate(text, evaluation);
}

/** The value at a path: a loop member, a value, or an expression; undefined when there is none. */
export function lookup(scope: Scope, path: string): unknown {
  if (path === "loop" || path.startsWith("loop.")) {
    const item = scope.iterations.at(-1)?.item;
    return path === "loop" ? item : walk(item, path.slice("loop.".length));
  }
  const turn = fromIteration(scope, path);
  if (turn.found) return turn.value;
  const name = /^[^.[]+/.exec(path)?.[0] ?? path;
  if (scope.template.expressions.has(name)) return fromExpression(scope, name);
  return walk(scope.values, path);
}
