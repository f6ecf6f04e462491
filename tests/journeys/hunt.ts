import { playTo, scenesOf } from "../../demo/play.ts";
import { seeded } from "../shared/draw.ts";
import { cardsSeen, playersIn } from "./campaign-state.ts";
import type { World } from "./world.ts";
import { END, type Outcome, outcomeOf } from "./year.ts";

const FIRST_SEED = 20230810;

export interface Played {
  outcome: Outcome;
  cards: string[];
  /** Messages of the bot that are no cards. */
  otherMessages: number;
  kills: number;
  /** Of these, how many came before the year was played to its end. */
  killsDuring: number;
}

/** Plays a world on to the end of the year while its bot is killed again and again, at the moments of a seed. */
export async function playHunted(world: World, kills: number, seed = 0): Promise<Played> {
  const players = playersIn(world);
  await players.call("/settings", { redeliverAfterMs: 1_000, cardAnswerMs: 2_000 });
  const killer = huntBot(world, kills, FIRST_SEED + seed);
  await playTo(players, { scenes: scenesOf(players, "mixed"), to: END });
  const killsDuring = killer.soFar();
  const killed = await killer.end();
  await world.idle();
  const otherMessages = await countOthers(world);
  return { outcome: await outcomeOf(world), cards: await cardsSeen(world), otherMessages, kills: killed, killsDuring };
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
function huntBot(world: World, kills: number, seed: number): { soFar(): number; end(): Promise<number> } {
  const random = seeded(seed);
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
    soFar: () => killed,
    /** A play that was faster than the hunt leaves the last kills to a bot at rest. */
    async end() {
      await hunt;
      return killed;
    },
  };
}
