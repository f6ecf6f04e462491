import { expect, test } from "vitest";
import { tourSteps } from "../../../page/tour/steps.ts";
import type { Timeline } from "../../../src/contract/control.ts";

const OPENING = "2023-08-10T08:30:00+08:00";
const timeline: Timeline = {
  spans: [],
  points: [{ at: OPENING, label: "宣传发动开始", kind: "reminder" }],
  tour: [
    { userId: "yuecheng-1", say: "帮助", why: "现在能办什么" },
    { userId: "maxiaohan", say: "进度", why: "各地区汇总" },
  ],
};
const clock = { now: "2023-08-09T09:00:00+08:00", frozen: true, nextDueAt: OPENING };

test("after the first words the clock is moved on and what came is looked at", () => {
  expect(tourSteps({ timeline, clock })).toMatchObject([
    { kind: "say", say: "帮助" },
    { kind: "advance", why: "时间由您推进。下一时点是8月10日 星期四 08:30，宣传发动开始。" },
    { kind: "look", userId: "yuecheng-1" },
    { kind: "say", say: "进度" },
  ]);
});

test("where nothing is due any more, that is said", () => {
  const steps = tourSteps({ timeline, clock: { ...clock, nextDueAt: null } });

  expect(steps[1]?.why).toBe("时间由您推进。此后没有到期事项。");
});

test("a clock that follows the machine's is not moved", () => {
  expect(tourSteps({ timeline, clock: { ...clock, frozen: false } }).map(({ kind }) => kind)).toEqual(["say", "say"]);
});

test("a campaign without steps has no tour", () => {
  expect(tourSteps({ timeline: { ...timeline, tour: [] }, clock })).toEqual([]);
});
