const WINDOW_MS = 500;
/** One person says no more within the window, unless a program does. */
const MOST_OF_ONE = 4;

/** Measures the rate of incoming events. During a flood, storing and acknowledging take priority over processing. */
export interface IntakeMeter {
  /** @param from who sent it */
  count(from: string): void;
  isFlooded(): boolean;
}

/**
 * Many people at once are a flood. One who sends hundreds of messages is none: the others must not wait for that.
 * @param perSecond a higher rate is a flood
 * @param now machine time in milliseconds
 */
export function makeIntakeMeter(perSecond: number, now: () => number = () => performance.now()): IntakeMeter {
  const limit = (perSecond * WINDOW_MS) / 1_000;
  let times = new Map<string, number[]>();

  /** Of each person the last few within the window. */
  function forget(): void {
    const since = now() - WINDOW_MS;
    const recent = [...times].map(([from, at]) => [from, at.filter((time) => time > since)] as const);
    times = new Map(recent.filter(([, at]) => at.length > 0).map(([from, at]) => [from, [...at]]));
  }

  return {
    count(from) {
      times.set(from, [...(times.get(from) ?? []), now()].slice(-MOST_OF_ONE));
      if (times.size > limit * 4) forget();
    },
    isFlooded() {
      forget();
      return [...times.values()].reduce((sum, at) => sum + at.length, 0) > limit;
    },
  };
}
