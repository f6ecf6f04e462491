import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { readPostmaster } from "../../../src/platform/storage/embedded/postmaster.ts";
import { cardsSeen } from "../../journeys/campaign-state.ts";
import { connect } from "../../journeys/database.ts";
import { read } from "../../journeys/reading.ts";
import { fileIn } from "../../journeys/second-reader.ts";
import { everyCard } from "../../journeys/stage-cards.ts";
import type { World } from "../../journeys/world.ts";
import type { Draw } from "../../shared/draw.ts";
import { type Fault, type FaultSchedule, ROUGH_MS } from "./schedule.ts";
import { type SecondBot, startSecondBot } from "./second-bot.ts";
import { setSkew, skewEnvironment } from "./skew.ts";

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
  const started: SecondBot[] = [];
  await world.call("/reset", {});
  await world.call("/settings", { redeliverAfterMs: 500, cardAnswerMs: 2_000 });
  for (let which = 1; which < bots; which++)
    started.push(
      await startSecondBot(world, { ...skewEnvironment(which), LOG_FILE: join(world.dataDir, `bot-${which + 1}.log`) }),
    );
  const begun = performance.now();
  const at = async (ms: number) => pause(Math.max(0, begun + ms - performance.now()));
  const said = Promise.all(PEOPLE.map((userId) => talks(world, userId, { draw, at })));
  const opened = at(opensAt).then(() => world.advanceTo(OPENING).catch(() => []));
  const wrong = Promise.all(faults.map(({ at: ms, fault }) => at(ms).then(() => makes(world, started, fault))));
  await Promise.all([said, wrong]);
  await world.clearFaults();
  await opened;
  await untilWell(world);
  await world.advanceTo(OPENING).catch(() => []);
  await untilWell(world);
  for (const bot of started) await bot.stop();
  return look(world, await exportOf(world));
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

async function makes(world: World, started: readonly SecondBot[], fault: Fault): Promise<void> {
  const pidOf = (which: number) => (which === 0 ? world.pids.get("bot") : started[which - 1]?.process.pid);
  switch (fault.kind) {
    case "calm":
      return;
    case "platform":
      return void (await world.injectFaults(fault.rules));
    case "database":
      return signal((await databaseIn(world))?.pid, "SIGKILL");
    case "fullDisk":
      return fillDisk((await databaseIn(world))?.pid, fault.ms);
    case "clock":
      await setSkew(fault.which, fault.skewMs);
      await pause(fault.ms);
      return setSkew(fault.which, 0);
    case "kill":
      return signal(pidOf(fault.which), "SIGKILL");
    case "pause": {
      const pid = pidOf(fault.which);
      signal(pid, "SIGSTOP");
      await pause(fault.ms);
      return signal(pid, "SIGCONT");
    }
  }
}

/** The one that runs now: after a kill it is another. */
const databaseIn = ({ dataDir }: World) => readPostmaster(join(dataDir, "postgres"));

/** The server treats a limit of its files' size as a full disk. Linux only: elsewhere nothing happens. */
async function fillDisk(pid: number | undefined, ms: number): Promise<void> {
  if (process.platform !== "linux" || pid === undefined) return;
  limitFiles(pid, "0");
  await pause(ms);
  limitFiles(pid, "unlimited");
}

/** Of the server and of those that it has started; those to come inherit it. */
function limitFiles(pid: number, size: string): void {
  const found = spawnSync("cat", [`/proc/${pid}/task/${pid}/children`], { encoding: "utf8" }).stdout ?? "";
  for (const one of [pid, ...found.split(" ").map(Number)])
    if (one > 0) spawnSync("prlimit", ["--pid", String(one), `--fsize=${size}:`]);
}

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

/**
 * The opening of the cards is what the plan says, whatever went wrong: a workbook that says so. What nobody heard, because a
 * bot is being started again or has not noticed that its stream is half open, is asked for again.
 */
async function exportOf(world: World): Promise<readonly string[]> {
  const organizer = world.as("maxiaohan");
  const until = performance.now() + RECOVERS_MS;
  let answers = await organizer.says("导出 进度");
  while ((await organizer.messages()).findLast(({ from }) => from === "maxiaohan")?.delivery === "lost") {
    if (performance.now() > until) return [];
    await pause(500);
    answers = await organizer.says("导出 进度");
  }
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
