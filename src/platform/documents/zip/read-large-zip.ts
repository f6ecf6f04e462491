import { type FileHandle, open } from "node:fs/promises";
import { createInflateRaw } from "node:zlib";
import { COUNT_IN_ZIP64, directoryEnd, directoryRecord, IN_ZIP64, localHeader, SIGNATURES } from "./zip-layout.ts";

/** A file in a zip on the disk, as its directory has it. */
export interface LargeZipEntry {
  name: string;
  method: number;
  packedSize: number;
  size: number;
  crc: number;
  headerAt: number;
}

export interface LargeZip {
  entries: readonly LargeZipEntry[];
  /** The content of a file, piece by piece, never more of it than the directory says. @throws if it cannot be read */
  pieces(entry: LargeZipEntry): AsyncGenerator<Buffer>;
  /** Whether every byte around the contents is as `writeLargeZip` writes it. @param at of its files */
  isAsWritten(at: Date): Promise<boolean>;
  close(): Promise<void>;
}

/** The whole content of a file. @throws as {@link LargeZip.pieces} */
export async function contentOf({ pieces }: Pick<LargeZip, "pieces">, entry: LargeZipEntry): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces(entry)) all.push(piece);
  return Buffer.concat(all);
}

const END_BYTES = 22;
const MAX_COMMENT = 0xffff;
const PIECE = 256 * 1024;
const DEFLATED = 8;

const damaged = (): Error => new Error("no zip, or a damaged one");

/** Opens a zip of any size; nothing is unpacked. @throws if it is none, or damaged */
export async function openLargeZip(path: string): Promise<LargeZip> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const entries = await directoryIn(file, size);
    return {
      entries,
      pieces: (entry) => piecesOf(file, entry),
      isAsWritten: (at) => isAsWritten({ file, size, entries }, at),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, at);
  if (bytesRead < length) throw damaged();
  return bytes;
}

async function directoryIn(file: FileHandle, size: number): Promise<LargeZipEntry[]> {
  if (size < END_BYTES) throw damaged();
  const tailAt = Math.max(0, size - END_BYTES - MAX_COMMENT);
  const tail = await bytesAt(file, tailAt, size - tailAt);
  let end = tail.length - END_BYTES;
  while (end >= 0 && tail.readUInt32LE(end) !== SIGNATURES.end) end -= 1;
  if (end < 0) throw damaged();
  let count = tail.readUInt16LE(end + 10);
  let length = tail.readUInt32LE(end + 12);
  let startsAt = tail.readUInt32LE(end + 16);
  if (count === COUNT_IN_ZIP64 || length === IN_ZIP64 || startsAt === IN_ZIP64) {
    if (end < 20 || tail.readUInt32LE(end - 20) !== SIGNATURES.locator64) throw damaged();
    const end64 = await bytesAt(file, Number(tail.readBigUInt64LE(end - 12)), 56);
    if (end64.readUInt32LE(0) !== SIGNATURES.end64) throw damaged();
    count = Number(end64.readBigUInt64LE(32));
    length = Number(end64.readBigUInt64LE(40));
    startsAt = Number(end64.readBigUInt64LE(48));
  }
  if (startsAt + length > size) throw damaged();
  return recordsIn(await bytesAt(file, startsAt, length), count);
}

function recordsIn(directory: Buffer, count: number): LargeZipEntry[] {
  const entries: LargeZipEntry[] = [];
  let at = 0;
  for (let left = count; left > 0; left -= 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== SIGNATURES.record) throw damaged();
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    if (extraEnd > directory.length) throw damaged();
    const plain = {
      size: directory.readUInt32LE(at + 24),
      packedSize: directory.readUInt32LE(at + 20),
      headerAt: directory.readUInt32LE(at + 42),
    };
    entries.push({
      name: directory.toString("utf8", at + 46, nameEnd),
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      ...plain,
      ...largeNumbers(directory.subarray(nameEnd, extraEnd), plain),
    });
    at = extraEnd + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** The ZIP64 field has, in this order, those of the numbers that did not fit. */
function largeNumbers<Numbers extends Record<string, number>>(extra: Buffer, plain: Numbers): Partial<Numbers> {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const found: Record<string, number> = {};
    let from = at + 4;
    for (const [name, number] of Object.entries(plain)) {
      if (number !== IN_ZIP64) continue;
      if (from + 8 > extra.length) throw damaged();
      found[name] = Number(extra.readBigUInt64LE(from));
      from += 8;
    }
    return found as Partial<Numbers>;
  }
  return {};
}

async function isAsWritten(
  { file, size, entries }: { file: FileHandle; size: number; entries: readonly LargeZipEntry[] },
  at: Date,
): Promise<boolean> {
  let next = 0;
  for (const entry of entries) {
    const header = localHeader(entry, at);
    if (entry.method !== 0 || entry.headerAt !== next || next + header.length > size) return false;
    if (!header.equals(await bytesAt(file, next, header.length))) return false;
    next += header.length + entry.size;
  }
  const records = Buffer.concat(entries.map((entry) => directoryRecord(entry, at)));
  const end = directoryEnd({ count: entries.length, size: records.length, startsAt: next });
  const rest = Buffer.concat([records, end]);
  return next + rest.length === size && rest.equals(await bytesAt(file, next, rest.length));
}

async function* piecesOf(file: FileHandle, entry: LargeZipEntry): AsyncGenerator<Buffer> {
  const header = await bytesAt(file, entry.headerAt, 30);
  if (header.readUInt32LE(0) !== SIGNATURES.local) throw damaged();
  const from = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = storedPieces(file, from, entry.packedSize);
  if (entry.method === 0) return yield* packed;
  if (entry.method !== DEFLATED) throw damaged();
  let size = 0;
  const unpacked = createInflateRaw();
  const feeding = feed(packed, unpacked);
  for await (const piece of unpacked as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > entry.size) throw damaged();
    yield piece;
  }
  await feeding;
}

async function feed(pieces: AsyncIterable<Buffer>, into: ReturnType<typeof createInflateRaw>): Promise<void> {
  try {
    for await (const piece of pieces) {
      if (!into.write(piece)) await new Promise((done) => into.once("drain", done));
    }
    into.end();
  } catch (error) {
    into.destroy(error instanceof Error ? error : damaged());
  }
}

async function* storedPieces(file: FileHandle, from: number, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < size; at += PIECE) yield bytesAt(file, from + at, Math.min(PIECE, size - at));
}
