import { setTimeout as pause } from "node:timers/promises";
import { cardsSeen } from "../../journeys/campaign-state.ts";
import { connect } from "../../journeys/database.ts";
import { read } from "../../journeys/reading.ts";
import { fileIn } from "../../journeys/second-reader.ts";
import { everyCard } from "../../journeys/stage-cards.ts";
import type { World } from "../../journeys/world.ts";
import type { Draw } from "../../shared/draw.ts";
import { type Fault, type FaultSchedule, ROUGH_MS } from "./schedule.ts";
import { type SecondBot, startSecondBot } from "./second-bot.ts";

const PEOPLE = ["keqiao-1", "yuecheng-1", "zhuji-1", "xinchang-1"];
const ROWS = ["1-1", "1-2", "1-3", "1-4", "1-5", "2-1", "2-2", "2-3"];
const OPENING = "2023-08-10T09:00:00+08:00";
const RECOVERS_MS = 180_000;

/** What was left when everything was well again. */
export interface Left {
  /** Messages that the platform saw acknowledged, and how often each was answered, by person and words. */
  answers: Record<string, number>;
  cards: Record<string, (string | undefined)[]>;
  doubledCards: string[];
  openRows: number;
  parked: number;
  journalHolds: boolean;
  replayEquals: boolean;
  workbook: readonly string[];
}

/** Plays the schedule on a world that was reset, until everything is well again. */
export async function play(world: World, { bots, faults, opensAt }: FaultSchedule, draw: Draw): Promise<Left> {
  await world.call("/reset", {});
  await world.call("/settings", { redeliverAfterMs: 500, cardAnswerMs: 2_000 });
  const second = bots === 2 ? await startSecondBot(world) : undefined;
  const begun = performance.now();
  const at = async (ms: number) => pause(Math.max(0, begun + ms - performance.now()));
  const said = Promise.all(PEOPLE.map((userId) => talks(world, userId, { draw, at })));
  const opened = at(opensAt).then(() => world.advanceTo(OPENING).catch(() => []));
  const wrong = Promise.all(faults.map(({ at: ms, fault }) => at(ms).then(() => makes(world, second, fault))));
  await Promise.all([said, wrong]);
  await world.clearFaults();
  await opened;
  await untilWell(world);
  await world.advanceTo(OPENING).catch(() => []);
  await untilWell(world);
  await second?.stop();
  const left = await look(world, await exportOf(world));
  return left;
}

async function talks(
  world: World,
  userId: string,
  { draw, at }: { draw: Draw; at(ms: number): Promise<void> },
): Promise<void> {
  const moments = ROWS.map(() => draw.below(ROUGH_MS)).sort((one, other) => one - other);
  for (const [index, row] of ROWS.entries()) {
    await at(moments[index] ?? 0);
    await world.call(`/users/${userId}/say`, { text: `依据 ${row}` });
  }
}

async function makes(world: World, second: SecondBot | undefined, fault: Fault): Promise<void> {
  switch (fault.kind) {
    case "calm":
      return;
    case "platform":
      return void (await world.injectFaults(fault.rules));
    case "database":
      return signal(world.pids.get("database"), "SIGKILL");
    case "kill":
      return signal(pidOf(world, second, fault.which), "SIGKILL");
    case "pause": {
      const pid = pidOf(world, second, fault.which);
      signal(pid, "SIGSTOP");
      await pause(fault.ms);
      return signal(pid, "SIGCONT");
    }
  }
}

const pidOf = (world: World, second: SecondBot | undefined, which: 0 | 1): number | undefined =>
  which === 1 ? second?.process.pid : world.pids.get("bot");

/** One that has died meanwhile gets none. */
function signal(pid: number | undefined, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || error.code !== "ESRCH") throw error;
  }
}

/** No message is on its way, and no bot has anything to do. */
async function untilWell(world: World): Promise<void> {
  const until = performance.now() + RECOVERS_MS;
  while (performance.now() < until) {
    const isIdle = await world.idle().then(
      () => true,
      () => false,
    );
    const waiting = isIdle && (await openRows(world).catch(() => 1)) === 0;
    const sent = (await Promise.all(PEOPLE.map((userId) => world.as(userId).messages()))).flat();
    if (waiting && !sent.some(({ delivery }) => delivery === "pending")) return;
    await pause(200);
  }
}

async function openRows(world: World): Promise<number> {
  const database = await connect(world);
  const [row] = await database.query<{ open: number }>(
    `select (select count(*) from inbox_event where state = 'new')::int
       + (select count(*) from outbox_item where state in ('waiting', 'sending', 'held'))::int as open`,
  );
  await database.close();
  return row?.open ?? 0;
}

/** The opening of the cards is what the plan says, whatever went wrong: a workbook that says so. */
async function exportOf(world: World): Promise<readonly string[]> {
  const answers = await world.as("maxiaohan").says("导出 进度");
  const message = answers.find(({ file }) => file);
  if (!message) return [];
  const { sheets } = await fileIn(world, message);
  return [...sheets].flatMap(([name, rows]) => rows.map((row) => JSON.stringify([name, ...row])));
}

async function look(world: World, workbook: readonly string[]): Promise<Left> {
  const answers: Record<string, number> = {};
  for (const userId of PEOPLE) {
    const messages = await world.as(userId).messages();
    const heard = messages.filter(({ from, delivery }) => from === userId && delivery === "acknowledged");
    const titles = messages.filter(({ from }) => from !== userId).map((message) => read(message).split("\n")[0] ?? "");
    for (const { text = "" } of heard) {
      const row = text.replace("依据 ", "");
      answers[`${userId} ${row}`] = titles.filter((title) => title.startsWith(`### 依据：${row}　`)).length;
    }
  }
  const cards = await cardsSeen(world);
  const database = await connect(world);
  const { replayed, actual, verified } = await database.replay();
  const [row] = await database.query<{ parked: number }>(
    "select count(*)::int as parked from inbox_event where state = 'parked'",
  );
  await database.close();
  return {
    answers,
    cards: await everyCard(world),
    doubledCards: cards.filter((card, index) => cards.indexOf(card) !== index),
    openRows: await openRows(world),
    parked: row?.parked ?? 0,
    journalHolds: verified.broken === undefined,
    replayEquals: JSON.stringify(replayed) === JSON.stringify(actual),
    workbook,
  };
}
