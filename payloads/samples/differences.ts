const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** JSON as text is looked into, as often as it is wrapped. */
function opened(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

const kindOf = (value: unknown): string => (value === null ? "null" : Array.isArray(value) ? "list" : typeof value);

/**
 * Where the names of fields and the JSON types of one body depart from another's; values are free, and an empty list
 * fits every list. Empty: both have the same shape.
 */
export function differences(body: unknown, expected: unknown, at = ""): string[] {
  if ((typeof body === "string") !== (typeof expected === "string")) return [`${at} is ${kindOf(body)}`];
  const [one, other] = [opened(body), opened(expected)];
  if (kindOf(one) !== kindOf(other)) return [`${at} is ${kindOf(one)}`];
  if (Array.isArray(one) && Array.isArray(other)) return listDifferences(one, other, at);
  if (!isRecord(one) || !isRecord(other)) return [];
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return names.flatMap((name) => {
    const path = at === "" ? name : `${at}.${name}`;
    if (!(name in one)) return [`${path} is missing`];
    return name in other ? differences(one[name], other[name], path) : [`${path} is added`];
  });
}

/** Every element has the shape of some element of the other list. */
function listDifferences(one: readonly unknown[], other: readonly unknown[], at: string): string[] {
  if (one.length === 0 || other.length === 0) return [];
  if (one.length === 1 && other.length === 1) return differences(one[0], other[0], `${at}[]`);
  const alone = (some: readonly unknown[], all: readonly unknown[], what: string) =>
    some
      .filter((element) => all.every((candidate) => differences(element, candidate).length > 0))
      .map((element) => `${at}[] ${what} ${JSON.stringify(element)}`);
  return [...alone(one, other, "adds"), ...alone(other, one, "lacks")];
}
