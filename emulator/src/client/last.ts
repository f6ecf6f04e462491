/**
 * The last one, or the last that fits. The client and what is built on it also run in the page, and the browsers of
 * public offices know neither `at` nor `findLast`.
 */
export function last<Item>(items: readonly Item[], fits: (item: Item) => boolean = () => true): Item | undefined {
  const fitting = items.filter(fits);
  return fitting[fitting.length - 1];
}
