import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";

interface Ready {
  ready: string;
  url: string;
  pid: number;
}

/** Runs a script as people do, until its first ready line. */
async function npmRun(script: string) {
  const folder = await mkdtemp(join(tmpdir(), "jiayuan-npm-"));
  const environment = { ...process.env, PORT: "0", EMULATOR_PORT: "0", DATA_DIR: folder, LOG_LEVEL: "warn" };
  const npm = spawn("npm", ["run", script], { env: environment, stdio: ["ignore", "pipe", "ignore"] });
  onTestFinished(async () => {
    npm.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });
  const waitFor = async (wanted: readonly string[]) => {
    const found: Ready[] = [];
    for await (const line of createInterface({ input: npm.stdout })) {
      if (line.startsWith('{"ready":')) found.push(JSON.parse(line));
      if (wanted.every((name) => found.some(({ ready }) => ready === name))) break;
    }
    return found;
  };
  return { npm, waitFor };
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test.each([
  ["start", ["emulator", "database", "bot"]],
  ["emulator", ["emulator"]],
])("npm run %s told to end takes all its programs with it", async (script, programs) => {
  const { npm, waitFor } = await npmRun(script);
  const ready = await waitFor(programs);

  npm.kill("SIGTERM");

  expect(new Set(ready.map((one) => one.ready))).toEqual(new Set(programs));
  await expect.poll(() => ready.filter(({ pid }) => isAlive(pid)), { timeout: 20_000, interval: 100 }).toEqual([]);
});
