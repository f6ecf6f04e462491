import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { StartError } from "../../shared/start-error.ts";
import { stopServerIn } from "../storage/embedded/embedded-server.ts";
import { embeddedPhrases } from "../storage/embedded/phrases.ts";
import { BOT_FLAGS } from "./bot-flags.ts";
import { type Child, type ReadyLine, startChild } from "./child.ts";
import { EMULATOR_FLAGS } from "./emulator-flags.ts";
import { startPhrases } from "./phrases.ts";
import { endOrphans, removeProcessFile, writeProcessFile } from "./process-file.ts";

const PROJECT = fileURLToPath(new URL("../../..", import.meta.url));
const EMULATOR = join(PROJECT, "scripts/emulator.ts");
const BOT = join(PROJECT, "src/main.ts");
/** Files of the data folder that `--fresh` removes. */
const STATE = ["postgres", "postgres.password", "postgres.port", "emulator", "files", "data.key", "bot.log"];
const RESTART_MS = 300;
const STOP_WITHIN_MS = 12_000;

/** What the emulator begins with, and whom to begin as. */
export interface StartingWorld {
  /** The emulator's seed, as `EMULATOR_SEED` names it. */
  seed: unknown;
  /** What its clock shows at first start. */
  now: string;
  /** The name of a person with something to do. */
  greeted: string;
}

export interface StartOptions {
  fresh: boolean;
  environment: NodeJS.ProcessEnv;
  /** Without it the emulator begins with a world of its own. */
  world?: StartingWorld;
}

/** Runs emulator and bot until a signal; restarts the bot when it dies. */
export async function startEverything({ fresh, environment, world }: StartOptions): Promise<void> {
  const dataDir = resolve(environment.DATA_DIR || "./data");
  const children = new Set<Child>();
  let stopping = false;
  const stop = async (status: number) => {
    if (stopping) return;
    stopping = true;
    await stopAll(children);
    await stopServerIn(dataDir);
    await removeProcessFile(dataDir).catch(() => undefined);
    process.exit(status);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(0));
  try {
    await prepare(dataDir, fresh);
    if (world) await writeSeed(dataDir, world);
  } catch (error) {
    // Do not call `stop`: the folder may belong to another running instance.
    console.error(error instanceof StartError ? error.message : startPhrases.notPrepared(dataDir, String(error)));
    process.exit(1);
  }
  try {
    const emulatorSettings = emulatorEnvironment(environment, { dataDir, world });
    const emulator = startChild(EMULATOR, { name: "emulator", environment: emulatorSettings, flags: EMULATOR_FLAGS });
    children.add(emulator);
    const ready = await emulator.ready;
    void emulator.ended.then(() => stop(1));
    await superviseBot(
      { children, dataDir, emulator, isStopping: () => stopping },
      botEnvironment(environment, { ready, dataDir }),
    );
    printInstructions(ready, world);
  } catch (error) {
    // Other errors were already printed by the child.
    if (error instanceof StartError) console.error(error.message);
    await stop(1);
  }
}

async function prepare(dataDir: string, fresh: boolean): Promise<void> {
  await mkdir(dataDir, { recursive: true }).catch((cause) => {
    throw new StartError(embeddedPhrases.folderNotWritable(dataDir), { cause });
  });
  await endOrphans(dataDir);
  if (fresh) {
    await stopServerIn(dataDir);
    for (const name of STATE) await rm(join(dataDir, name), { recursive: true, force: true });
  }
  if (!existsSync(join(PROJECT, "emulator/dist/page/index.html"))) {
    console.log(startPhrases.buildingPage());
    spawnSync(process.execPath, [join(PROJECT, "emulator/build-page.mjs")], { cwd: PROJECT, stdio: "ignore" });
  }
}

const seedFileIn = (dataDir: string): string => join(dataDir, "emulator", "seed.json");

async function writeSeed(dataDir: string, { seed }: StartingWorld): Promise<void> {
  await mkdir(join(dataDir, "emulator"), { recursive: true });
  await writeFile(seedFileIn(dataDir), `${JSON.stringify(seed, null, 2)}\n`);
}

const emulatorEnvironment = (
  environment: NodeJS.ProcessEnv,
  { dataDir, world }: { dataDir: string; world: StartingWorld | undefined },
): NodeJS.ProcessEnv => ({
  ...environment,
  DATA_DIR: dataDir,
  ...(world && {
    EMULATOR_NOW: environment.EMULATOR_NOW || world.now,
    EMULATOR_SEED: environment.EMULATOR_SEED || seedFileIn(dataDir),
  }),
  EXPECT_BOTS: environment.EXPECT_BOTS || "1",
});

/** Uses the emulator's credentials and addresses unless they are set explicitly. */
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

interface Supervision {
  children: Set<Child>;
  dataDir: string;
  emulator: Child;
  isStopping(): boolean;
}

/** Starts the bot and restarts it whenever it dies. Rejects when the first start fails. */
async function superviseBot(supervision: Supervision, environment: NodeJS.ProcessEnv): Promise<void> {
  const { children, dataDir, emulator, isStopping } = supervision;
  const bot = startChild(BOT, { name: "bot", environment, flags: BOT_FLAGS });
  children.add(bot);
  await writeProcessFile(dataDir, [emulator.process.pid, bot.process.pid]);
  await bot.ready;
  void bot.ended.then(async () => {
    children.delete(bot);
    if (isStopping()) return;
    console.log(startPhrases.botAgain());
    await pause(RESTART_MS);
    await restartBot(supervision, environment);
  });
}

async function restartBot(supervision: Supervision, environment: NodeJS.ProcessEnv): Promise<void> {
  while (!supervision.isStopping()) {
    const isUp = await superviseBot(supervision, environment).then(
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

function printInstructions({ url = "" }: ReadyLine, world: StartingWorld | undefined): void {
  console.log(startPhrases.open(url));
  if (world) console.log(startPhrases.say(world.greeted, "帮助"));
}
