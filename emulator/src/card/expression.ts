import { formatValue } from "./parse-value.ts";
import { type Syntax, syntaxOf } from "./syntax.ts";

/** The context of an expression. */
export interface Evaluation {
  read: (path: string) => unknown;
  /** Index in the enclosing loop, from 0. */
  index: number;
  /** A property of the loop's current member. */
  member: (key: string) => unknown;
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Functions used by exported templates, and similar ones. */
const FUNCTIONS: Record<string, (inputs: readonly unknown[], card: Evaluation) => unknown> = {
  toStr: ([value]) => formatValue(value),
  toNumber: ([value]) => Number(value),
  toLong: ([value]) => Math.trunc(Number(value)),
  len: ([value]) => (Array.isArray(value) ? value.length : formatValue(value).length),
  concat: (inputs) => inputs.map(formatValue).join(""),
  subdata: ([key], card) => card.member(formatValue(key)),
  subdataIndex: (_, card) => card.index,
  arrayGet: ([values, at]) => list(values)[Number(at)],
  arrayJoin: ([values, between]) => list(values).map(formatValue).join(formatValue(between)),
  arrayLength: ([values]) => list(values).length,
};

const same = (left: unknown, right: unknown): boolean => formatValue(left) === formatValue(right);

const PAIRS: Record<string, (left: unknown, right: unknown) => unknown> = {
  "==": same,
  "===": same,
  "!=": (left, right) => !same(left, right),
  "!==": (left, right) => !same(left, right),
  "<": (left, right) => Number(left) < Number(right),
  ">": (left, right) => Number(left) > Number(right),
  "<=": (left, right) => Number(left) <= Number(right),
  ">=": (left, right) => Number(left) >= Number(right),
  "+": (left, right) =>
    typeof left === "number" && typeof right === "number" ? left + right : formatValue(left) + formatValue(right),
  "-": (left, right) => Number(left) - Number(right),
  "*": (left, right) => Number(left) * Number(right),
  "/": (left, right) => Number(left) / Number(right),
  "%": (left, right) => Number(left) % Number(right),
};

function pair(syntax: Extract<Syntax, { kind: "pair" }>, card: Evaluation): unknown {
  const left = evaluateSyntax(syntax.left, card);
  if (syntax.sign === "&&") return left ? evaluateSyntax(syntax.right, card) : left;
  if (syntax.sign === "||") return left ? left : evaluateSyntax(syntax.right, card);
  return PAIRS[syntax.sign]?.(left, evaluateSyntax(syntax.right, card));
}

function call(syntax: Extract<Syntax, { kind: "call" }>, card: Evaluation): unknown {
  const known = Object.hasOwn(FUNCTIONS, syntax.name) ? FUNCTIONS[syntax.name] : undefined;
  const inputs = syntax.inputs.map((input) => evaluateSyntax(input, card));
  return known?.(inputs, card);
}

function evaluateSyntax(syntax: Syntax, card: Evaluation): unknown {
  switch (syntax.kind) {
    case "value":
      return syntax.value;
    case "name":
      return card.read(syntax.name);
    case "list":
      return syntax.items.map((item) => evaluateSyntax(item, card));
    case "not":
      return !evaluateSyntax(syntax.inner, card);
    case "minus":
      return -Number(evaluateSyntax(syntax.inner, card));
    case "pair":
      return pair(syntax, card);
    case "choice":
      return evaluateSyntax(syntax.test, card) ? evaluateSyntax(syntax.yes, card) : evaluateSyntax(syntax.no, card);
    case "call":
      return call(syntax, card);
  }
}

/** Evaluates an expression of a template. An unreadable expression or an unknown function gives undefined. */
export function evaluate(text: string, card: Evaluation): unknown {
  let syntax: Syntax;
  try {
    syntax = syntaxOf(text);
  } catch {
    return undefined;
  }
  return evaluateSyntax(syntax, card);
}
