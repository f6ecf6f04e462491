/** Width and height that a JPEG or PNG states, without decoding it; undefined for other and broken files. */
export function pictureSize(picture: Buffer): { width: number; height: number } | undefined {
  if (picture.subarray(0, PNG.length).equals(PNG) && picture.length >= PNG_HEAD) {
    return { width: picture.readUInt32BE(16), height: picture.readUInt32BE(20) };
  }
  return picture.subarray(0, 2).equals(JPEG) ? jpegSize(picture) : undefined;
}

const PNG = Buffer.from("89504e470d0a1a0a", "hex");
const PNG_HEAD = 24;
const JPEG = Buffer.from("ffd8", "hex");
/** The segments that state the size are these, without the tables numbered between them. */
const [FIRST_FRAME, LAST_FRAME] = [0xc0, 0xcf];
const NO_FRAME = [0xc4, 0xc8, 0xcc];

function jpegSize(picture: Buffer): { width: number; height: number } | undefined {
  for (let at = 2; at + 9 <= picture.length; ) {
    if (picture[at] !== 0xff) return undefined;
    const marker = picture[at + 1] ?? 0;
    const isFrame = marker >= FIRST_FRAME && marker <= LAST_FRAME && !NO_FRAME.includes(marker);
    if (isFrame) return { width: picture.readUInt16BE(at + 7), height: picture.readUInt16BE(at + 5) };
    at += marker === 0xff ? 1 : 2 + picture.readUInt16BE(at + 2);
  }
  return undefined;
}
