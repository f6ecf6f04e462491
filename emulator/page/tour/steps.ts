import type { Timeline } from "../../src/contract/control.ts";
import type { ClockReading } from "../api/control.ts";
import { fullMoment } from "../text/time.ts";

/** One of the guided first steps: a text to send, the clock to advance, a chat to open. */
export type TourStep =
  | { kind: "say"; userId: string; say: string; why: string }
  | { kind: "advance"; why: string }
  | { kind: "look"; userId: string; why: string };

interface TourSource {
  timeline: Timeline;
  clock: ClockReading | undefined;
}

/**
 * The campaign's own steps with two of the page after the first: advance to the next moment, and look at the result.
 * With a real-time clock those are omitted.
 */
export function tourSteps({ timeline, clock }: TourSource): TourStep[] {
  const [first, ...rest] = timeline.tour.map((step): TourStep => ({ kind: "say", ...step }));
  if (first?.kind !== "say") return [];
  if (clock?.frozen !== true) return [first, ...rest];
  const { userId } = first;
  return [
    first,
    { kind: "advance", why: `时间由您推进。${nextOf(timeline, clock)}` },
    { kind: "look", userId, why: "看看刚才收到了什么：卡片上的按钮可以直接点击。" },
    ...rest,
  ];
}

function nextOf({ points }: Timeline, { nextDueAt }: ClockReading): string {
  if (nextDueAt === null) return "此后没有到期事项。";
  const point = points.find(({ at }) => Date.parse(at) === Date.parse(nextDueAt));
  return `下一时点是${fullMoment(nextDueAt)}${point === undefined ? "" : `，${point.label}`}。`;
}
