import sharp from "sharp";

/** A made-up photo with the marks that a phone's camera leaves. The same seed makes the same picture. */
export async function photoOf({
  seed,
  width = 640,
  height = 480,
  orientation,
  takenOn,
}: {
  seed: number;
  width?: number;
  height?: number;
  orientation?: number;
  /** `2023:09:12 08:30:00` */
  takenOn?: string;
}): Promise<Buffer> {
  const [columns, rows] = [12, 9];
  let state = seed * 2_654_435_761;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return state % 256;
  };
  const pixels = Buffer.from(Array.from({ length: columns * rows * 3 }, next));
  return sharp(pixels, { raw: { width: columns, height: rows, channels: 3 } })
    .resize(width, height, { kernel: "cubic" })
    .withExif({
      IFD0: { Model: "GPS-TEST-DEVICE", ...(orientation === undefined ? {} : { Orientation: String(orientation) }) },
      ...(takenOn === undefined ? {} : { IFD2: { DateTimeOriginal: takenOn } }),
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "30/1 0/1 0/1" },
    })
    .withMetadata(orientation === undefined ? {} : { orientation })
    .jpeg({ quality: 90 })
    .toBuffer();
}
