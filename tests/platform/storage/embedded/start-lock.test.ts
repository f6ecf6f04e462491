import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const STARTER = join(import.meta.dirname, "support/starter.ts");

// A pipe in the lock's place answers when the test wants it to.
test.skipIf(process.platform === "win32")(
  "a starter that reads a dead one's lock, and is late, does not remove the lock that another took meanwhile",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "jiayuan-lock-"));
    const [lock, pipe, own] = ["postgres.starting", "pipe", "own"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const dead = spawn(process.execPath, ["-e", ""]);
    await once(dead, "exit");
    spawnSync("mkfifo", [pipe]);
    await rename(pipe, lock);
    let said = "";
    const starter = spawn(process.execPath, [STARTER, lock], { stdio: ["ignore", "pipe", "inherit"] });
    starter.stdout.on("data", (bytes) => (said += bytes));
    const ended = once(starter, "exit");
    // Opened once the starter reads; then the lock is another's.
    const answer = await open(lock, "w");
    await writeFile(own, String(process.pid));
    await rename(own, lock);
    const before = (await stat(lock)).ctimeMs;
    await answer.writeFile(String(dead.pid));
    await answer.close();

    await expect
      .poll(async () => said !== "" || (await stat(lock).catch(() => undefined))?.ctimeMs !== before)
      .toBe(true);
    await expect.poll(() => readFile(lock, "utf8").catch(() => "")).toBe(String(process.pid));
    expect(said).toBe("");

    await rm(lock);
    expect(await ended).toEqual([0, null]);
    expect(said).toBe("held\n");
    await rm(folder, { recursive: true, force: true });
  },
);
