import sharp from "sharp";

/** Of a thumbnail. */
const QUALITY = 80;

/** A kept picture, small: at most so many pixels wide and high. Undefined if it cannot be read. */
export async function thumbnailOf(picture: Buffer, side: number): Promise<Uint8Array | undefined> {
  try {
    return await sharp(picture, { failOn: "error", sequentialRead: true })
      .resize(side, side, { fit: "inside", withoutEnlargement: true })
      .flatten({ background: "white" })
      .jpeg({ quality: QUALITY })
      .toBuffer();
  } catch {
    return undefined;
  }
}
