import { type CivilDate, isCivilDate } from "../../shared/civil-date.ts";

/** A picture as it is kept, and the day it was taken on, where the camera wrote it. */
export interface CleanPicture {
  bytes: Buffer;
  takenOn?: CivilDate;
}

/**
 * The picture without what a camera or phone adds (place, device, comments, a second picture behind the first). How it
 * is turned and its colors stay. Other formats than JPEG and PNG, and broken files, are returned as they are.
 */
export function withoutMetadata(picture: Buffer): CleanPicture {
  if (picture.subarray(0, 3).equals(JPEG)) return cleanJpeg(picture) ?? { bytes: picture };
  if (picture.subarray(0, 8).equals(PNG)) return { bytes: cleanPng(picture) ?? picture };
  return { bytes: picture };
}

const JPEG = Buffer.from("ffd8ff", "hex");
const PNG = Buffer.from("89504e470d0a1a0a", "hex");
const EXIF = Buffer.from("Exif\0\0", "latin1");
const PROFILE = Buffer.from("ICC_PROFILE\0", "latin1");
const [APP0, APP1, APP2, APP14, APP15, COMMENT, END, SCAN] = [0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe, 0xd9, 0xda];

function cleanJpeg(picture: Buffer): CleanPicture | undefined {
  const kept: Buffer[] = [picture.subarray(0, 2)];
  let exif: Exif = {};
  for (let at = 2; at + 4 <= picture.length; ) {
    const start = picture.indexOf(0xff, at);
    if (start < 0) return undefined;
    const marker = picture[start + 1] ?? 0;
    // As decoders do: what is no marker is passed over, and what stands behind it is read.
    if (start > at || marker === 0xff || isAlone(marker)) {
      at = start > at ? start : at + (marker === 0xff ? 1 : 2);
      continue;
    }
    const end = at + 2 + picture.readUInt16BE(at + 2);
    if (end > picture.length) return undefined;
    const content = picture.subarray(at + 4, end);
    if (marker === APP1 && content.subarray(0, EXIF.length).equals(EXIF))
      exif = readExif(content.subarray(EXIF.length));
    const after = marker === SCAN ? endOfScan(picture, end) : end;
    if (isKept(marker, content)) kept.push(picture.subarray(at, after));
    at = after;
    if (picture[at] === 0xff && picture[at + 1] === END) break;
  }
  kept.push(Buffer.from([0xff, END]));
  const turned = exif.orientation === undefined || exif.orientation === 1 ? [] : [orientationOnly(exif.orientation)];
  const bytes = Buffer.concat([...kept.slice(0, 1), ...turned, ...kept.slice(1)]);
  return { bytes, ...(exif.takenOn === undefined ? {} : { takenOn: exif.takenOn }) };
}

/** Has no length behind it: stuffing, TEM, a restart, another start. */
const isAlone = (marker: number): boolean => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);

function isKept(marker: number, content: Buffer): boolean {
  if (marker === COMMENT) return false;
  if (marker === APP2) return content.subarray(0, PROFILE.length).equals(PROFILE);
  // 14 tells how the colors are to be read.
  return marker < APP0 || marker > APP15 || marker === APP0 || marker === APP14;
}

/** Where the next marker stands behind the picture data that begins here. */
function endOfScan(picture: Buffer, from: number): number {
  for (let at = picture.indexOf(0xff, from); at >= 0; at = picture.indexOf(0xff, at + 1)) {
    const next = picture[at + 1] ?? END;
    const isData = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return at;
  }
  return picture.length;
}

interface Exif {
  orientation?: number;
  takenOn?: CivilDate;
}

const [ORIENTATION, DETAILS, TAKEN] = [0x0112, 0x8769, 0x9003];
const ENTRY = 12;

/** Reads the two values that matter from the tables of numbers that EXIF is; nothing from a broken one. */
function readExif(tiff: Buffer): Exif {
  try {
    const little = tiff.subarray(0, 2).toString("latin1") === "II";
    const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
    const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
    const entry = (table: number, tag: number) =>
      Array.from({ length: short(table) }, (_, index) => table + 2 + index * ENTRY).find((at) => short(at) === tag);
    const first = long(4);
    const [turned, details] = [entry(first, ORIENTATION), entry(first, DETAILS)];
    const taken = details === undefined ? undefined : entry(long(details + 8), TAKEN);
    const text = taken === undefined ? "" : tiff.toString("latin1", long(taken + 8), long(taken + 8) + 10);
    const day = text.replaceAll(":", "-");
    return {
      ...(turned === undefined ? {} : { orientation: short(turned + 8) }),
      ...(isCivilDate(day) ? { takenOn: day } : {}),
    };
  } catch {
    return {};
  }
}

/** An EXIF segment that says how the picture is turned, and nothing else. */
function orientationOnly(orientation: number): Buffer {
  const tiff = Buffer.from("4d4d002a000000080001011200030000000100000000000000000000", "hex").subarray(0, 26);
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(2 + EXIF.length + tiff.length, 2);
  return Buffer.concat([head, EXIF, tiff]);
}

const PNG_DROPPED = new Set(["eXIf", "tEXt", "zTXt", "iTXt", "tIME"]);

function cleanPng(picture: Buffer): Buffer | undefined {
  const kept: Buffer[] = [picture.subarray(0, 8)];
  for (let at = 8; at + 12 <= picture.length; ) {
    const end = at + 12 + picture.readUInt32BE(at);
    const name = picture.toString("latin1", at + 4, at + 8);
    if (!PNG_DROPPED.has(name)) kept.push(picture.subarray(at, end));
    if (name === "IEND") return Buffer.concat(kept);
    at = end;
  }
  return undefined;
}
