import { inflateRawSync } from "node:zlib";
import { RefusalError } from "../../shared/refusal-error.ts";
import { documentPhrases } from "./phrases.ts";
import { type ZipEntry, zipDirectory } from "./zip-directory.ts";

export interface ZipLimits {
  /** Size of the received file. */
  bytes: number;
  entries: number;
  /** Unpacked size of all parts. */
  unpackedBytes: number;
  /** Maximum compression ratio of a part larger than {@link RATIO_FROM}. */
  ratio: number;
}

const HEADER = 0x04034b50;
const HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
/** Smaller parts may compress extremely well. */
const RATIO_FROM = 256 * 1024;

const damaged = (): RefusalError => new RefusalError("documents.damaged", documentPhrases.damaged());
const bomb = (): RefusalError => new RefusalError("documents.bomb", documentPhrases.tooMuchInside());

/**
 * Checks a received zip file against the limits, both by the declared sizes and by unpacking every part under a limit,
 * which detects false declarations and overlapping parts.
 * @returns the names of the parts
 * @throws RefusalError
 */
export function checkZip(zip: Buffer, limits: ZipLimits): string[] {
  if (zip.length > limits.bytes) throw new RefusalError("documents.too-large", documentPhrases.tooLarge(limits.bytes));
  const entries = zipDirectory(zip);
  if (entries === undefined || entries.some(({ encrypted }) => encrypted)) throw damaged();
  const declared = entries.reduce((sum, { size }) => sum + size, 0);
  if (entries.length > limits.entries || declared > limits.unpackedBytes) throw bomb();
  if (entries.some((entry) => entry.size > RATIO_FROM && entry.size > entry.packedSize * limits.ratio)) throw bomb();
  for (const entry of entries) if (!holdsWhatItDeclares(zip, entry)) throw damaged();
  return entries.map(({ name }) => name);
}

/** Whether the part unpacks to exactly its declared size; unpacking stops there. */
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
