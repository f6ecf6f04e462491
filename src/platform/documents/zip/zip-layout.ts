import { shanghaiIso } from "../../../shared/civil-date.ts";

/** A file in a zip, stored as it is. */
export interface StoredEntry {
  name: string;
  /** In bytes; less than 4 GB. */
  size: number;
  crc: number;
  /** Where its header stands in the zip. */
  headerAt: number;
}

export const SIGNATURES = {
  local: 0x04034b50,
  record: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
};
/** Stands in place of a number that is too large for its field; the ZIP64 record has it. */
export const IN_ZIP64 = 0xffffffff;
export const COUNT_IN_ZIP64 = 0xffff;

/** Names are UTF-8. */
const UTF8 = 0x0800;
const PLAIN = 20;
const ZIP64 = 45;

/** Date and time of the zone of the campaign, as zips have them: in steps of two seconds. */
export function dosTime(at: Date): { date: number; time: number } {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = shanghaiIso(at)
    .slice(0, "yyyy-MM-ddTHH:mm:ss".length)
    .split(/[-T:]/)
    .map(Number);
  return { date: ((year - 1980) << 9) | (month << 5) | day, time: (hour << 11) | (minute << 5) | (second >> 1) };
}

/** What stands before the content of a file. */
export function localHeader({ name, size, crc }: Omit<StoredEntry, "headerAt">, at: Date): Buffer {
  const { date, time } = dosTime(at);
  const path = Buffer.from(name, "utf8");
  const header = Buffer.alloc(30);
  header.writeUInt32LE(SIGNATURES.local, 0);
  header.writeUInt16LE(PLAIN, 4);
  header.writeUInt16LE(UTF8, 6);
  header.writeUInt16LE(time, 10);
  header.writeUInt16LE(date, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(size, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(path.length, 26);
  return Buffer.concat([header, path]);
}

/** What the directory at the end has of a file. */
export function directoryRecord({ name, size, crc, headerAt }: StoredEntry, at: Date): Buffer {
  const { date, time } = dosTime(at);
  const path = Buffer.from(name, "utf8");
  const isFar = headerAt >= IN_ZIP64;
  const far = Buffer.alloc(isFar ? 12 : 0);
  if (isFar) {
    far.writeUInt16LE(1, 0);
    far.writeUInt16LE(8, 2);
    far.writeBigUInt64LE(BigInt(headerAt), 4);
  }
  const record = Buffer.alloc(46);
  record.writeUInt32LE(SIGNATURES.record, 0);
  record.writeUInt16LE(isFar ? ZIP64 : PLAIN, 4);
  record.writeUInt16LE(isFar ? ZIP64 : PLAIN, 6);
  record.writeUInt16LE(UTF8, 8);
  record.writeUInt16LE(time, 12);
  record.writeUInt16LE(date, 14);
  record.writeUInt32LE(crc, 16);
  record.writeUInt32LE(size, 20);
  record.writeUInt32LE(size, 24);
  record.writeUInt16LE(path.length, 28);
  record.writeUInt16LE(far.length, 30);
  record.writeUInt32LE(isFar ? IN_ZIP64 : headerAt, 42);
  return Buffer.concat([record, path, far]);
}

/** The end of a zip; with its ZIP64 form where there are too many files, or it is too large, for the plain one. */
export function directoryEnd({ count, size, startsAt }: { count: number; size: number; startsAt: number }): Buffer {
  const isLarge = count >= COUNT_IN_ZIP64 || size >= IN_ZIP64 || startsAt >= IN_ZIP64;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(SIGNATURES.end, 0);
  end.writeUInt16LE(isLarge ? COUNT_IN_ZIP64 : count, 8);
  end.writeUInt16LE(isLarge ? COUNT_IN_ZIP64 : count, 10);
  end.writeUInt32LE(isLarge ? IN_ZIP64 : size, 12);
  end.writeUInt32LE(isLarge ? IN_ZIP64 : startsAt, 16);
  if (!isLarge) return end;
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(SIGNATURES.end64, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(ZIP64, 12);
  end64.writeUInt16LE(ZIP64, 14);
  end64.writeBigUInt64LE(BigInt(count), 24);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(size), 40);
  end64.writeBigUInt64LE(BigInt(startsAt), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(SIGNATURES.locator64, 0);
  locator.writeBigUInt64LE(BigInt(startsAt + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end64, locator, end]);
}
