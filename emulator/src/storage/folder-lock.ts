import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Two emulators writing one folder would mix their worlds. */
export class FolderInUseError extends Error {
  override readonly name = "FolderInUse";
}

/**
 * Takes the folder for this process; a lock left by a killed one is taken over.
 * @returns how to let it go
 * @throws FolderInUse while another living process holds it
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

/** After a restart of the machine the number may belong to anything; Linux tells to what. */
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
