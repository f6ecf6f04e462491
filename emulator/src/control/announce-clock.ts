import type { ClockServices } from "../clock/advance.ts";
import { shanghaiIso } from "../clock/shanghai-time.ts";
import type { Feed } from "../control-api/feed.ts";

/** Tells open pages that the world is another one, and its time. */
export function announceReset(keeper: ClockServices, feed: Feed): void {
  feed.publish({ kind: "anew" });
  announceClock(keeper, feed);
}

/** Tells open pages the time and what comes next. */
export function announceClock({ clock, subscribers }: ClockServices, feed: Feed): void {
  const tell = (nextDueAt: string | null): void =>
    feed.publish({ kind: "clock", now: shanghaiIso(clock.now()), frozen: clock.frozen(), nextDueAt });
  subscribers.queryIdle().then(
    (answer) => tell(answer.nextDueAt),
    () => tell(null),
  );
}
