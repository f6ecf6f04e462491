import sharp from "sharp";
import type { CivilDate } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { documentPhrases } from "../phrases.ts";
import { withoutMetadata } from "../picture-metadata.ts";
import { looksOf } from "./looks.ts";

/** A picture as it is kept: upright, encoded anew, with nothing that the camera added. */
export interface UprightPicture {
  bytes: Buffer;
  format: "jpeg" | "png";
  /** As the camera wrote it. */
  takenOn?: CivilDate;
  /** See {@link looksOf}; left out where it says nothing. */
  looks?: string;
}

/** More than a phone's camera makes. A picture that states more is not decoded. */
const MOST_PIXELS = 120_000_000;
/** Of the kept picture: enough to read a notice board, and a third of what a phone sends. */
const LONG_SIDE = 3_200;
const QUALITY = 84;
/** Machine time. */
const WITHIN_SECONDS = 20;
/** What the library can decode as it is delivered. */
const READABLE = ["jpeg", "png", "gif", "webp"];

// Decoding runs outside JavaScript's thread; one core of it leaves the others to people who wait.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Reads a received picture and encodes it anew, so that nothing else the file held is kept: of what the camera wrote only
 * the day.
 *
 * @param format by content
 * @throws {RefusalError} with what to send instead, if it cannot be read
 */
export async function uprightPicture(picture: Buffer, format: string): Promise<UprightPicture> {
  if (!READABLE.includes(format)) throw new RefusalError("documents.picture-format", documentPhrases.noDecoder(format));
  const asPng = format === "png" || format === "gif";
  try {
    const { width, height } = await sharp(picture, { limitInputPixels: false }).metadata();
    if (width * height > MOST_PIXELS) {
      throw new RefusalError("documents.picture-too-large", documentPhrases.tooManyPixels(width, height));
    }
    const upright = sharp(picture, { limitInputPixels: MOST_PIXELS, failOn: "error", sequentialRead: true })
      .timeout({ seconds: WITHIN_SECONDS })
      .autoOrient()
      .resize(LONG_SIDE, LONG_SIDE, { fit: "inside", withoutEnlargement: true });
    const bytes = await (asPng
      ? upright.png({ compressionLevel: 7 })
      : upright.flatten({ background: "white" }).jpeg({ quality: QUALITY })
    ).toBuffer();
    const { takenOn } = withoutMetadata(picture);
    const looks = await looksOf(bytes);
    return {
      ...{ bytes, format: asPng ? "png" : "jpeg" },
      ...(takenOn === undefined ? {} : { takenOn }),
      ...(looks === undefined ? {} : { looks }),
    };
  } catch (error) {
    if (error instanceof RefusalError) throw error;
    throw new RefusalError("documents.picture-damaged", documentPhrases.damagedPicture());
  }
}
