import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { BOT_FLAGS } from "../../../src/platform/processes/bot-flags.ts";
import { databaseOf } from "../../journeys/database.ts";
import type { World } from "../../journeys/world.ts";

const PROJECT = join(import.meta.dirname, "../../..");

export interface SecondBot {
  process: ChildProcess;
  /** Ends it in order. */
  stop(): Promise<void>;
}

/** Another bot on the world's database and platform. */
export async function startSecondBot(world: World, environment: Record<string, string> = {}): Promise<SecondBot> {
  const line = world
    .output()
    .split("\n")
    .findLast((one) => one.startsWith('{"ready":"emulator"'));
  const { env } = JSON.parse(line ?? "{}") as { env: Record<string, string> };
  const database = await databaseOf(world);
  const { url } = database;
  await database.close();
  const child = spawn(process.execPath, [...BOT_FLAGS, join(PROJECT, "src/main.ts")], {
    env: {
      ...process.env,
      ...env,
      ...{ PORT: "0", DATA_DIR: world.dataDir, DATABASE_URL: url, LOG_LEVEL: "warn" },
      DATA_KEY: (await readFile(join(world.dataDir, "data.key"), "utf8")).trim(),
      LOG_FILE: join(world.dataDir, "bot-2.log"),
      ...environment,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  await new Promise<void>((ready, fail) => {
    createInterface({ input: child.stdout }).on("line", (one) => {
      if (one.startsWith('{"ready":"bot"')) ready();
    });
    void ended.then(() => fail(new Error("the second bot did not start")));
  });
  return {
    process: child,
    async stop() {
      child.kill("SIGCONT");
      child.kill("SIGTERM");
      await ended;
    },
  };
}
