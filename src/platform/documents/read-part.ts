import { inflateRawSync } from "node:zlib";
import { zipDirectory } from "./zip-directory.ts";

const HEADER_BYTES = 30;

/** One part of a zip file that has been checked; undefined if there is none of this name. */
export function readPart(zip: Buffer, name: string): Buffer | undefined {
  const entry = zipDirectory(zip)?.find((one) => one.name === name);
  if (!entry) return undefined;
  const { headerAt, packedSize, size, method } = entry;
  const start = headerAt + HEADER_BYTES + zip.readUInt16LE(headerAt + 26) + zip.readUInt16LE(headerAt + 28);
  const packed = zip.subarray(start, start + packedSize);
  return method === 0 ? Buffer.from(packed) : inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
}
