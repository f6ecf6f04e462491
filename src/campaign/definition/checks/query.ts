/** A value inside a file's content, with the place where it stands. */
export interface Found {
  path: (string | number)[];
  value: unknown;
}

/**
 * Everything the pattern names: keys joined by dots, `*` for every item of a list or every value of a map. Content
 * that has another shape yields nothing, so that checks can read files whose shape is wrong elsewhere.
 */
export function query(content: unknown, pattern: string): Found[] {
  return pattern
    .split(".")
    .reduce<Found[]>((found, part) => found.flatMap((at) => step(at, part)), [{ path: [], value: content }]);
}

function step({ path, value }: Found, part: string): Found[] {
  if (Array.isArray(value))
    return part === "*" ? value.map((item: unknown, index) => ({ path: [...path, index], value: item })) : [];
  if (!isMap(value)) return [];
  return Object.entries(value)
    .filter(([key]) => part === "*" || key === part)
    .map(([key, item]) => ({ path: [...path, key], value: item }));
}

/** Every map in the content, the outermost first. */
export function maps(content: unknown, path: (string | number)[] = []): Found[] {
  if (Array.isArray(content)) return content.flatMap((item: unknown, index) => maps(item, [...path, index]));
  if (!isMap(content)) return [];
  const inner = Object.entries(content).flatMap(([key, item]) => maps(item, [...path, key]));
  return [{ path, value: content }, ...inner];
}

export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const part = (value: unknown, key: string): unknown => (isMap(value) ? value[key] : undefined);

export function textPart(value: unknown, key: string): string | undefined {
  const found = part(value, key);
  return typeof found === "string" ? found : undefined;
}

export function numberPart(value: unknown, key: string): number | undefined {
  const found = part(value, key);
  return typeof found === "number" ? found : undefined;
}

/** The texts the pattern names. */
export const texts = (content: unknown, pattern: string): string[] =>
  query(content, pattern).flatMap(({ value }) => (typeof value === "string" ? [value] : []));

/** `line` as a list, whichever way it is written. */
export function linesOf(value: unknown): number[] {
  const line = part(value, "line");
  return (Array.isArray(line) ? line : [line]).filter((item) => typeof item === "number");
}
