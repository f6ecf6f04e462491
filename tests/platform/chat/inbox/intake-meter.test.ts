import { expect, test } from "vitest";
import { makeIntakeMeter } from "../../../../src/platform/chat/inbox/intake-meter.ts";

test("more than the rate within half a second is a flood, and over when it stops", () => {
  let now = 0;
  const meter = makeIntakeMeter(10, () => now);

  for (let event = 0; event < 5; event++) meter.count();
  const atTheRate = meter.isFlooded();
  meter.count();
  const aboveIt = meter.isFlooded();
  now = 500;
  const later = meter.isFlooded();

  expect([atTheRate, aboveIt, later]).toEqual([false, true, false]);
});
