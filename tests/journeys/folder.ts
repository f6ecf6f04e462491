import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SHAOXING = join(import.meta.dirname, "../../campaigns/shaoxing-2023");

export const SHAOXING_2023 = SHAOXING;

/** A copy of the campaign's folder of its own, to be changed and thrown away. */
export async function copyFolder(): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), "jiayuan-folder-")), "campaign");
  await cp(SHAOXING, folder, { recursive: true });
  return folder;
}

/** Changes one file of a folder by its text. Each text that is to be replaced must stand in it. */
export async function edit(folder: string, file: string, replacements: readonly [string, string][]): Promise<void> {
  const path = join(folder, file);
  let text = await readFile(path, "utf8");
  for (const [from, to] of replacements) {
    if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
    text = text.replaceAll(from, to);
  }
  await writeFile(path, text);
}

/** Replaces one line of the plan, counted from 1. */
export async function editPlanLine(folder: string, line: number, text: string): Promise<void> {
  const path = join(folder, "plan.txt");
  const lines = (await readFile(path, "utf8")).split("\n");
  lines[line - 1] = text;
  await writeFile(path, lines.join("\n"));
}
