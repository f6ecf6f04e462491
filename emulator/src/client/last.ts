/**
 * The last element, or the last that matches. The client also runs in the page, and browsers of public offices
 * support neither `at` nor `findLast`.
 */
export function last<Item>(items: readonly Item[], fits: (item: Item) => boolean = () => true): Item | undefined {
  const fitting = items.filter(fits);
  return fitting[fitting.length - 1];
}
