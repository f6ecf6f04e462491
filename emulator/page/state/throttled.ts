/** Runs the work soon after a call, at most once per interval; failures are ignored. */
export function throttled(work: () => Promise<void>, intervalMs: number): () => void {
  let scheduled = false;
  let doneAt = Number.NEGATIVE_INFINITY;
  const run = async (): Promise<void> => {
    scheduled = false;
    doneAt = performance.now();
    await work();
  };
  return () => {
    if (scheduled) return;
    scheduled = true;
    setTimeout(() => void run().catch(() => undefined), Math.max(0, doneAt + intervalMs - performance.now()));
  };
}
