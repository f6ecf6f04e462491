import { Zip, ZipPassThrough } from "fflate";
import { shanghaiIso } from "../../../shared/civil-date.ts";

/** A file of a zip. Its content is asked for when its turn has come. */
export interface ZipFile {
  /** With folders: `翠苑三区/3-5_环境卫生_01.jpg` */
  name: string;
  content(): Promise<Uint8Array>;
}

/** In bytes, of what a zip takes for a file besides its content and twice its name. */
const PER_FILE = 30 + 46 + 16;
/** In bytes, of the zip's end. */
const END = 22;

/** Bytes that a zip of these files has; their names counted as UTF-8. */
export const zipSize = (files: readonly { name: string; size: number }[]): number =>
  files.reduce((sum, { name, size }) => sum + size + PER_FILE + 2 * Buffer.byteLength(name), END);

/**
 * A zip as it is written, file after file: never more than one of them is held. Contents are stored as they are, since
 * photos, films and office files are packed already. Equal files and times give equal bytes.
 *
 * @param at of every file, in the zone of the campaign
 */
export async function* writeZip(files: readonly ZipFile[], at: Date): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, piece) => {
    failure ??= error;
    if (piece.length > 0) ready.push(piece);
  });
  const taken = (): Uint8Array[] => {
    if (failure) throw failure;
    const pieces = ready;
    ready = [];
    return pieces;
  };
  for (const { name, content } of files) {
    const file = new ZipPassThrough(name);
    file.mtime = zipTime(at);
    zip.add(file);
    file.push(await content(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

/** The library writes a time as the machine's zone shows it. */
const zipTime = (at: Date): Date => new Date(shanghaiIso(at).slice(0, "yyyy-MM-ddTHH:mm:ss".length));
