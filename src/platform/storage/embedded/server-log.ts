import { copyFile, stat, truncate } from "node:fs/promises";

/** In bytes; as much again is kept of before. */
export const LOG_CAP = 8 * 1024 * 1024;

/** Moves a log that has grown large aside, over the one of before. In place: whoever writes it goes on. */
export async function capLog(file: string): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size <= LOG_CAP) return;
  await copyFile(file, `${file}.1`);
  await truncate(file);
}
