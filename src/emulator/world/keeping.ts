import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type ByteStore, folderBytes, memoryBytes } from "../files/files.ts";
import { lockFolder } from "./folder-lock.ts";
import { type Journal, noJournal, openJournal } from "./journal.ts";
import type { World } from "./world.ts";

/** Where an emulator's state is kept. */
export interface Keeping {
  bytes: ByteStore;
  /** Loads what is there and records what changes from now on. */
  openJournal(world: World): Journal;
  release(): void;
}

/**
 * Below the data folder, or nowhere.
 * @throws when the folder cannot be written or another emulator has it
 */
export function makeKeeping(dataDir: string | undefined): Keeping {
  if (dataDir === undefined) return { bytes: memoryBytes(), openJournal: () => noJournal, release: () => {} };
  const folder = join(dataDir, "emulator");
  mkdirSync(folder, { recursive: true });
  const release = lockFolder(folder);
  return {
    bytes: folderBytes(join(folder, "files")),
    openJournal: (world) => openJournal(world, folder),
    release,
  };
}
