import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startChild } from "../../../src/platform/processes/child.ts";

const READY = '{"ready":"bot","pid":1}';
const SAID = "家园助手已启动。";
const { isTTY } = process.stdout;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "child-"));
});
afterEach(async () => {
  process.stdout.isTTY = isTTY;
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

/** What is printed of a program that says that it is ready and then something to people. */
async function printed({ terminal }: { terminal: boolean }): Promise<string[]> {
  const script = join(folder, "program.mjs");
  await writeFile(script, `console.log(${JSON.stringify(READY)});\nconsole.log(${JSON.stringify(SAID)});\n`);
  process.stdout.isTTY = terminal;
  const lines: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line) => void lines.push(line));
  const child = startChild(script, { name: "bot", environment: process.env });
  expect((await child.ready).ready).toBe("bot");
  expect(await child.ended).toBe(0);
  await vi.waitFor(() => expect(lines).toContain(SAID));
  return lines;
}

test("at a terminal the lines for programs are left out", async () => {
  expect(await printed({ terminal: true })).toEqual([SAID]);
});

test("where a program reads the output they stay", async () => {
  expect(await printed({ terminal: false })).toEqual([READY, SAID]);
});
