/** Things that arrive, and those who wait for them, in order. */
export function queue<Thing>(): { put(thing: Thing): void; take(): Promise<Thing> } {
  const things: Thing[] = [];
  const waiting: ((thing: Thing) => void)[] = [];
  return {
    put(thing) {
      const first = waiting.shift();
      if (first) first(thing);
      else things.push(thing);
    },
    take() {
      const thing = things.shift();
      if (thing !== undefined) return Promise.resolve(thing);
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
}
