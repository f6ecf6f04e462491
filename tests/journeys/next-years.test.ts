import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeNextYear } from "../../src/campaign/definition/starter/next-year/make.ts";
import { copyFolder, edit, SHAOXING_2023 } from "./folder.ts";
import { startWorld } from "./world.ts";

const PROJECT = join(import.meta.dirname, "../..");

/** The folder of 2023 with the two lines that another year needs. */
async function folderOf(year: number): Promise<string> {
  const folder = await copyFolder();
  onTestFinished(() => rm(dirname(folder), { recursive: true, force: true }));
  await edit(folder, "campaign.yaml", [
    ["id: shaoxing-2023", `id: shaoxing-${year}`],
    ["value: 2023", `value: ${year}`],
  ]);
  return folder;
}

/** The folder of 2023 as that year's, as the program makes it. */
async function clonedFor(year: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "jiayuan-next-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const to = join(folder, `shaoxing-${year}`);
  const made = makeNextYear({ from: SHAOXING_2023, to, year: undefined, plan: undefined });
  if (!made.ok) throw new Error(made.why);
  return to;
}

test.each([
  { year: 2024, opened: "2024-08-12T08:30:00+08:00" },
  { year: 2026, opened: "2026-08-10T08:30:00+08:00" },
])(
  "cloned by the program, $year starts on its own eve, and opens its first stage on a working day",
  async ({ year, opened }) => {
    const world = await startWorld({ environment: { CAMPAIGN: await clonedFor(year) } });
    onTestFinished(world.end);
    const begun = await world.emulator.clock.now();

    const fired = await world.advanceTo(`${year}-08-12T09:00:00+08:00`);

    expect(world.output()).toContain(`新方案尚未放入，${year}年度暂按系统设定`);
    expect(begun).toBe(`${year}-08-09T09:00:00+08:00`);
    expect(fired.filter(({ kind }) => kind === "stage.opening").map(({ dueAt }) => dueAt)).toEqual([opened]);
    expect((await world.as("keqiao-1").latestCard())?.text).toContain("宣传发动");
  },
);

test("2027, whose holidays nobody knows yet, is refused with its line", async () => {
  const folder = await folderOf(2027);
  const dataDir = await mkdtemp(join(tmpdir(), "jiayuan-journey-"));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const child = spawn(process.execPath, [join(PROJECT, "scripts/start.ts")], {
    env: { ...process.env, PORT: "0", EMULATOR_PORT: "0", DATA_DIR: dataDir, CAMPAIGN: folder },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });

  const [status] = await once(child, "close");

  expect(status).toBe(1);
  expect(said).toMatch(/campaign\.yaml:\d+ +日历中没有2027年的节假日安排，无法计算工作日。/);
});
