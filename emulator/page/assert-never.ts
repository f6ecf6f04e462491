/** Exhaustiveness check: a new member of a union fails to compile where it must be handled. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
