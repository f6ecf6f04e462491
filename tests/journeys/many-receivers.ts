import { databaseOf } from "./database.ts";
import type { World } from "./world.ts";

const WRITER = "maxiaohan";
const CAMPAIGN = "shaoxing-2023";
/** The card of one broadcast in one chat. */
const CREATE = "/v1.0/card/instances/createAndDeliver";
/** Requests of this test at once. */
const AT_ONCE = 40;

export interface Reached {
  /** Receivers with exactly one card, with more, and with none. */
  cards: { once: number; twice: number; never: number };
  /** Files beyond one for each receiver, and receivers without. */
  files: { more: number; missing: number };
  kills: number;
  /** Calls that created cards while the bot was up, of those that the limit allows in that time. */
  share: number;
  /** Warnings of the bot that the platform throttled it. */
  throttled: number;
}

export interface ToMany {
  people: number;
  kills: number;
  /** Calls a second, as bot and emulator allow them. */
  perSecond: number;
}

/** Sends a broadcast with a file to many people while the bot is killed again and again, at moments that a seed gives. */
export async function reachMany(world: World, { people, kills, perSecond }: ToMany): Promise<Reached> {
  await world.call("/settings", { callsPerSecond: perSecond, redeliverAfterMs: 1_000, cardAnswerMs: 2_000 });
  const ids = Array.from({ length: people }, (_, at) => `reader-${at + 1}`);
  await register(world, ids);
  const writer = world.as(WRITER);
  await writer.says("广播 发给 审计人员：请各位查收附件。");
  await writer.drops([{ name: "附件.pdf", content: "%PDF-1.4\n%%EOF\n" }]);
  const before = await created(world);
  await world.call(`/users/${WRITER}/say`, { text: "确认发送" });
  await world.call(`/users/${WRITER}/say`, { text: "仍要发送" });
  const share = await killAndMeasure(world, { people, kills, perSecond, before });
  await idleAtLast(world);
  return { ...(await received(world, ids)), kills, share, throttled: throttledIn(world) };
}

/** Makes them members of the campaign, by their ids alone. */
export async function register(world: World, ids: readonly string[]): Promise<void> {
  await inTurns(ids, (userId) => world.call("/users", { userId, name: userId, mobile: "", title: "", active: true }));
  const database = await databaseOf(world);
  await database.query("insert into person (staff_id, name) select unnest($1::text[]), unnest($1::text[])", [ids]);
  await database.query(
    `insert into membership (campaign_id, staff_id, role, from_day, position)
     select $1, unnest($2::text[]), 'auditor', '2023-08-01', 1000`,
    [CAMPAIGN, ids],
  );
  await database.query("update campaign set people_version = people_version + 1 where id = $1", [CAMPAIGN]);
  await database.close();
}

const created = async (world: World): Promise<number> => {
  const { byApi } = await world.call<{ byApi: Record<string, number> }>("/usage");
  return Object.entries(byApi).reduce((sum, [api, count]) => sum + (api.endsWith(CREATE) ? count : 0), 0);
};

/** Kills the bot evenly over the sending, and adds up what it sent in the times in which it was sending. */
async function killAndMeasure(
  world: World,
  { people, kills, perSecond, before }: ToMany & { before: number },
): Promise<number> {
  let sent = 0;
  let upMs = 0;
  let base = before;
  for (let part = 0; part <= kills; part += 1) {
    const until = before + Math.floor((people * (part + 1)) / (kills + 1));
    const first = await countWhen(world, (count) => count > base || count >= until);
    const startedAt = performance.now();
    const last = await countWhen(world, (count) => count >= until);
    upMs += performance.now() - startedAt;
    sent += last - first;
    if (part === kills) break;
    const back = world.nextReady("bot");
    process.kill(world.pids.get("bot") ?? 0, "SIGKILL");
    await back;
    base = await created(world);
  }
  return sent / ((upMs / 1_000) * perSecond);
}

async function countWhen(world: World, isEnough: (count: number) => boolean): Promise<number> {
  for (;;) {
    const count = await created(world);
    if (isEnough(count)) return count;
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** The last kill may be so recent that the bot has not registered yet. */
async function idleAtLast(world: World): Promise<void> {
  for (let rest = 0; rest < 2; rest += 1) await world.idle();
}

async function received(world: World, ids: readonly string[]): Promise<Pick<Reached, "cards" | "files">> {
  const seen = await inTurns(ids, async (userId) => {
    const messages = await world.as(userId).messages();
    return {
      cards: new Set(messages.flatMap(({ card }) => (card ? [card.outTrackId] : []))).size,
      shown: messages.filter(({ card }) => card).length,
      files: messages.filter(({ file }) => file).length,
    };
  });
  return {
    cards: {
      once: seen.filter(({ cards, shown }) => cards === 1 && shown === 1).length,
      twice: seen.filter(({ shown }) => shown > 1).length,
      never: seen.filter(({ shown }) => shown === 0).length,
    },
    files: {
      more: seen.reduce((sum, { files }) => sum + Math.max(0, files - 1), 0),
      missing: seen.filter(({ files }) => files === 0).length,
    },
  };
}

const throttledIn = (world: World): number =>
  world
    .output()
    .split("\n")
    .filter((line) => /Qp[sm]Limit|throttled/u.test(line)).length;

async function inTurns<Thing, Result>(
  all: readonly Thing[],
  one: (thing: Thing) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < all.length; at += AT_ONCE)
    results.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(one))));
  return results;
}
