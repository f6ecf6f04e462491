import { inflateRawSync } from "node:zlib";
import { Refusal } from "../../shared/refusal.ts";
import { documentPhrases } from "./phrases.ts";
import { type ZipEntry, zipDirectory } from "./zip-directory.ts";

export interface ZipLimits {
  /** Of the file as received. */
  bytes: number;
  entries: number;
  /** Of all parts unpacked together. */
  unpackedBytes: number;
  /** Unpacked size over packed size of one part, where it is large enough to matter. */
  ratio: number;
}

const HEADER = 0x04034b50;
const HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
/** Small parts may be mostly blanks. */
const RATIO_FROM = 256 * 1024;

const damaged = (): Refusal => new Refusal("documents.damaged", documentPhrases.damaged());
const bomb = (): Refusal => new Refusal("documents.bomb", documentPhrases.tooMuchInside());

/**
 * Lets a received zip file through only when it is small by what it declares and by what it really holds; every part is
 * unpacked once under a limit, so that neither a false declaration nor overlapping parts get by.
 * @returns the parts' names
 * @throws Refusal
 */
export function checkZip(zip: Buffer, limits: ZipLimits): string[] {
  if (zip.length > limits.bytes) throw new Refusal("documents.too-large", documentPhrases.tooLarge(limits.bytes));
  const entries = zipDirectory(zip);
  if (entries === undefined || entries.some(({ encrypted }) => encrypted)) throw damaged();
  const declared = entries.reduce((sum, { size }) => sum + size, 0);
  if (entries.length > limits.entries || declared > limits.unpackedBytes) throw bomb();
  if (entries.some((entry) => entry.size > RATIO_FROM && entry.size > entry.packedSize * limits.ratio)) throw bomb();
  for (const entry of entries) if (!holdsWhatItDeclares(zip, entry)) throw damaged();
  return entries.map(({ name }) => name);
}

/** Whether the part unpacks to exactly the size it declares; unpacking stops there. */
function holdsWhatItDeclares(zip: Buffer, { headerAt, packedSize, size, method }: ZipEntry): boolean {
  if (headerAt + HEADER_BYTES > zip.length || zip.readUInt32LE(headerAt) !== HEADER) return false;
  const start = headerAt + HEADER_BYTES + zip.readUInt16LE(headerAt + 26) + zip.readUInt16LE(headerAt + 28);
  if (start + packedSize > zip.length) return false;
  if (method === STORED) return packedSize === size;
  if (method !== DEFLATED) return false;
  try {
    const packed = zip.subarray(start, start + packedSize);
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) }).length === size;
  } catch {
    return false;
  }
}
