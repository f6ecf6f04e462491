import { afterAll, beforeAll, expect, test } from "vitest";
import { type Reached, reachMany } from "../journeys/many-receivers.ts";
import { startWorld, type World } from "../journeys/world.ts";

const PEOPLE = 10_000;
const KILLS = 20;
/** More than the standard edition allows, and what two processors that also run platform and database keep up with. */
const PER_SECOND = 25;

let world: World;
let reached: Reached;

beforeAll(async () => {
  world = await startWorld({ environment: { CALLS_PER_SECOND: String(PER_SECOND) } });
  reached = await reachMany(world, { people: PEOPLE, kills: KILLS, perSecond: PER_SECOND });
}, 1_800_000);
afterAll(() => world.end());

test("killed twenty times, each of ten thousand people has the card, and has it once", () => {
  expect(reached.cards).toEqual({ once: PEOPLE, twice: 0, never: 0 });
});

test("everybody has the file, and at most one for each kill came twice", () => {
  expect(reached.files.missing).toBe(0);
  expect(reached.files.more).toBeLessThanOrEqual(KILLS);
});

test("no call was over the limit", () => {
  expect(reached.throttled).toBe(0);
});

test("while it was up it used at least 98 % of what the limit allows", () => {
  expect(reached.share).toBeGreaterThanOrEqual(0.98);
});
