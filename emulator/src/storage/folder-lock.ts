import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Two emulators writing to one folder would mix their data. */
export class FolderInUseError extends Error {
  override readonly name = "FolderInUseError";
}

/**
 * Locks the folder for this process; the lock of a killed process is taken over.
 * @returns a function that releases the lock
 * @throws FolderInUseError while another running process holds it
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, "emulator.pid");
  const holder = existsSync(file) ? Number(readFileSync(file, "utf8")) : undefined;
  if (holder !== undefined && holder !== process.pid && isEmulator(holder)) {
    throw new FolderInUseError(`the folder is in use by process ${holder}`);
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

/** After a restart of the machine the pid may belong to any process; Linux tells which. */
function isEmulator(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("emulator");
  } catch {
    return true;
  }
}
