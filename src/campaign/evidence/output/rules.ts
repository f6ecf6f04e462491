import { zipSize } from "../../../platform/documents/zip/write-zip.ts";

/** What DingTalk carries as one file, in bytes. */
export const MOST_PACK_BYTES = 20 * 1024 * 1024;
/** Kept free in a pack for its index, in bytes. */
const FOR_INDEX = 256 * 1024;
/** On one picture; it stays readable on a phone. */
export const MOST_ON_SHEET = 48;
/** Up to this many there is room for large ones. */
const FEW = 9;

/** How many pictures stand side by side. */
export const columnsFor = (count: number): number => (count <= FEW ? 3 : 4);

/** In their order, as many pieces as needed, none longer than that. */
export const inPieces = <One>(all: readonly One[], most: number): One[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most));

export interface Packing<File> {
  packs: readonly (readonly File[])[];
  /** Too large for any. */
  left: readonly File[];
}

/** Files in as few zips as their order allows, each with its index no larger than DingTalk carries. */
export function packing<File extends { name: string; size: number }>(
  files: readonly File[],
  most = MOST_PACK_BYTES,
): Packing<File> {
  const room = most - FOR_INDEX;
  const packs: File[][] = [];
  const left: File[] = [];
  for (const file of files) {
    const last = packs.at(-1);
    if (zipSize([file]) > room) left.push(file);
    else if (last && zipSize([...last, file]) <= room) last.push(file);
    else packs.push([file]);
  }
  return { packs, left };
}

const ASKED = /^(?:(?<where>.*?\d{1,2}-\d{1,2})\s*)?第?(?<numbers>\d{1,3}(?:[\s、,]+\d{1,3})*)\s*份?$/su;

/** 2; 2、5; 翠苑三区 3-5 2: which files of a row are meant; without a row those of the last sheet. */
export function readNumbers(words: string): { where: string | undefined; numbers: number[] } | undefined {
  const found = ASKED.exec(words.normalize("NFKC").trim())?.groups;
  if (!found) return undefined;
  const numbers = [...new Set((found.numbers ?? "").match(/\d+/gu)?.map(Number))];
  return { where: found.where, numbers };
}
