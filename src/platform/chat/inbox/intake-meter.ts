const WINDOW_MS = 500;

/** Notes how much comes in. While it is much, storing and acknowledging come first and the work on it waits. */
export interface IntakeMeter {
  note(): void;
  isFlooded(): boolean;
}

/** @param perSecond more than this counts as a flood @param now machine time in milliseconds */
export function makeIntakeMeter(perSecond: number, now: () => number = () => performance.now()): IntakeMeter {
  const most = (perSecond * WINDOW_MS) / 1_000;
  let times: number[] = [];
  return {
    note() {
      const at = now();
      times.push(at);
      if (times.length > most * 4) times = times.filter((time) => time > at - WINDOW_MS);
    },
    isFlooded() {
      const since = now() - WINDOW_MS;
      times = times.filter((time) => time > since);
      return times.length > most;
    },
  };
}
