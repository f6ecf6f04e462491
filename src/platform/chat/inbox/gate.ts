/** Lets so many pieces of work run at once; the others wait their turn, first come first. */
export type Gate = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** @param atOnce how many may run, asked whenever one would begin; at least one */
export function makeGate(atOnce: () => number): Gate {
  let running = 0;
  const waiting: (() => void)[] = [];
  function admit(): void {
    while (waiting.length > 0 && running < Math.max(1, atOnce())) {
      running += 1;
      waiting.shift()?.();
    }
  }
  return async (work) => {
    if (waiting.length === 0 && running < Math.max(1, atOnce())) running += 1;
    else await new Promise<void>((enter) => waiting.push(enter));
    try {
      return await work();
    } finally {
      running -= 1;
      admit();
    }
  };
}
