import type { TimeKeeper } from "../clock/advance.ts";
import { shanghaiIso } from "../clock/shanghai-time.ts";
import type { Feed } from "../control-api/feed.ts";

/** Tells open pages that the world is another one, and its time. */
export function announceAnew(keeper: TimeKeeper, feed: Feed): void {
  feed.tell({ kind: "anew" });
  announceClock(keeper, feed);
}

/** Tells open pages the time and what comes next. */
export function announceClock({ clock, subscribers }: TimeKeeper, feed: Feed): void {
  const tell = (nextDueAt: string | null): void =>
    feed.tell({ kind: "clock", now: shanghaiIso(clock.now()), frozen: clock.frozen(), nextDueAt });
  subscribers.ask().then(
    (answer) => tell(answer.nextDueAt),
    () => tell(null),
  );
}
