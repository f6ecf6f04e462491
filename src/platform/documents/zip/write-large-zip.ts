import { crc32 } from "node:zlib";
import { directoryEnd, directoryRecord, localHeader, type StoredEntry } from "./zip-layout.ts";

export interface LargeZipFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * A zip of any size and with any number of files, as it is written: of the contents one is held at a time, of the files
 * before it their names. The library that writes the other zips knows neither more than 4 GB nor 65,535 files. Contents are
 * stored as they are; equal files and times give equal bytes.
 */
export async function* writeLargeZip(
  files: AsyncIterable<LargeZipFile> | Iterable<LargeZipFile>,
  at: Date,
): AsyncGenerator<Uint8Array> {
  const entries: StoredEntry[] = [];
  let written = 0;
  for await (const { name, bytes } of files) {
    const entry = { name, size: bytes.length, crc: crc32(bytes), headerAt: written };
    const header = localHeader(entry, at);
    entries.push(entry);
    written += header.length + bytes.length;
    yield header;
    yield bytes;
  }
  let size = 0;
  for (const entry of entries) {
    const record = directoryRecord(entry, at);
    size += record.length;
    yield record;
  }
  yield directoryEnd({ count: entries.length, size, startsAt: written });
}
