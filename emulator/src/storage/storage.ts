import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type ByteStore, folderBytes, memoryBytes } from "../files/files.ts";
import type { World } from "../world/world.ts";
import { lockFolder } from "./folder-lock.ts";
import { type Journal, noJournal, openJournal } from "./journal.ts";

/** Where an emulator's state is stored. */
export interface Storage {
  bytes: ByteStore;
  /** Loads the stored state and records all later changes. */
  openJournal(world: World): Journal;
  /** A folder for files that are not state; without a data folder it is deleted on `release`. */
  folder(name: string): string;
  release(): void;
}

/**
 * Opens the storage in the data folder, or a temporary one.
 * @throws when the folder cannot be written or another emulator uses it
 */
export function openStorage(dataDir: string | undefined): Storage {
  if (dataDir === undefined) return temporaryStorage();
  const folder = resolve(dataDir, "emulator");
  mkdirSync(folder, { recursive: true });
  const release = lockFolder(folder);
  return {
    bytes: folderBytes(join(folder, "files")),
    openJournal: (world) => openJournal(world, folder),
    folder: (name) => join(folder, name),
    release,
  };
}

function temporaryStorage(): Storage {
  let made: string | undefined;
  return {
    bytes: memoryBytes(),
    openJournal: () => noJournal,
    folder: (name) => {
      made ??= mkdtempSync(join(tmpdir(), "emulator-"));
      return join(made, name);
    },
    release: () => {
      if (made !== undefined) rmSync(made, { recursive: true, force: true });
    },
  };
}
