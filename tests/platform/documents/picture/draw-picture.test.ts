import { loadImage } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { drawInWorker } from "../../../../src/platform/documents/picture/draw-in-worker.ts";
import { drawPicture } from "../../../../src/platform/documents/picture/draw-picture.ts";
import type { PictureBlock } from "../../../../src/platform/documents/picture/picture-spec.ts";
import { qrCode } from "../../../../src/platform/documents/qr-code.ts";
import { codesOnPicture } from "../../../../src/platform/documents/scan/read-codes.ts";

const sizeOf = async (blocks: readonly PictureBlock[]) => {
  const { width, height } = await loadImage(await drawPicture({ width: 1080, blocks }));
  return { width, height };
};

describe("a page drawn as a picture", () => {
  test("is as wide as was asked and as high as its lines are", async () => {
    const body = (text: string): PictureBlock => ({ kind: "text", look: "body", text });
    const one = await sizeOf([body("一行")]);
    const two = await sizeOf([body("两行\n两行")]);
    const wrapped = await sizeOf([body("字".repeat(32))]);

    expect(one.width).toBe(1080);
    expect(two.height - one.height).toBe(46);
    expect(wrapped).toEqual(two);
  });

  test("has rows as high as their fullest cell", async () => {
    const table = (cell: string): PictureBlock => ({
      kind: "table",
      columns: [1, 1],
      head: ["甲", "乙"],
      rows: [["短", cell]],
    });

    expect((await sizeOf([table("字".repeat(40))])).height).toBeGreaterThan((await sizeOf([table("字")])).height);
  });

  test("shows a QR code that can be read", async () => {
    const image = await qrCode("40817-22615");
    const png = await drawPicture({
      width: 1080,
      blocks: [{ kind: "image", image, width: 240, height: 240, caption: "校验号" }],
    });

    expect(await codesOnPicture(Buffer.from(png))).toEqual(["40817-22615"]);
  });

  test("is drawn in a thread again and again, each time the same", async () => {
    const spec = { width: 1080, blocks: [{ kind: "text" as const, look: "title" as const, text: "告知单" }] };
    const first = await drawInWorker(spec);

    expect(first && Buffer.from(first).equals(Buffer.from((await drawInWorker(spec)) ?? []))).toBe(true);
  });

  test("that cannot be drawn is none", async () => {
    const endless = Array.from({ length: 500 }, (): PictureBlock => ({ kind: "text", look: "body", text: "行" }));

    expect(await drawInWorker({ width: 1080, blocks: endless })).toBeUndefined();
  });
});
