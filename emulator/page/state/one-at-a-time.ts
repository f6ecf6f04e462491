/** Runs the work once at a time per key; requests during a run cause exactly one further run. */
export function oneAtATime(work: (key: string) => Promise<void>): (key: string) => Promise<void> {
  const running = new Set<string>();
  const again = new Set<string>();
  return async (key) => {
    if (running.has(key)) {
      again.add(key);
      return;
    }
    running.add(key);
    try {
      do {
        again.delete(key);
        await work(key);
      } while (again.has(key));
    } finally {
      running.delete(key);
    }
  };
}
