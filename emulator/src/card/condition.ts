import { formatValue } from "./parse-value.ts";
import { member } from "./path.ts";
import { lookup, type Scope } from "./scope.ts";

const truthy = (value: unknown): boolean => value === true || value === "true" || value === 1;

const empty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === "object" && Object.keys(value).length === 0);

const length = (value: unknown): number => (Array.isArray(value) ? value.length : formatValue(value).length);

const TESTS: Record<string, (value: unknown, wanted: unknown) => boolean> = {
  equal: (value, wanted) => formatValue(value) === formatValue(wanted),
  notEqual: (value, wanted) => formatValue(value) !== formatValue(wanted),
  isTrue: (value) => truthy(value),
  isFalse: (value) => !truthy(value),
  isEmpty: (value) => empty(value),
  isNotEmpty: (value) => !empty(value),
  greaterThan: (value, wanted) => Number(value) > Number(wanted),
  greaterThanOrEqual: (value, wanted) => Number(value) >= Number(wanted),
  lessThan: (value, wanted) => Number(value) < Number(wanted),
  lessThanOrEqual: (value, wanted) => Number(value) <= Number(wanted),
  contains: (value, wanted) =>
    Array.isArray(value) ? value.includes(wanted) : formatValue(value).includes(formatValue(wanted)),
  lengthEqual: (value, wanted) => length(value) === Number(wanted),
  lengthNotEqual: (value, wanted) => length(value) !== Number(wanted),
  lengthGreaterThan: (value, wanted) => length(value) > Number(wanted),
  lengthLessThan: (value, wanted) => length(value) < Number(wanted),
};

/** Reads the value a test refers to: a variable, or a value of the answer after a press. */
export type ReadTested = (test: unknown) => unknown;

function wanted(test: unknown, scope: Scope): unknown {
  const path = member(test, "valueVariable");
  return member(test, "valueType") === "variable" && typeof path === "string"
    ? lookup(scope, path)
    : member(test, "value");
}

/**
 * Conditions joined by `and` or `or`, possibly nested. An empty list is true, and so is an unknown test, so that
 * nothing is hidden by it.
 */
export function holds(condition: unknown, scope: Scope, read: ReadTested): boolean {
  const tests = member(condition, "conditions");
  if (!Array.isArray(tests) || tests.length === 0) return true;
  const holdsOne = (test: unknown): boolean => {
    if (Array.isArray(member(test, "conditions"))) return holds(test, scope, read);
    const op = member(test, "op");
    const known = typeof op === "string" && Object.hasOwn(TESTS, op) ? TESTS[op] : undefined;
    return known ? known(read(test), wanted(test, scope)) : true;
  };
  return member(condition, "op") === "or" ? tests.some(holdsOne) : tests.every(holdsOne);
}

const readVariable =
  (scope: Scope): ReadTested =>
  (test) => {
    const path = member(test, "variable");
    return typeof path === "string" ? lookup(scope, path) : undefined;
  };

/** Whether a component with this `visible` property is rendered. */
export function isVisible(scope: Scope, visible: unknown): boolean {
  const valueType = member(visible, "valueType");
  if (valueType === "condition") return holds(member(visible, "condition"), scope, readVariable(scope));
  if (valueType === "variable") return truthy(readVariable(scope)(visible));
  return member(visible, "value") !== false;
}
