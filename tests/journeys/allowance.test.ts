import { afterAll, beforeAll, expect } from "vitest";
import { usagePhrases } from "../../src/campaign/administration/usage/phrases.ts";
import { civilDate } from "../../src/shared/civil-date.ts";
import { databaseOf } from "./database.ts";
import { story } from "./story.ts";
import { startWorld, type World } from "./world.ts";

/** The month's calls: an opening of twenty fits between the two steps. */
const CALLS = 250;
const RESTORED = civilDate("2023-09-01");

let world: World;
beforeAll(async () => {
  world = await startWorld({ environment: { MONTHLY_API_CALLS: String(CALLS), MONTHLY_PUSHES: "100000" } });
}, 200_000);
afterAll(() => world.end());

/** Calls of the month so far, as the bot has stored them; it stores them within half a second. */
async function used(): Promise<number> {
  const database = await databaseOf(world);
  const [row] = await database.query<{ calls: number }>(
    "select coalesce(sum(count), 0)::int as calls from api_usage where kind = 'call' and month = '2023-08'",
    [],
  );
  await database.close();
  return row?.calls ?? 0;
}

/** Every 帮助 is answered by one call. */
async function useUpTo(calls: number): Promise<void> {
  // A move of the clock stores what was counted.
  await world.advanceTo(await world.emulator.clock.now());
  const left = calls - (await used());
  for (let at = 0; at < left; at++) await world.as("keqiao-1").says("帮助");
  await expect.poll(used).toBe(calls);
}

const titled = (title: string, texts: readonly string[]) => texts.filter((text) => text.includes(title)).length;
const NEAR = usagePhrases.near().title;
const SCARCE = usagePhrases.scarce(RESTORED).title;
const STILL = usagePhrases.cardsStandStill(RESTORED).title;

const texts = async (userId: string, chat?: string): Promise<string[]> =>
  (await world.as(userId).messages(chat)).map(({ text, card }) => text || (card?.text ?? ""));
const toAdministrator = () => texts("administrator");
const inGroup = async () => texts("maxiaohan", await world.groupId("美好家园活动群"));
/** The group's card of the first stage, which counts the days. */
const groupCard = async () => (await inGroup()).find((text) => text.includes("【第一阶段】"));

const step = story();

step("below four fifths nobody is told", async () => {
  await useUpTo(CALLS * 0.8 - 1);
  await world.advanceTo("2023-08-09T10:00:00+08:00");

  expect(await used()).toBe(199);
  expect(titled(NEAR, await toAdministrator())).toBe(0);
});

step("from four fifths on the administrator is told, once, and the group nothing", async () => {
  await useUpTo(CALLS * 0.8);
  await world.advanceTo("2023-08-09T10:01:00+08:00");
  await world.advanceTo("2023-08-09T10:02:00+08:00");

  expect(titled(NEAR, await toAdministrator())).toBe(1);
  expect(titled(STILL, await inGroup())).toBe(0);
});

step("until nine tenths the group's card goes on counting the days", async () => {
  const before = await groupCard();
  await world.advanceTo("2023-08-10T09:00:00+08:00");

  expect(await groupCard()).not.toBe(before);
});

let stoodStill: string | undefined;
step("from nine tenths on the group's card stands still, and both are told until when", async () => {
  await useUpTo(CALLS * 0.9);
  await world.advanceTo("2023-08-10T09:01:00+08:00");
  stoodStill = await groupCard();
  await world.advanceTo("2023-08-11T09:00:00+08:00");

  expect(await groupCard()).toBe(stoodStill);
  expect(titled(SCARCE, await toAdministrator())).toBe(1);
  expect(titled(STILL, await inGroup())).toBe(1);
});

step("a message is answered as ever, and officials' own cards go on", async () => {
  await world.as("keqiao-1").says("进度");

  expect((await texts("keqiao-1")).at(-1)).toContain("进度");
});

step("in the next month the card is as it should be, and goes on", async () => {
  await world.advanceTo("2023-09-01T09:00:00+08:00");

  expect(await groupCard()).not.toBe(stoodStill);
});
