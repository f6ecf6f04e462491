import sharp from "sharp";

const SIDE = 8;
/** Of 255. A picture whose neighbouring fields differ by less everywhere is as good as one color. */
const LEAST_CONTRAST = 24;

/**
 * How a picture looks: for each of 8 × 8 fields whether it is darker than its right neighbour, as 16 hexadecimal digits
 * (dHash). Other sizes, encodings and slight changes of brightness leave most of them.
 *
 * @returns undefined for a picture without contrast: all of those look the same
 */
export async function looksOf(picture: Buffer): Promise<string | undefined> {
  const gray = await sharp(picture)
    .flatten({ background: "white" })
    .grayscale()
    .resize(SIDE + 1, SIDE, { fit: "fill" })
    .raw()
    .toBuffer();
  if (Math.max(...gray) - Math.min(...gray) < LEAST_CONTRAST) return undefined;
  let bits = 0n;
  for (let row = 0; row < SIDE; row += 1) {
    for (let column = 0; column < SIDE; column += 1) {
      const at = row * (SIDE + 1) + column;
      bits = (bits << 1n) | ((gray[at] ?? 0) < (gray[at + 1] ?? 0) ? 1n : 0n);
    }
  }
  return bits.toString(16).padStart(SIDE * 2, "0");
}
