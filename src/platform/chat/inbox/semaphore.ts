/** Limits how many tasks run concurrently; the others wait in order. */
export type Semaphore = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** @param limit evaluated whenever a task would start; at least one task always runs */
export function makeSemaphore(limit: () => number): Semaphore {
  let running = 0;
  const waiting: (() => void)[] = [];
  function admit(): void {
    while (waiting.length > 0 && running < Math.max(1, limit())) {
      running += 1;
      waiting.shift()?.();
    }
  }
  return async (work) => {
    if (waiting.length === 0 && running < Math.max(1, limit())) running += 1;
    else await new Promise<void>((enter) => waiting.push(enter));
    try {
      return await work();
    } finally {
      running -= 1;
      admit();
    }
  };
}
