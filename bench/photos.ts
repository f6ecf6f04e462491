import sharp from "sharp";

/** A made-up photo in the size of a phone's. The same seed makes the same photo. */
export async function madePhoto(seed: number, { width, height }: { width: number; height: number }): Promise<Buffer> {
  const [columns, rows] = [12, 9];
  let state = seed * 2_654_435_761;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return state % 256;
  };
  const pixels = Buffer.from(Array.from({ length: columns * rows * 3 }, next));
  return sharp(pixels, { raw: { width: columns, height: rows, channels: 3 } })
    .resize(width, height, { kernel: "cubic" })
    .jpeg({ quality: 88 })
    .toBuffer();
}
