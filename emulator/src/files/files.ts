import { createHmac, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FileRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";

export interface NewFile {
  fileName: string;
  contentType: string;
  bytes: Buffer;
  /** Given to what an app uploads. */
  mediaId?: string;
}

/** The bytes of images, files and voice messages, and their records in the world. */
export interface Files {
  store(file: NewFile): FileRecord;
  bytes(fileId: string): Buffer | undefined;
  byMediaId(mediaId: string): FileRecord | undefined;
  /** Writes the bytes of a record that is already in the world. */
  restore(fileId: string, bytes: Buffer): void;
  clear(): void;
}

/** Where bytes are stored: a folder, or memory when nothing is persisted. */
export interface ByteStore {
  write(fileId: string, bytes: Buffer): void;
  read(fileId: string): Buffer | undefined;
  clear(): void;
}

export function makeFiles(world: World, store: ByteStore): Files {
  const byMedia = new Map<string, string>();
  world.onChange(({ table, key }) => {
    if (table !== "files") return;
    const mediaId = world.files.get(key)?.mediaId;
    if (mediaId !== undefined) byMedia.set(mediaId, key);
  });
  return {
    store: ({ bytes, ...rest }) => {
      const record: FileRecord = { ...rest, fileId: `f${randomBytes(9).toString("hex")}`, size: bytes.length };
      store.write(record.fileId, bytes);
      world.files.put(record.fileId, record);
      return record;
    },
    bytes: (fileId) => (world.files.has(fileId) ? store.read(fileId) : undefined),
    byMediaId: (mediaId) => world.files.get(byMedia.get(mediaId) ?? ""),
    restore: (fileId, bytes) => {
      if (world.files.has(fileId)) store.write(fileId, bytes);
    },
    clear: () => {
      byMedia.clear();
      store.clear();
    },
  };
}

export function memoryBytes(): ByteStore {
  const kept = new Map<string, Buffer>();
  return {
    write: (fileId, bytes) => {
      kept.set(fileId, bytes);
    },
    read: (fileId) => kept.get(fileId),
    clear: () => kept.clear(),
  };
}

/** File ids are made by {@link makeFiles}, so they are safe names. */
export function folderBytes(folder: string): ByteStore {
  mkdirSync(folder, { recursive: true });
  return {
    write: (fileId, bytes) => writeFileSync(join(folder, fileId), bytes),
    read: (fileId) => {
      try {
        return readFileSync(join(folder, fileId));
      } catch {
        return undefined;
      }
    },
    clear: () => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
    },
  };
}

/** The code to download a file; valid for one robot only. */
export const downloadCode = (fileId: string, robotCode: string): string => `${fileId}.${sign(fileId, robotCode)}`;

export function readDownloadCode(code: string, robotCode: string): string | undefined {
  const fileId = code.split(".")[0] ?? "";
  return code === downloadCode(fileId, robotCode) ? fileId : undefined;
}

const sign = (text: string, key: string): string =>
  createHmac("sha256", key).update(text).digest("base64url").slice(0, 22);
