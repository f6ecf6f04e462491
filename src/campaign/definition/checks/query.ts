/** A value in a file's content and its path. */
export interface Found {
  path: (string | number)[];
  value: unknown;
}

/**
 * Values matching the pattern: keys joined by dots, `*` for every list item or map value. Content of another shape does
 * not match, so checks can run on files with other mistakes.
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
  if (part !== "*") return Object.hasOwn(value, part) ? [{ path: [...path, part], value: value[part] }] : [];
  return Object.entries(value).map(([key, item]) => ({ path: [...path, key], value: item }));
}

/** Every map in the content, outermost first. */
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

/** Strings matching the pattern. */
export const texts = (content: unknown, pattern: string): string[] =>
  query(content, pattern).flatMap(({ value }) => (typeof value === "string" ? [value] : []));

/** `line` as a list, also if written as a number. */
export function linesOf(value: unknown): number[] {
  const line = part(value, "line");
  return (Array.isArray(line) ? line : [line]).filter((item) => typeof item === "number");
}
