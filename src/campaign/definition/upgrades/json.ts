/** JSON whose shape nobody has checked, as its parts by key; anything but an object has none. */
export const partsOf = (json: unknown): Record<string, unknown> =>
  typeof json === "object" && json !== null && !Array.isArray(json) ? { ...json } : {};

export const listOf = (json: unknown): unknown[] => (Array.isArray(json) ? json : []);

export type Item = Record<string, unknown>;

/** Every item of the list, changed. */
export const eachOf = (json: unknown, change: (item: Item) => Item): Item[] =>
  listOf(json).map((item) => change(partsOf(item)));

export const idOf = ({ id, key }: Item): string => String(id ?? key ?? "");

/** The item without these parts. */
export const without = (item: Item, ...keys: readonly string[]): Item =>
  Object.fromEntries(Object.entries(item).filter(([key]) => !keys.includes(key)));

/** The item with what the table holds for its id. */
export const withPartsFrom =
  (table: Readonly<Record<string, Item>>) =>
  (item: Item): Item => ({ ...item, ...table[idOf(item)] });
