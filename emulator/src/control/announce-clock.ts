import type { ClockServices } from "../clock/advance.ts";
import { shanghaiIso } from "../clock/shanghai-time.ts";
import type { Feed } from "../control-api/feed.ts";

/** Notifies open pages that the world was replaced, and of its time. */
export function announceReset(clockServices: ClockServices, feed: Feed): void {
  feed.publish({ kind: "anew" });
  announceClock(clockServices, feed);
}

/** Notifies open pages of the time and the next due moment. */
export function announceClock({ clock, subscribers }: ClockServices, feed: Feed): void {
  const publish = (nextDueAt: string | null): void =>
    feed.publish({ kind: "clock", now: shanghaiIso(clock.now()), frozen: clock.frozen(), nextDueAt });
  subscribers.queryIdle().then(
    (answer) => publish(answer.nextDueAt),
    () => publish(null),
  );
}
