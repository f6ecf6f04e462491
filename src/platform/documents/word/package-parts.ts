import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { fixZipTimes } from "../fix-zip-times.ts";

/** Parts of a Word file by name. */
export type PackageParts = Record<string, Uint8Array>;

export const partsOf = (bytes: Uint8Array): PackageParts => unzipSync(bytes);

/** Whether there are programs in it, or objects of other programs, which may be such. */
export const holdsPrograms = (parts: PackageParts): boolean =>
  Object.keys(parts).some((name) => /vba(?:Project|Data)|activeX|^word\/embeddings\//u.test(name));

export const textOf = (parts: PackageParts, name: string): string => strFromU8(parts[name] ?? new Uint8Array());

export const asPart = (text: string): Uint8Array => strToU8(text);

/** Packs the parts; all of them have the given time, so that equal parts give equal bytes. */
export function packed(parts: PackageParts, at: Date): Buffer {
  const core = "docProps/core.xml";
  const stamped = parts[core] ? { ...parts, [core]: asPart(withTime(textOf(parts, core), at)) } : parts;
  return fixZipTimes(Buffer.from(zipSync(stamped, { mtime: "2000-01-01" })), at);
}

const withTime = (core: string, at: Date): string =>
  core.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${at.toISOString().slice(0, 19)}Z`);
