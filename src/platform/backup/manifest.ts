import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { z } from "zod";
import { StartError } from "../../shared/start-error.ts";
import { backupPhrases } from "./phrases.ts";

export const MANIFEST = "manifest.json";
const FORMAT = 1;

const fileSum = z.object({ bytes: z.int().min(0), sha256: z.string().length(64) });
export type FileSum = z.infer<typeof fileSum>;

const schema = z.object({
  format: z.literal(FORMAT),
  /** Machine time at which the copy began: what was committed until then is in it. */
  madeAt: z.iso.datetime(),
  /** Tells keys apart and says nothing of them. */
  keyMark: z.string(),
  /** Folders, also empty ones: PostgreSQL wants its own. */
  folders: z.array(z.string()),
  /** By path within the backup, with `/`. */
  files: z.record(z.string(), fileSum),
});
export type Manifest = z.infer<typeof schema>;

export const newManifest = (facts: Pick<Manifest, "madeAt" | "keyMark" | "folders" | "files">): Manifest => ({
  format: FORMAT,
  ...facts,
});

export const keyMarkOf = (key: Buffer): string =>
  createHash("sha256").update("jiayuan data key").update(key).digest("hex").slice(0, 16);

/** @throws {StartError} when the folder is no complete backup, or one of another format */
export async function readManifest(backup: string): Promise<Manifest> {
  const text = await readFile(join(backup, MANIFEST), "utf8").catch((cause) => {
    throw new StartError(backupPhrases.noBackup(backup), { cause });
  });
  const manifest = schema.safeParse(jsonOf(text));
  if (!manifest.success) throw new StartError(backupPhrases.otherFormat(backup));
  return manifest.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is not as the manifest says: `missing`, `changed` or `added`, by path. */
export async function differences(
  backup: string,
  { files }: Pick<Manifest, "files">,
): Promise<{ path: string; what: "missing" | "changed" | "added" }[]> {
  const there = new Set((await filesUnder(backup)).filter((path) => path !== MANIFEST));
  const found: { path: string; what: "missing" | "changed" | "added" }[] = [];
  for (const [path, sum] of Object.entries(files)) {
    if (!there.delete(path)) found.push({ path, what: "missing" });
    else if ((await sumOf(join(backup, path))).sha256 !== sum.sha256) found.push({ path, what: "changed" });
  }
  return [...found, ...[...there].map((path) => ({ path, what: "added" as const }))];
}

export async function sumOf(file: string): Promise<FileSum> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of createReadStream(file)) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest("hex") };
}

/** Paths of all files, with `/`. */
export async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => pathIn(folder, join(entry.parentPath, entry.name)));
}

export const pathIn = (folder: string, path: string): string => relative(folder, path).split(sep).join("/");
