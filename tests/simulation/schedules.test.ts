import { afterAll, beforeAll, expect, test } from "vitest";
import { everybody } from "../journeys/stage-cards.ts";
import { startWorld, type World } from "../journeys/world.ts";
import { drawBy } from "../shared/draw.ts";
import { type Left, play } from "./faults/play.ts";
import { CALM, excusesIn, type FaultSchedule, scheduleOf } from "./faults/schedule.ts";
import { removeSkews, skewEnvironment } from "./faults/skew.ts";

/** `npm run simulate -- schedules --count 300`, `--count 150 --first 150` for its second half, `--seed 17` for that one alone. */
const COUNT = Number(process.env.SCHEDULES ?? 5);
const FIRST = Number(process.env.FIRST ?? 0);
const SEEDS =
  process.env.SEED === undefined ? Array.from({ length: COUNT }, (_, at) => FIRST + at) : [Number(process.env.SEED)];
const OPENED = everybody(["【第一阶段】宣传发动"]);

let world: World;
let calm: Left;
beforeAll(async () => {
  world = await startWorld({ environment: { CARD_ANSWER_MS: "", ...skewEnvironment(0) } });
  calm = await play(world, CALM, drawBy(0));
}, 600_000);
afterAll(async () => {
  await world.end();
  await removeSkews();
});

const differing = (one: readonly string[], other: readonly string[]): string =>
  JSON.stringify([
    one.filter((text) => !other.includes(text)).slice(0, 5),
    other.filter((text) => !one.includes(text)).slice(0, 5),
  ]);

/** What does not hold, each as a sentence. */
function broken(left: Left, schedule: FaultSchedule): string[] {
  const most = 1 + excusesIn(schedule);
  const wrong = Object.entries(left.answers).filter(([, times]) => times < 1 || times > most);
  return [
    ...wrong.map(([what, times]) => `${what}: acknowledged, answered ${times} times`),
    ...left.doubledCards.map((card) => `${card} came twice`),
    ...(left.openRows > 0 ? [`${left.openRows} rows of inbox and outbox are left`] : []),
    ...(left.parked > 0 ? [`${left.parked} events are parked`] : []),
    ...(left.journalHolds ? [] : ["the journal does not hold"]),
    ...(left.replayEquals ? [] : ["the replay does not equal the tables"]),
    ...(JSON.stringify(left.cards) === JSON.stringify(OPENED) ? [] : ["not everybody has the opening once"]),
    ...(JSON.stringify(left.workbook) === JSON.stringify(calm.workbook)
      ? []
      : [`the workbook is another one: ${differing(left.workbook, calm.workbook)}`]),
  ];
}

test("in calm weather nothing is broken", () => {
  expect(broken(calm, CALM)).toEqual([]);
  expect(Object.keys(calm.answers)).toHaveLength(32);
  expect(calm.workbook.length).toBeGreaterThan(0);
});

test.each(SEEDS)(
  "schedule %i: what was acknowledged is done once, and all is as in calm weather",
  async (seed) => {
    const draw = drawBy(seed);
    const schedule = scheduleOf(draw);
    const begun = performance.now();

    const left = await play(world, schedule, draw);

    console.log(`schedule ${seed}: ${((performance.now() - begun) / 1_000).toFixed(1)} s`);
    expect({ schedule, broken: broken(left, schedule) }).toEqual({ schedule, broken: [] });
  },
  600_000,
);
