/** Runs `ask` unless it was already run for each of these ids. */
export type AskOnce = (ids: readonly string[], ask: () => Promise<unknown>) => Promise<void>;

/** A failed request is repeated the next time. */
export function askOnce(): AskOnce {
  const asked = new Set<string>();
  return async (ids, ask) => {
    const fresh = ids.filter((id) => !asked.has(id));
    if (fresh.length === 0) return;
    for (const id of fresh) asked.add(id);
    try {
      await ask();
    } catch (error) {
      for (const id of fresh) asked.delete(id);
      throw error;
    }
  };
}
