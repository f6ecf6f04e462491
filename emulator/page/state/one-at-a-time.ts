/** Runs the work once at a time for each key; however often it is asked for meanwhile, it runs once more after. */
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
