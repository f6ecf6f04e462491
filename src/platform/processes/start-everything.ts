import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { StartTrouble } from "../../shared/start-trouble.ts";
import { stopServerIn } from "../storage/embedded/embedded-server.ts";
import { embeddedPhrases } from "../storage/embedded/phrases.ts";
import { BOT_FLAGS } from "./bot-flags.ts";
import { type Child, type ReadyLine, startChild } from "./child.ts";
import { EMULATOR_FLAGS } from "./emulator-flags.ts";
import { forgetProcesses, noteProcesses, takeOver } from "./left-over.ts";
import { startPhrases } from "./phrases.ts";

const PROJECT = fileURLToPath(new URL("../../..", import.meta.url));
const EMULATOR = join(PROJECT, "scripts/emulator.ts");
const BOT = join(PROJECT, "src/main.ts");
/** The day before the campaign's first stage opens. */
const FIRST_NOW = "2023-08-09T09:00:00+08:00";
/** What `--fresh` removes; nothing else in the folder is touched. */
const STATE = ["postgres", "postgres.password", "postgres.port", "emulator", "files", "data.key", "bot.log"];
const RESTART_MS = 300;
const STOP_WITHIN_MS = 12_000;

export interface StartOptions {
  fresh: boolean;
  environment: NodeJS.ProcessEnv;
}

/** Runs until told to stop; a bot that dies is started again. */
export async function startEverything({ fresh, environment }: StartOptions): Promise<void> {
  const dataDir = resolve(environment.DATA_DIR || "./data");
  const children = new Set<Child>();
  let stopping = false;
  const stop = async (status: number) => {
    if (stopping) return;
    stopping = true;
    await stopAll(children);
    await stopServerIn(dataDir);
    await forgetProcesses(dataDir).catch(() => undefined);
    process.exit(status);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(0));
  try {
    await prepare(dataDir, fresh);
  } catch (error) {
    // What runs on the folder, if anything does, is not ours to stop.
    console.error(error instanceof StartTrouble ? error.message : startPhrases.notPrepared(dataDir, String(error)));
    process.exit(1);
  }
  try {
    const surroundings = emulatorEnvironment(environment, dataDir);
    const emulator = startChild(EMULATOR, { name: "emulator", environment: surroundings, flags: EMULATOR_FLAGS });
    children.add(emulator);
    const ready = await emulator.ready;
    void emulator.ended.then(() => stop(1));
    await keepBot(
      { children, dataDir, emulator, isStopping: () => stopping },
      botEnvironment(environment, { ready, dataDir }),
    );
    greet(ready);
  } catch (error) {
    // A child has said itself why it ended.
    if (error instanceof StartTrouble) console.error(error.message);
    await stop(1);
  }
}

async function prepare(dataDir: string, fresh: boolean): Promise<void> {
  await mkdir(dataDir, { recursive: true }).catch((cause) => {
    throw new StartTrouble(embeddedPhrases.folderNotWritable(dataDir), { cause });
  });
  await takeOver(dataDir);
  if (fresh) {
    await stopServerIn(dataDir);
    for (const name of STATE) await rm(join(dataDir, name), { recursive: true, force: true });
  }
  if (!existsSync(join(PROJECT, "emulator/dist/page/index.html"))) {
    console.log(startPhrases.buildingPage());
    spawnSync(process.execPath, [join(PROJECT, "emulator/build-page.mjs")], { cwd: PROJECT, stdio: "ignore" });
  }
}

const emulatorEnvironment = (environment: NodeJS.ProcessEnv, dataDir: string): NodeJS.ProcessEnv => ({
  ...environment,
  DATA_DIR: dataDir,
  EMULATOR_NOW: environment.EMULATOR_NOW || FIRST_NOW,
  EXPECT_BOTS: environment.EXPECT_BOTS || "1",
});

/** The emulator's credentials and addresses, unless others are given. */
const botEnvironment = (
  environment: NodeJS.ProcessEnv,
  { ready, dataDir }: { ready: ReadyLine; dataDir: string },
): NodeJS.ProcessEnv => ({
  LOG_FILE: join(dataDir, "bot.log"),
  ...ready.env,
  ...Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => value !== "" || name === "CARD_TEMPLATE_ID"),
  ),
  DATA_DIR: dataDir,
});

interface Keeping {
  children: Set<Child>;
  dataDir: string;
  emulator: Child;
  isStopping(): boolean;
}

/** Starts the bot, and again whenever it dies. Rejects when it does not come up the first time. */
async function keepBot(keeping: Keeping, environment: NodeJS.ProcessEnv): Promise<void> {
  const { children, dataDir, emulator, isStopping } = keeping;
  const bot = startChild(BOT, { name: "bot", environment, flags: BOT_FLAGS });
  children.add(bot);
  await noteProcesses(dataDir, [emulator.process.pid, bot.process.pid]);
  await bot.ready;
  void bot.ended.then(async () => {
    children.delete(bot);
    if (isStopping()) return;
    console.log(startPhrases.botAgain());
    await pause(RESTART_MS);
    await keepBotTrying(keeping, environment);
  });
}

async function keepBotTrying(keeping: Keeping, environment: NodeJS.ProcessEnv): Promise<void> {
  while (!keeping.isStopping()) {
    const isUp = await keepBot(keeping, environment).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await pause(RESTART_MS * 3);
  }
}

async function stopAll(children: ReadonlySet<Child>): Promise<void> {
  for (const child of children) child.process.kill("SIGTERM");
  await Promise.race([Promise.all([...children].map(({ ended }) => ended)), pause(STOP_WITHIN_MS)]);
  for (const child of children) child.process.kill("SIGKILL");
}

function greet({ url = "" }: ReadyLine): void {
  console.log(startPhrases.open(url));
  console.log(startPhrases.say("越城区经办人1", "帮助"));
}
