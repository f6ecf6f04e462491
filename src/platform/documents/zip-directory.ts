/** A part of a zip file, according to the central directory. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  encrypted: boolean;
  packedSize: number;
  size: number;
  /** Offsets of the directory record and the local header, in bytes. */
  recordAt: number;
  headerAt: number;
}

const END = 0x06054b50;
const RECORD = 0x02014b50;
const END_BYTES = 22;
const RECORD_BYTES = 46;
const MAX_COMMENT = 0xffff;

function endOfDirectory(zip: Buffer): number {
  const last = zip.length - END_BYTES;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1) if (zip.readUInt32LE(at) === END) return at;
  return -1;
}

/**
 * Reads the central directory; nothing is unpacked. Undefined if the file is no zip file, damaged or in ZIP64 format.
 */
export function zipDirectory(zip: Buffer): ZipEntry[] | undefined {
  const end = zip.length < END_BYTES ? -1 : endOfDirectory(zip);
  if (end < 0) return undefined;
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + RECORD_BYTES > end || zip.readUInt32LE(at) !== RECORD) return undefined;
    const nameEnd = at + RECORD_BYTES + zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString("utf8", at + RECORD_BYTES, nameEnd),
      encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      method: zip.readUInt16LE(at + 10),
      packedSize: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      recordAt: at,
      headerAt: zip.readUInt32LE(at + 42),
    });
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}
