import { mkdtempSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const FOLDER = mkdtempSync(join(tmpdir(), "jiayuan-skew-"));
const PRELOADED = new URL("./skewed-clock.ts", import.meta.url).href;
const fileOf = (which: number): string => join(FOLDER, String(which));

/** For a bot whose clock is to go wrong. */
export const skewEnvironment = (which: number): Record<string, string> => ({
  NODE_OPTIONS: `--import=${PRELOADED}`,
  SKEW_FILE: fileOf(which),
});

/** From now on the bot reads a clock that is so much ahead, or behind if negative; 0 sets it right. */
export async function setSkew(which: number, ms: number): Promise<void> {
  const written = `${fileOf(which)}.new`;
  await writeFile(written, String(ms));
  await rename(written, fileOf(which));
}

export const removeSkews = (): Promise<void> => rm(FOLDER, { recursive: true, force: true });
