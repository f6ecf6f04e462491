/** The keys of the last messages, so that one sent again is known. */
export interface RecentKeys {
  has(key: string): boolean;
  add(key: string): void;
  clear(): void;
}

/** @param most how many are kept */
export function makeRecentKeys(most: number): RecentKeys {
  let keys: string[] = [];
  return {
    has: (key) => keys.includes(key),
    add: (key) => {
      keys = [...keys, key].slice(-most);
    },
    clear: () => {
      keys = [];
    },
  };
}
