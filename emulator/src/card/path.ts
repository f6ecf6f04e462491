/** An own property of an object; undefined for anything else. */
export function member(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

/** Follows `a.b[2].c` into a value. */
export function walk(value: unknown, path: string): unknown {
  const keys = path.replaceAll(/\[(\d+)\]/g, ".$1").split(".");
  return keys.reduce((inner: unknown, key) => (key === "" ? inner : member(inner, key)), value);
}
