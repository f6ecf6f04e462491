import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { withoutPlace } from "../../../../src/platform/documents/picture/film-place.ts";
import { looksOf } from "../../../../src/platform/documents/picture/looks.ts";
import { uprightPicture } from "../../../../src/platform/documents/picture/upright.ts";
import { photoOf } from "../support/photo.ts";

/** In how many of the 64 fields two pictures look different. */
const differenceOf = (one: string, other: string): number =>
  [...(BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(2)].filter((bit) => bit === "1").length;
const ALIKE_WITHIN = 6;

/** A PNG that claims to be a square of that many pixels. */
function stating(png: Buffer, side: number): Buffer {
  const claimed = Buffer.from(png);
  claimed.writeUInt32BE(side, 16);
  claimed.writeUInt32BE(side, 20);
  claimed.writeUInt32BE(crc32(claimed.subarray(12, 29)), 29);
  return claimed;
}

describe("a photo", () => {
  test("is turned upright, and of what the camera wrote only the day is kept", async () => {
    const photo = await photoOf({ seed: 1, orientation: 6, takenOn: "2023:09:12 08:30:00" });

    const upright = await uprightPicture(photo, "jpeg");

    expect(photo.includes("GPS-TEST-DEVICE")).toBe(true);
    expect(upright.bytes.includes("GPS-TEST-DEVICE")).toBe(false);
    const { width, height, exif, orientation } = await sharp(upright.bytes).metadata();
    expect({ width, height, exif, orientation }).toEqual({
      width: 480,
      height: 640,
      exif: undefined,
      orientation: undefined,
    });
    expect([upright.takenOn, upright.format]).toEqual(["2023-09-12", "jpeg"]);
  });

  test("larger than a page is made smaller, a small one stays", async () => {
    const large = await photoOf({ seed: 2, width: 4_000, height: 3_000 });
    const small = await photoOf({ seed: 3 });

    const widths = await Promise.all(
      [large, small].map(async (photo) => (await sharp((await uprightPicture(photo, "jpeg")).bytes).metadata()).width),
    );

    expect(widths).toEqual([3_200, 640]);
  });

  test("with another file behind it is kept without that file", async () => {
    const photo = Buffer.concat([await photoOf({ seed: 4 }), Buffer.from("PK\x03\x04<script>evil</script>")]);

    const { bytes } = await uprightPicture(photo, "jpeg");

    expect(bytes.includes("<script>")).toBe(false);
  });

  test("that states 30,000 × 30,000 pixels is refused before it is decoded", async () => {
    const huge = stating(
      await sharp(await photoOf({ seed: 6 }))
        .png()
        .toBuffer(),
      30_000,
    );

    await expect(uprightPicture(huge, "png")).rejects.toThrow("图片过大（30000×30000像素）");
  });

  test.each([
    ["cut off", async () => (await photoOf({ seed: 5 })).subarray(0, 3_000), "jpeg"],
    ["of a JPEG's first bytes only", async () => Buffer.from("ffd8ffe000104a464946", "hex"), "jpeg"],
    ["of words", async () => Buffer.from("不是图片"), "png"],
  ])("%s is refused as damaged", async (_, bytes, format) => {
    await expect(uprightPicture(await bytes(), format)).rejects.toThrow("图片已损坏或不是图片");
  });

  test.each(["heic", "bmp", "svg"])("in %s is refused with what to send instead", async (format) => {
    await expect(uprightPicture(Buffer.from("x"), format)).rejects.toThrow(`这是${format.toUpperCase()}格式的图片`);
  });
});

describe("how pictures look", () => {
  test("the same photo, smaller and encoded anew, is alike; another is not; one color says nothing", async () => {
    const [first, other] = [await photoOf({ seed: 11 }), await photoOf({ seed: 12 })];
    const smaller = await sharp(first).resize(200).jpeg({ quality: 50 }).toBuffer();
    const blank = await sharp({ create: { width: 90, height: 80, channels: 3, background: "white" } })
      .png()
      .toBuffer();

    const [one = "", same = "", another = ""] = await Promise.all([first, smaller, other].map(looksOf));

    expect(one).toMatch(/^[0-9a-f]{16}$/);
    expect(differenceOf(one, same)).toBeLessThanOrEqual(ALIKE_WITHIN);
    expect(differenceOf(one, another)).toBeGreaterThan(ALIKE_WITHIN);
    expect(await looksOf(blank)).toBeUndefined();
  });
});

test("the place in a film is blotted out, the rest stays byte for byte", () => {
  const film = Buffer.concat([Buffer.from("....ftypisom"), Buffer.from("©xyz+30.0023+120.5810+012.3/end")]);

  const clean = withoutPlace(film);

  expect(clean.toString("latin1")).toBe(film.toString("latin1").replace("+30.0023+120.5810+012.3/", " ".repeat(24)));
});
