import type { CardStep } from "../contract/card.ts";
import type { Scope } from "./scope.ts";

type SetStep = Extract<CardStep, { kind: "set" }>;

/** The client's variables after setting one of them, or one property of it. */
export function withLocal(locals: Record<string, unknown>, step: Omit<SetStep, "kind">): Record<string, unknown> {
  const { local, key, value } = step;
  if (key === undefined) return { ...locals, [local]: value };
  const before = locals[local];
  const object = typeof before === "object" && before !== null ? before : {};
  return { ...locals, [local]: { ...object, [key]: value } };
}

/** The client's variables after all `set` steps of a press. */
export const localsAfter = (locals: Record<string, unknown>, steps: readonly CardStep[]): Record<string, unknown> =>
  steps.filter((step) => step.kind === "set").reduce(withLocal, locals);

/** The scope that later events of a chain see. */
export const afterSteps = (scope: Scope, steps: readonly CardStep[]): Scope => ({
  ...scope,
  values: localsAfter(scope.values, steps),
});
