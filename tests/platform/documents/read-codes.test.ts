import { describe, expect, test } from "vitest";
import { makeOpenFile } from "../../../src/platform/documents/open/open-file.ts";
import { pictureSize } from "../../../src/platform/documents/scan/picture-size.ts";
import { largePage, pdfOf, pictureBomb, pictureOf } from "./support/scan.ts";

const CODE = "JIAYUAN-FORM 4081722615";
const open = makeOpenFile(2);

describe("QR codes of scanned papers", () => {
  test("are read from a picture", async () => {
    expect(await open(await pictureOf(CODE), "图片.jpg")).toEqual({ kind: "scan", codes: [CODE] });
  });

  test("are read from the pages of a PDF, each once", async () => {
    expect(await open(pdfOf(undefined, CODE, CODE), "盖章件.pdf")).toEqual({ kind: "scan", codes: [CODE] });
  });

  test.each([
    ["a PDF without a code", pdfOf(undefined)],
    ["a broken PDF", Buffer.from("%PDF-1.7 rubbish")],
    ["a broken PNG", Buffer.from("89504e470d0a1a0a0000000d49484452000000640000006408", "hex")],
    ["a picture of another format", Buffer.from("RIFF0000WEBPVP8 ")],
  ])("are none on %s, which is kept all the same", async (_, bytes) => {
    expect(await open(bytes, "扫描")).toEqual({ kind: "scan", codes: [] });
  });

  test.each([
    ["a page of 30,000 by 30,000 points", largePage(30_000, 30_000)],
    ["a page of 30,000 by 1 points", largePage(30_000, 1)],
    ["a picture that would take 400 MB", pictureBomb(12_000)],
  ])("are none on %s, which takes no more memory than a page has", async (_, bytes) => {
    const before = process.resourceUsage().maxRSS;

    expect(await open(bytes, "扫描.pdf")).toEqual({ kind: "scan", codes: [] });
    // In kilobytes, the most there ever was.
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(300 * 1024);
  });

  test("are not looked for on a picture that states more than 64 million pixels", async () => {
    const picture = await pictureOf(CODE);
    picture.writeUInt32BE(8_001, 16);
    picture.writeUInt32BE(8_000, 20);

    expect(pictureSize(picture)).toEqual({ width: 8_001, height: 8_000 });
    expect(await open(picture, "图片.jpg")).toEqual({ kind: "scan", codes: [] });
  });
});

test("the size of a JPEG stands in its frame, behind other segments", () => {
  const jpeg = Buffer.from("ffd8 ffe00004aaaa ffc40004bbbb ffc2000b08 0bb8 0fa0 03".replaceAll(" ", ""), "hex");

  expect(pictureSize(jpeg)).toEqual({ width: 4_000, height: 3_000 });
});
