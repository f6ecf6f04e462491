import { afterAll, beforeAll, expect, test } from "vitest";
import { playTo, scenesOf } from "../../demo/play.ts";
import { cardsSeen, exported, meaningOf, playersIn } from "./campaign-state.ts";
import { startWorld, type World } from "./world.ts";

const END = "2023-10-21T18:00:00+08:00";
const KILLS = 30;
const SEED = 20230810;

interface Played {
  world: World;
  meaning: Record<string, unknown[]>;
  annex: unknown;
  ranking: unknown;
  cards: string[];
  /** Messages of the bot that are no cards. */
  otherMessages: number;
  kills: number;
}

let calm: Played;
let hunted: Played;

beforeAll(async () => {
  calm = await play(0);
  hunted = await play(KILLS);
}, 600_000);
afterAll(async () => {
  await calm.world.end();
  await hunted.world.end();
});

test("killed thirty times, the campaign comes to the same tables and the same two workbooks", () => {
  expect(hunted.kills).toBe(KILLS);
  expect(hunted.meaning).toEqual(calm.meaning);
  expect(hunted.annex).toEqual(calm.annex);
  expect(hunted.ranking).toEqual(calm.ranking);
});

test("no card reached anybody twice", () => {
  expect(hunted.cards).toHaveLength(new Set(hunted.cards).size);
});

test("of other messages there is at most one more for each kill", () => {
  expect(hunted.otherMessages - calm.otherMessages).toBeLessThanOrEqual(KILLS);
});

async function play(kills: number): Promise<Played> {
  const world = await startWorld();
  const players = playersIn(world);
  await players.call("/settings", { redeliverAfterMs: 1_000 });
  const killer = huntBot(world, kills);
  await playTo(players, { scenes: scenesOf(players, "mixed"), to: END });
  const killed = await killer.end();
  await world.idle();
  const { meaning } = await meaningOf(world);
  const otherMessages = await countOthers(world);
  const [annex, ranking] = [await exported(world, "附件4"), await exported(world, "排名")];
  return { world, meaning, annex, ranking, cards: await cardsSeen(world), otherMessages, kills: killed };
}

async function countOthers(world: World): Promise<number> {
  const { users, robots } = await world.call<{ users: { userId: string }[]; robots: { robotCode: string }[] }>(
    "/state",
  );
  const bots = robots.map(({ robotCode }) => robotCode);
  const counts = await Promise.all(
    users.map(async ({ userId }) => {
      const messages = await world.as(userId).messages();
      return messages.filter(({ from, kind }) => bots.includes(from) && kind !== "card").length;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Kills the bot again and again, each time a seeded while after it came back. */
function huntBot(world: World, kills: number): { end(): Promise<number> } {
  const random = seeded(SEED);
  let killed = 0;
  const hunt = (async () => {
    while (killed < kills) {
      await new Promise((done) => setTimeout(done, 100 + random() * 1_700));
      const back = world.nextReady("bot");
      process.kill(world.pids.get("bot") ?? 0, "SIGKILL");
      killed += 1;
      await back;
    }
  })();
  return {
    /** A play that was faster than the hunt leaves the last kills to a bot at rest. */
    async end() {
      await hunt;
      return killed;
    },
  };
}

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
