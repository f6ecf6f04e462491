/** Unchecked JSON as a map; anything but an object becomes an empty map. */
export const partsOf = (json: unknown): Record<string, unknown> =>
  typeof json === "object" && json !== null && !Array.isArray(json) ? { ...json } : {};

export const listOf = (json: unknown): unknown[] => (Array.isArray(json) ? json : []);

export type Item = Record<string, unknown>;

export const eachOf = (json: unknown, change: (item: Item) => Item): Item[] =>
  listOf(json).map((item) => change(partsOf(item)));

export const idOf = ({ id, key }: Item): string => String(id ?? key ?? "");

/** The item without these keys. */
export const without = (item: Item, ...keys: readonly string[]): Item =>
  Object.fromEntries(Object.entries(item).filter(([key]) => !keys.includes(key)));

/** Merges in the table's entry for the item's id. */
export const withPartsFrom =
  (table: Readonly<Record<string, Item>>) =>
  (item: Item): Item => ({ ...item, ...table[idOf(item)] });
