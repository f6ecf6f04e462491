/** What two versions of a list are compared by. */
export interface ListedCase {
  id: string;
  name: string;
  /** 评价分数 in hundredths; null without points. */
  total: number | null;
}

/** What a version has otherwise than the one before it. */
export interface ListDifference {
  /** Names. */
  added: readonly string[];
  left: readonly string[];
  /** The cases of both, in the order of each, where that differs. */
  reordered?: { before: readonly string[]; after: readonly string[] };
  points: readonly { name: string; before: number | null; after: number | null }[];
  renamed: readonly { before: string; after: string }[];
}

/** Undefined if both say the same. */
export function differenceOf(before: readonly ListedCase[], after: readonly ListedCase[]): ListDifference | undefined {
  const common = after.flatMap((now) => {
    const then = before.find(({ id }) => id === now.id);
    return then ? [{ then, now }] : [];
  });
  const kept = before.flatMap(({ id }) => common.find(({ now }) => now.id === id) ?? []);
  const isReordered = kept.some((one, at) => one !== common[at]);
  const found = {
    added: after.filter(({ id }) => !before.some((one) => one.id === id)).map(({ name }) => name),
    left: before.filter(({ id }) => !after.some((one) => one.id === id)).map(({ name }) => name),
    points: common
      .filter(({ then, now }) => then.total !== now.total)
      .map(({ then, now }) => ({ name: now.name, before: then.total, after: now.total })),
    renamed: common
      .filter(({ then, now }) => then.name !== now.name)
      .map(({ then, now }) => ({ before: then.name, after: now.name })),
    ...(isReordered
      ? { reordered: { before: kept.map(({ now }) => now.name), after: common.map(({ now }) => now.name) } }
      : {}),
  };
  const { added, left, points, renamed } = found;
  return added.length + left.length + points.length + renamed.length > 0 || isReordered ? found : undefined;
}
