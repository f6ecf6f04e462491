import { expect, test } from "vitest";
import { makeIntakeMeter } from "../../../../src/platform/chat/inbox/intake-meter.ts";

test("more than the rate within half a second is a flood, and over when it stops", () => {
  let now = 0;
  const meter = makeIntakeMeter(10, () => now);

  for (let event = 0; event < 5; event++) meter.count(`person-${event}`);
  const atTheRate = meter.isFlooded();
  meter.count("person-5");
  const aboveIt = meter.isFlooded();
  now = 500;
  const later = meter.isFlooded();

  expect([atTheRate, aboveIt, later]).toEqual([false, true, false]);
});

test("however much one person sends, it is no flood", () => {
  const meter = makeIntakeMeter(10, () => 0);

  for (let event = 0; event < 400; event++) meter.count("person-0");
  const alone = meter.isFlooded();
  meter.count("person-1");
  meter.count("person-2");

  expect([alone, meter.isFlooded()]).toEqual([false, true]);
});
