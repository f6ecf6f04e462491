const WINDOW_MS = 500;

/** Measures the rate of incoming events. During a flood, storing and acknowledging take priority over processing. */
export interface IntakeMeter {
  count(): void;
  isFlooded(): boolean;
}

/** @param perSecond a higher rate is a flood @param now machine time in milliseconds */
export function makeIntakeMeter(perSecond: number, now: () => number = () => performance.now()): IntakeMeter {
  const limit = (perSecond * WINDOW_MS) / 1_000;
  let times: number[] = [];
  return {
    count() {
      const at = now();
      times.push(at);
      if (times.length > limit * 4) times = times.filter((time) => time > at - WINDOW_MS);
    },
    isFlooded() {
      const since = now() - WINDOW_MS;
      times = times.filter((time) => time > since);
      return times.length > limit;
    },
  };
}
