import type { Timeline } from "../../src/contract/control.ts";
import { DAY_MS, dayNumber, lastDay } from "../text/time.ts";

/** Maps moments onto the width of the strip, whole days of Shanghai's calendar at both ends. */
export interface Scale {
  /** Days since the epoch. */
  firstDay: number;
  days: number;
  /** The position of a moment, 0–100 (per cent of the width), clamped to the strip. */
  at(iso: string): number;
  /** The moment at a fraction (0–1) of the width, as days since the epoch. */
  dayAt(share: number): number;
}

export function scaleOf(timeline: Timeline, now: string): Scale {
  const moments = [now, ...timeline.spans.map(({ from }) => from), ...timeline.points.map(({ at }) => at)];
  const numbers = [...moments.map(dayNumber), ...timeline.spans.map(({ to }) => lastDay(to))];
  const firstDay = Math.min(...numbers);
  const days = Math.max(...numbers) - firstDay + 1;
  const start = firstDay * DAY_MS - 8 * 60 * 60 * 1000;
  return {
    firstDay,
    days,
    at: (iso) => Math.min(100, Math.max(0, ((Date.parse(iso) - start) / (days * DAY_MS)) * 100)),
    dayAt: (share) => firstDay + Math.min(days - 1, Math.max(0, Math.floor(share * days))),
  };
}
