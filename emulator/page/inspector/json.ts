/** The value with every string of JSON parsed recursively; numbers in strings stay text. */
export function unfold(value: unknown): unknown {
  if (typeof value === "string") {
    const inner = parsedObject(value);
    return inner === undefined ? value : unfold(inner);
  }
  if (Array.isArray(value)) return value.map(unfold);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unfold(inner)]));
}

/** The value at the path; undefined when the path does not exist. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((found, step) => (isRecord(found) ? found[step] : undefined), value);
}

/** The text or number at the path, as text; otherwise empty. */
export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = valueAt(value, ...path);
  return typeof found === "string" || typeof found === "number" ? String(found) : "";
}

export const textsAt = (value: unknown, ...path: readonly string[]): string[] => {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found.filter((one) => typeof one === "string") : [];
};

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parsedObject(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
