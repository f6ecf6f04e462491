import { makeBreaker } from "../../../src/platform/dingtalk/api/breaker.ts";
import { backoff, reconnectBounds } from "../../../src/platform/dingtalk/stream/backoff.ts";
import type { Draw } from "../../shared/draw.ts";
import { type Machine, promise } from "./machine.ts";

const MINUTE = 60_000;
const MOST_ATTEMPTS = 12;
/** A connection that held so long is stable. */
const STABLE_MS = 10_000;

/** The platform is away for a while, again and again; a stream and some chats try to reach it. */
export const supervision: Machine = {
  name: "stream supervision",
  run(draw) {
    const outages = outagesOf(draw);
    const isAway = (at: number): boolean => outages.some(({ from, to }) => from <= at && at < to);
    streamThrough(draw, outages, isAway);
    callsThrough(draw, outages, isAway);
  },
};

interface Outage {
  from: number;
  to: number;
}

function outagesOf(draw: Draw): Outage[] {
  let at = 0;
  return Array.from({ length: 1 + draw.below(5) }, () => {
    const from = at + 1_000 + draw.below(5 * MINUTE);
    at = from + draw.below(10 * MINUTE);
    return { from, to: at };
  });
}

const endOf = (outages: readonly Outage[]): number => outages.at(-1)?.to ?? 0;

function streamThrough(draw: Draw, outages: readonly Outage[], isAway: (at: number) => boolean): void {
  const attempts: number[] = [];
  let failures = 0;
  let at = 0;
  while (at < endOf(outages) + 2 * MINUTE) {
    attempts.push(at);
    const lately = attempts.filter((one) => one > at - MINUTE).length;
    promise(lately <= MOST_ATTEMPTS, "at most twelve attempts a minute", lately);
    if (!isAway(at)) {
      const back = outages.findLast(({ to }) => to <= at);
      if (back && failures > 0)
        promise(at - back.to <= reconnectBounds.longestMs, "back within the longest pause", at - back.to);
      const next = outages.find(({ from }) => from > at);
      const held = next ? next.from - at : 10 * MINUTE;
      failures = held >= STABLE_MS ? 0 : failures;
      at += held;
      if (!next) return;
    }
    failures += 1;
    at += backoff(failures, () => draw.below(1_000) / 1_000);
  }
  promise(false, "the stream comes back");
}

/** Calls of several chats, each tried again when it is told to. */
function callsThrough(draw: Draw, outages: readonly Outage[], isAway: (at: number) => boolean): void {
  let now = 0;
  const breaker = makeBreaker(() => now);
  const chats = Array.from({ length: 20 }, () => draw.below(1_000));
  let asked = 0;
  for (const { from, to } of outages) {
    asked = 0;
    while (now < to + 15_000) {
      const chat = chats.indexOf(Math.min(...chats));
      now = Math.max(now, chats[chat] ?? 0);
      const pause = breaker.pauseMs();
      if (pause > 0) {
        chats[chat] = now + pause;
        continue;
      }
      if (isAway(now)) {
        breaker.failed();
        if (now >= from && now < to) asked += 1;
        chats[chat] = now + 2_000;
      } else {
        breaker.answered();
        chats[chat] = now + 1_000;
      }
    }
    const longest = 5 + 4 + Math.ceil((to - from) / 15_000) + 1;
    promise(asked <= longest, "a platform that is away is asked ever more seldom", { asked, longest });
    // The next outage may have begun, and even ended, in these seconds.
    const isQuiet = outages.every((one) => one.from > now || one.to <= now - 15_000);
    promise(breaker.pauseMs() === 0 || !isQuiet, "calls go out again within fifteen seconds");
  }
}
