import { zipDirectory } from "./zip-directory.ts";

const FIRST_YEAR = 1980;
const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

/** MS-DOS date and time in Asia/Shanghai, with a resolution of two seconds. */
function dosTime(at: Date): { time: number; date: number } {
  const local = new Date(at.getTime() + SHANGHAI_OFFSET_MS);
  return {
    time: (local.getUTCHours() << 11) | (local.getUTCMinutes() << 5) | (local.getUTCSeconds() >> 1),
    date: ((local.getUTCFullYear() - FIRST_YEAR) << 9) | ((local.getUTCMonth() + 1) << 5) | local.getUTCDate(),
  };
}

/** A copy of the zip file in which every part has the given time, so that equal content gives equal bytes. */
export function fixZipTimes(zip: Buffer, at: Date): Buffer {
  const { time, date } = dosTime(at);
  const fixed = Buffer.from(zip);
  for (const { recordAt, headerAt } of zipDirectory(zip) ?? []) {
    for (const field of [recordAt + 12, headerAt + 10]) {
      fixed.writeUInt16LE(time, field);
      fixed.writeUInt16LE(date, field + 2);
    }
  }
  return fixed;
}
