/** Rows by key, in insertion order. Rows are replaced, never changed in place. */
export interface Table<V> {
  get(key: string): V | undefined;
  has(key: string): boolean;
  put(key: string, value: V): void;
  remove(key: string): void;
  values(): IterableIterator<V>;
  entries(): IterableIterator<[string, V]>;
  readonly size: number;
}

/** @param changed called after every change; `value` is undefined for a removal */
export function makeTable<V>(changed: (key: string, value: V | undefined) => void): Table<V> {
  const rows = new Map<string, V>();
  return {
    get: (key) => rows.get(key),
    has: (key) => rows.has(key),
    put: (key, value) => {
      rows.set(key, value);
      changed(key, value);
    },
    remove: (key) => {
      if (rows.delete(key)) changed(key, undefined);
    },
    values: () => rows.values(),
    entries: () => rows.entries(),
    get size() {
      return rows.size;
    },
  };
}
