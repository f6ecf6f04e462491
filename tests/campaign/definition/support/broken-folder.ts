import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { SHAOXING } from "./shaoxing.ts";

/** One change to a file of the folder: the first place of `from` becomes `to`. Without `from` the file is removed. */
export interface Defect {
  file: string;
  from?: string;
  to?: string;
}

/** An empty folder, removed after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "campaign-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A copy of a campaign folder with defects, removed after the test. */
export function brokenFolder(defects: readonly Defect[], original = SHAOXING): string {
  const folder = emptyFolder();
  cpSync(original, folder, { recursive: true });
  for (const { file, from, to } of defects) {
    const path = join(folder, file);
    if (from === undefined) {
      rmSync(path);
      continue;
    }
    const text = readFileSync(path, "utf8");
    if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
    writeFileSync(
      path,
      text.replace(from, () => to ?? ""),
    );
  }
  return folder;
}

/** Number of the line on which the text first stands. */
export function lineOf(folder: string, file: string, text: string): number {
  const before = readFileSync(join(folder, file), "utf8").split(text)[0] ?? "";
  return before.split("\n").length;
}
