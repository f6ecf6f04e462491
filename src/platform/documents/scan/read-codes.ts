import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PDFiumDocument } from "@hyzyla/pdfium";
import { prepareZXingModule, type ReaderOptions, readBarcodes } from "zxing-wasm/reader";
import { withMemoryLimit } from "./memory-limit.ts";
import { pictureSize } from "./picture-size.ts";

/** More than a phone's camera makes; a picture that states more is not decoded. */
const MOST_PIXELS = 64_000_000;
/** Pages that are looked at. The printed form has its code on every page. */
const MOST_PAGES = 12;
/** Of a drawn page, in pixels: enough for a code of one and a half centimetres on A4. */
const LONG_SIDE = 2_200;
const OPAQUE = 255;
/** For the picture that is decoded: enough for a photo of 64 million pixels, or a page scanned at 600 dpi. */
const MEMORY_MB = 256;

const OPTIONS: ReaderOptions = { formats: ["QRCode"], maxNumberOfSymbols: 8 };

/** Texts of the QR codes on a picture (JPEG, PNG); none on one that cannot be read. */
export async function codesOnPicture(picture: Buffer): Promise<string[]> {
  const size = pictureSize(picture);
  if (!size || size.width * size.height > MOST_PIXELS) return [];
  return read(new Uint8Array(picture));
}

/** Texts of the QR codes on the pages of a PDF; none in one that cannot be read, e.g. with a password. */
export async function codesInPdf(pdf: Buffer): Promise<string[]> {
  const { PDFiumLibrary } = await import("@hyzyla/pdfium");
  const library = await PDFiumLibrary.init({ wasmBinary: moduleOf("@hyzyla/pdfium/pdfium.wasm") });
  try {
    const document = await library.loadDocument(pdf);
    return await onPages(document);
  } catch {
    return [];
  } finally {
    library.destroy();
  }
}

async function onPages(document: PDFiumDocument): Promise<string[]> {
  const found = new Set<string>();
  for (let at = 0; at < Math.min(document.getPageCount(), MOST_PAGES); at += 1) {
    const page = document.getPage(at);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const scale = LONG_SIDE / Math.max(originalWidth, originalHeight, 1);
    const { data, width, height } = await page.render({ scale, render: "bitmap", colorSpace: "Gray" });
    for (const text of await read({ data: withColors(data), width, height })) found.add(text);
  }
  return [...found];
}

/** The reader wants red, green, blue and alpha of each pixel. */
function withColors(gray: Uint8Array): Uint8ClampedArray<ArrayBuffer> {
  const colors = new Uint8ClampedArray(gray.length * 4);
  for (let at = 0; at < gray.length; at += 1) {
    const value = gray[at] ?? 0;
    const pixel = at * 4;
    colors[pixel] = value;
    colors[pixel + 1] = value;
    colors[pixel + 2] = value;
    colors[pixel + 3] = OPAQUE;
  }
  return colors;
}

let isPrepared = false;

async function read(
  picture: Uint8Array | { data: Uint8ClampedArray; width: number; height: number },
): Promise<string[]> {
  if (!isPrepared) {
    // From the package: by default it would be fetched from the web.
    prepareZXingModule({ overrides: { wasmBinary: moduleOf("zxing-wasm/reader/zxing_reader.wasm") } });
    isPrepared = true;
  }
  const found = await readBarcodes(picture as Parameters<typeof readBarcodes>[0], OPTIONS);
  return [...new Set(found.flatMap(({ isValid, text }) => (isValid ? [text] : [])))];
}

const moduleOf = (file: string): ArrayBuffer =>
  withMemoryLimit(readFileSync(fileURLToPath(import.meta.resolve(file))), MEMORY_MB).buffer;
